package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.saldo.ledger.Postings.Holding;
import org.saldo.store.Cash;
import org.saldo.store.ReceiptHistory;
import org.saldo.store.StoredRow;
import org.saldo.store.account.PostingRows;
import org.saldo.store.verify.Balances.Account;

/** What must hold for every receipt: whose it was from when to when, what it paid, and its projection. */
final class ReceiptChecks {

    private final Findings findings;
    private final Balances balances;
    private final PostingChecks postings;

    ReceiptChecks(Findings findings, Balances balances, PostingChecks postings) {
        this.findings = findings;
        this.balances = balances;
        this.postings = postings;
    }

    void check(ReceiptHistory history) {
        StoredRow receipt = history.receipt();
        checkAmounts(history);
        checkDays(history);
        history.allocations().forEach(row -> checkSameAccount(row, receipt));
        history.refunds().forEach(row -> checkSameAccount(row, receipt));
        checkPayer(history);
        new ReversalCheck(findings, history.allocations().stream().filter(row -> !row.has("item_id")).toList()).check();
        followDecisions(history);
        if (!receipt.flag("opening")) {
            balances.cash(receipt.text("company"), receipt.text("currency"), receipt.amount("amount"));
        }
        postings.check(receipt, () -> PostingRows.receipt(receipt));
    }

    private void checkAmounts(ReceiptHistory history) {
        StoredRow receipt = history.receipt();
        BigDecimal amount = receipt.amount("amount");
        BigDecimal left = history.unapplied();
        boolean within = left.signum() == 0 || left.signum() == amount.signum() && left.abs().compareTo(amount.abs()) <= 0;
        findings.check(Promise.I4, within, name(receipt), "of %s its allocations leave %s", Balances.plain(amount),
                Balances.plain(left));
        BigDecimal projected = history.projection().map(row -> row.amount("unapplied")).orElse(BigDecimal.ZERO);
        findings.check(Promise.I4, Balances.same(left, projected), name(receipt),
                "%s is unapplied by its rows, open_receipt says %s", Balances.plain(left), Balances.plain(projected));
    }

    /** Only what was taken back can make good what was too much. */
    private void checkDays(ReceiptHistory history) {
        if (Stream.concat(history.allocations().stream(), history.refunds().stream()).noneMatch(row -> row.has("reverses"))) {
            return;
        }
        DayByDay days = new DayByDay();
        history.allocations().stream().filter(ReceiptHistory::usesCash)
                .forEach(row -> days.take(row.day("effective_on"), Cash.of(row)));
        history.refunds().forEach(row -> days.take(row.day("effective_on"), row.amount("amount").negate()));
        BigDecimal amount = history.receipt().amount("amount");
        Optional<LocalDate> beyond = days.firstBeyond(amount);
        findings.check(Promise.I4, beyond.isEmpty(), name(history.receipt()),
                "as of %s its allocations use more than its %s, or less than nothing",
                beyond.map(LocalDate::toString).orElse(""), Balances.plain(amount));
    }

    private void checkSameAccount(StoredRow allocation, StoredRow receipt) {
        String currency = Cash.currency(allocation);
        boolean same = allocation.text("company").equals(receipt.text("company"))
                && (currency.equals(receipt.text("currency")) || !ReceiptHistory.usesCash(allocation));
        findings.check(Promise.I6, same, allocation, "is of %s in %s, but %s is of %s in %s", allocation.text("company"),
                currency, name(receipt), receipt.text("company"), receipt.text("currency"));
    }

    /** Cash that settles something now is the cash of whose the receipt is now; what is nobody's can only go back. */
    private void checkPayer(ReceiptHistory history) {
        String owner = Objects.requireNonNullElse(history.customer(), "");
        for (StoredRow row : history.allocations()) {
            if (ReceiptHistory.usesCash(row) && isActive(row, history.allocations())) {
                String payer = row.has("payer_customer_id") ? row.text("payer_customer_id") : row.text("customer_id");
                findings.check(Promise.I6, payer.equals(owner), row,
                        "uses cash of customer %s, but %s is of customer %s", payer, name(history.receipt()), owner);
            }
        }
        for (StoredRow row : history.refunds()) {
            if (isActive(row, history.refunds())) {
                findings.check(Promise.I6, row.text("customer_id").equals(owner), row,
                        "gives back cash to customer %s, but %s is of customer %s", row.text("customer_id"),
                        name(history.receipt()), owner);
            }
        }
    }

    private static boolean isActive(StoredRow row, List<StoredRow> all) {
        return !row.has("reverses") && all.stream().noneMatch(other -> other.has("reverses")
                && other.number("reverses") == row.id());
    }

    /** From hand to hand: each decision begins where the one before it ended. */
    private void followDecisions(ReceiptHistory history) {
        StoredRow receipt = history.receipt();
        Holding held = Holding.UNIDENTIFIED;
        String customer = null;
        for (StoredRow row : history.decisions()) {
            findings.check(Promise.I7, Objects.equals(row.text("previous_customer_id"), customer)
                            && Balances.same(row.amount("receipt_amount"), receipt.amount("amount"))
                            && row.text("currency").equals(receipt.text("currency"))
                            && row.text("company").equals(receipt.text("company")), row,
                    "takes %s of %s from customer %s, but %s had %s of %s then", Balances.plain(row.amount("receipt_amount")),
                    name(receipt), row.text("previous_customer_id"), customer, Balances.plain(receipt.amount("amount")),
                    name(receipt));
            addMovement(row);
            Holding from = held;
            postings.check(row, () -> PostingRows.decision(row, from, ""));
            held = PostingRows.holding(row);
            customer = row.text("customer_id");
        }
        balances.unapplied(new Account(receipt.text("company"), held.customer(), receipt.text("currency")), held.account(),
                history.unapplied());
    }

    private void addMovement(StoredRow decision) {
        String to = decision.text("customer_id");
        String from = decision.text("previous_customer_id");
        if (Objects.equals(to, from)) {
            return;
        }
        BigDecimal amount = decision.amount("receipt_amount");
        if (to != null) {
            balances.movement(account(decision, to), decision.day("effective_on"), amount.negate());
        }
        if (from != null) {
            balances.movement(account(decision, from), decision.day("effective_on"), amount);
        }
    }

    private static Account account(StoredRow row, String customer) {
        return new Account(row.text("company"), customer, row.text("currency"));
    }

    static String name(StoredRow receipt) {
        return "payment " + receipt.text("payment_id") + " (receipt " + receipt.id() + ")";
    }
}
