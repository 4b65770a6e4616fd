package org.saldo.store.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saldo.ledger.ReferenceKey;
import org.saldo.reconciliation.BankTags;
import org.saldo.store.ReceiptHistory;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;

/** Whether what a rule decided names the rule and its version, and whether what the rule saw can still be found. */
final class EvidenceChecks {

    private static final String CONSULT = "have a person look at it; unapply it if it is wrong";
    private static final Set<String> BY_NUMBER = Set.of("quoted-exact", "part-payment", "other-currency");

    private final TableScan scan;
    private final Findings findings;

    EvidenceChecks(TableScan scan, Findings findings) {
        this.scan = scan;
        this.findings = findings;
    }

    void check(List<ReceiptHistory> page) {
        Map<Long, StoredRow> documents = quotedDocuments(page);
        for (ReceiptHistory history : page) {
            history.decisions().forEach(this::checkNamed);
            for (StoredRow row : history.allocations()) {
                checkNamed(row);
                if (!row.has("reverses") && row.text("kind").equals("PAYMENT")) {
                    checkFound(history.receipt(), row, documents);
                }
            }
            history.refunds().stream().filter(row -> row.text("rule").equals("return")).forEach(row ->
                    check(!history.receipt().text("return_of").isEmpty(), row,
                            "rule return, but " + ReceiptChecks.name(history.receipt()) + " names no payment that it returns"));
        }
    }

    private void checkNamed(StoredRow row) {
        check(!row.text("rule").isBlank() && !row.text("rule_version").isBlank() && !row.text("decided_by").isBlank(), row,
                "names no rule, version or decider (rule '" + row.text("rule") + "', version '" + row.text("rule_version")
                        + "', decided by '" + row.text("decided_by") + "')");
        if (row.table() == Table.ALLOCATION) {
            check(!row.text("evidence").isBlank(), row, "names no evidence for rule " + row.text("rule"));
        }
    }

    private void checkFound(StoredRow receipt, StoredRow allocation, Map<Long, StoredRow> documents) {
        String rule = allocation.text("rule");
        if (BY_NUMBER.contains(rule)) {
            StoredRow document = documents.get(allocation.number("item_id"));
            check(document != null && keys(document).stream().anyMatch(textKey(receipt)::contains), allocation, "rule " + rule
                    + ", but " + (document == null ? "its document" : ItemChecks.name(document))
                    + " is not quoted in the text of " + ReceiptChecks.name(receipt));
        } else if (rule.equals("only-item-of-amount")) {
            check(Balances.same(allocation.amount("amount"), receipt.amount("amount")), allocation,
                    "rule " + rule + ", but the amount of " + ReceiptChecks.name(receipt) + " is another");
        } else if (rule.equals("advice-exact")) {
            String advice = allocation.text("evidence").replaceFirst("^\\{advice:(.*?)(?:, .*)?(?<!\\\\);.*$", "$1")
                    .replaceAll("\\\\(.)", "$1");
            check(!scan.where(Table.REMITTANCE_LINE, "company = ? AND advice_id = ?", allocation.text("company"), advice)
                    .isEmpty(), allocation, "rule " + rule + ", but there is no remittance advice '" + advice + "'");
        }
    }

    private void check(boolean holds, StoredRow row, String what) {
        findings.checked(Promise.I16);
        if (!holds) {
            findings.breach(Promise.I16, row.toString(), what, CONSULT);
        }
    }

    private Map<Long, StoredRow> quotedDocuments(List<ReceiptHistory> page) {
        List<Long> ids = new ArrayList<>();
        for (ReceiptHistory history : page) {
            history.allocations().stream().filter(row -> BY_NUMBER.contains(row.text("rule")) && row.has("item_id"))
                    .forEach(row -> ids.add(row.number("item_id")));
        }
        Map<Long, StoredRow> documents = new HashMap<>();
        scan.among(Table.DOCUMENT, "item_id", ids).forEach(row -> documents.put(row.id(), row));
        return documents;
    }

    /** All keys under which a customer may quote the document. */
    private static List<String> keys(StoredRow document) {
        List<String> keys = new ArrayList<>();
        keys.add(document.text("number_key"));
        keys.add(ReferenceKey.of(document.text("payment_reference")));
        for (String alias : document.text("aliases").split("\\|")) {
            keys.add(ReferenceKey.of(alias));
        }
        keys.removeIf(String::isEmpty);
        return keys;
    }

    private static String textKey(StoredRow receipt) {
        return String.join("|", ReferenceKey.of(BankTags.joined(receipt.text("remittance_text"))),
                ReferenceKey.of(receipt.text("structured_reference")), ReferenceKey.of(receipt.text("end_to_end_id")),
                ReferenceKey.of(receipt.text("bank_reference")));
    }
}
