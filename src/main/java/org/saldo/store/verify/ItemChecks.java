package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.saldo.store.Cash;
import org.saldo.store.ItemHistory;
import org.saldo.store.StoredRow;
import org.saldo.store.account.PostingRows;
import org.saldo.store.verify.Balances.Account;

/** What must hold for every item: its allocations, its cancellations, its reversals and its projection. */
final class ItemChecks {

    private final Findings findings;
    private final Balances balances;
    private final PostingChecks postings;
    private final Map<String, Boolean> earlierVersions = new HashMap<>();

    ItemChecks(Findings findings, Balances balances, PostingChecks postings) {
        this.findings = findings;
        this.balances = balances;
        this.postings = postings;
    }

    void check(ItemHistory item) {
        StoredRow document = item.document();
        checkAmounts(item);
        checkDays(item);
        item.settled().forEach(row -> checkSameAccount(row, document));
        item.netted().forEach(row -> checkSameAccount(row, document));
        new ReversalCheck(findings, item.settled()).check();
        checkCancellations(item);
        noteVersion(item);
        balances.movement(account(document), document.day("issue_date"), item.signed(document.amount("open_at_start")));
        balances.openItem(account(document), item.signed(item.open()));
        postings.check(document, () -> PostingRows.document(document));
    }

    private void checkAmounts(ItemHistory item) {
        StoredRow document = item.document();
        BigDecimal left = item.left();
        BigDecimal start = document.amount("open_at_start");
        findings.check(Promise.I5, left.signum() >= 0 && left.compareTo(start) <= 0, name(document),
                "%s was open at the start, allocations leave %s", Balances.plain(start), Balances.plain(left));
        BigDecimal projected = item.projection().map(row -> row.amount("open_amount")).orElse(BigDecimal.ZERO);
        findings.check(Promise.I5, Balances.same(item.open(), projected), name(document),
                "%s is open by its rows, open_item says %s", Balances.plain(item.open()), Balances.plain(projected));
    }

    /** Only what was taken back, or cancelled, can make good what was too much. */
    private void checkDays(ItemHistory item) {
        if (item.cancellations().isEmpty() && Stream.concat(item.settled().stream(), item.netted().stream())
                .noneMatch(row -> row.has("reverses"))) {
            return;
        }
        DayByDay days = new DayByDay();
        item.settled().forEach(row -> days.take(row.day("effective_on"), row.amount("amount")));
        item.netted().forEach(row -> days.take(row.day("effective_on"), row.amount("amount")));
        item.cancellations().forEach(row -> days.take(row.day("effective_on"), item.signed(row.amount("balance_effect"))));
        BigDecimal start = item.document().amount("open_at_start");
        Optional<LocalDate> beyond = days.firstBeyond(start);
        findings.check(Promise.I5, beyond.isEmpty(), name(item.document()),
                "as of %s more than the %s that were open at the start is settled, or less than nothing",
                beyond.map(LocalDate::toString).orElse(""), Balances.plain(start));
    }

    private void checkSameAccount(StoredRow allocation, StoredRow document) {
        boolean same = allocation.text("company").equals(document.text("company"))
                && allocation.text("customer_id").equals(document.text("customer_id"))
                && allocation.text("currency").equals(document.text("currency"));
        findings.check(Promise.I6, same, allocation, "is of %s, but %s is of %s", account(allocation), name(document),
                account(document));
    }

    private void checkCancellations(ItemHistory item) {
        StoredRow document = item.document();
        BigDecimal taken = BigDecimal.ZERO;
        for (StoredRow row : item.cancellations()) {
            findings.check(Promise.I6, account(row).equals(account(document)), row, "is of %s, but %s is of %s", account(row),
                    name(document), account(document));
            taken = taken.add(row.amount("balance_effect"));
            balances.movement(account(document), row.day("effective_on"), row.amount("balance_effect").negate());
            postings.check(row, () -> PostingRows.cancellation(row, document));
        }
        if (!item.cancellations().isEmpty()) {
            new ReversalCheck(findings, item.cancellations()).check();
            BigDecimal expected = item.isCancelled() ? item.signed(item.left()) : BigDecimal.ZERO;
            findings.check(Promise.I12, Balances.same(taken, expected), name(document),
                    "its cancellations take %s off the balance, %s was there to take", Balances.plain(taken),
                    Balances.plain(expected));
        }
    }

    /** Only one version of a document may count: the one before it must be cancelled. */
    private void noteVersion(ItemHistory item) {
        StoredRow document = item.document();
        if (item.isCancelled() || document.number("version") > 1) {
            earlierVersions.put(versionKey(document, 0), item.isCancelled());
            if (document.number("version") > 1) {
                findings.check(Promise.I3, earlierVersions.getOrDefault(versionKey(document, -1), false), name(document),
                        "is version %d, but the version before it is not cancelled", document.number("version"));
            }
        }
    }

    private static String versionKey(StoredRow document, int step) {
        return String.join("\n", document.text("company"), document.text("document_type"), PostingRows.label(document),
                Long.toString(document.number("version") + step));
    }

    static Account account(StoredRow row) {
        return new Account(row.text("company"), row.text("customer_id"), row.text("currency"));
    }

    static String name(StoredRow document) {
        return "document " + PostingRows.label(document) + " (item " + document.id() + ")";
    }

    /** The movement of an allocation by itself: what it takes off a balance, or moves to another account. */
    void addMovement(StoredRow allocation, boolean lowersBalance) {
        BigDecimal amount = allocation.amount("amount");
        String payer = Objects.requireNonNullElse(allocation.text("payer_customer_id"), allocation.text("customer_id"));
        Account paying = new Account(allocation.text("company"), payer, Cash.currency(allocation));
        if (lowersBalance) {
            balances.movement(account(allocation), allocation.day("effective_on"), amount.negate());
        } else if (!paying.equals(account(allocation))) {
            balances.movement(account(allocation), allocation.day("effective_on"), amount.negate());
            balances.movement(paying, allocation.day("effective_on"), Cash.of(allocation));
        }
    }
}
