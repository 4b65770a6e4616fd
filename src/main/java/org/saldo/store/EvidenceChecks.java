package org.saldo.store;

/** Whether what was decided by a rule names the rule and what it saw. */
final class EvidenceChecks {

    private final Findings findings;

    EvidenceChecks(Findings findings) {
        this.findings = findings;
    }

    void check(ReceiptHistory history) {
        history.decisions().forEach(this::checkNamed);
        history.allocations().forEach(this::checkNamed);
    }

    private void checkNamed(StoredRow row) {
        findings.check(Promise.I16, !row.text("rule").isBlank() && !row.text("rule_version").isBlank()
                        && !row.text("decided_by").isBlank(), row,
                "names no rule, version or decider (rule '%s', version '%s', decided by '%s')", row.text("rule"),
                row.text("rule_version"), row.text("decided_by"));
        findings.check(Promise.I16, !row.text("evidence").isBlank() || row.table() == Table.DECISION, row,
                "names no evidence for rule %s", row.text("rule"));
    }
}
