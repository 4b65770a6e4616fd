package org.saldo.store.account;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.AllocationKind;
import org.saldo.store.BatchesKnown;
import org.saldo.store.Cash;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;

/** All movements of one customer's balance, so that it can be told as of any day, as known at any instant. */
public final class AccountHistory {

    private static final Set<String> LOWERS_BALANCE = Arrays.stream(AllocationKind.values())
            .filter(AllocationKind::lowersBalance).map(AllocationKind::name).collect(Collectors.toUnmodifiableSet());
    private static final String OF_CUSTOMER = "company = ? AND customer_id = ?";

    private record Movement(String currency, LocalDate effectiveOn, Instant knownAt, BigDecimal amount) {
    }

    private final BatchesKnown batches;
    private final List<Movement> movements = new ArrayList<>();

    public AccountHistory(TableScan scan, BatchesKnown batches, String company, String customer) {
        this.batches = batches;
        for (StoredRow row : scan.where(Table.DOCUMENT, OF_CUSTOMER, company, customer)) {
            BigDecimal open = row.amount("open_at_start");
            add(row, row.day("issue_date"), row.text("document_type").equals("CREDIT_NOTE") ? open.negate() : open);
        }
        for (StoredRow row : scan.where(Table.CANCELLATION, OF_CUSTOMER, company, customer)) {
            add(row, row.day("effective_on"), row.amount("balance_effect").negate());
        }
        for (StoredRow row : scan.where(Table.DECISION, OF_CUSTOMER, company, customer)) {
            if (!customer.equals(row.text("previous_customer_id"))) {
                add(row, row.day("effective_on"), row.amount("receipt_amount").negate());
            }
        }
        for (StoredRow row : scan.where(Table.DECISION, "company = ? AND previous_customer_id = ?", company, customer)) {
            if (!customer.equals(row.text("customer_id"))) {
                add(row, row.day("effective_on"), row.amount("receipt_amount"));
            }
        }
        for (StoredRow row : scan.where(Table.ALLOCATION, OF_CUSTOMER, company, customer)) {
            boolean paidByAnother = row.has("payer_customer_id") && !customer.equals(row.text("payer_customer_id"));
            if (lowersBalance(row) || paidByAnother || Cash.isExchange(row)) {
                add(row, row.day("effective_on"), row.amount("amount").negate());
            }
            if (Cash.isExchange(row) && !paidByAnother) {
                add(row, Cash.currency(row), row.day("effective_on"), Cash.of(row));
            }
        }
        // HSQLDB would take the index that begins with the company, and read all that the company ever allocated
        for (StoredRow row : scan.where(Table.ALLOCATION, "payer_customer_id = ? AND company || '' = ?", customer, company)) {
            if (!lowersBalance(row) && !Objects.equals(row.text("customer_id"), customer)) {
                add(row, Cash.currency(row), row.day("effective_on"), Cash.of(row));
            }
        }
    }

    public static boolean lowersBalance(StoredRow allocation) {
        return LOWERS_BALANCE.contains(allocation.text("kind"));
    }

    private void add(StoredRow row, LocalDate effectiveOn, BigDecimal amount) {
        add(row, row.text("currency"), effectiveOn, amount);
    }

    private void add(StoredRow row, String currency, LocalDate effectiveOn, BigDecimal amount) {
        if (batches.counts(row)) {
            movements.add(new Movement(currency, effectiveOn, batches.knownAt(row), amount));
        }
    }

    /** The balance at the end of {@code day}, as it was known at {@code knownAt}. */
    public BigDecimal balance(String currency, LocalDate day, Instant knownAt) {
        return movements.stream()
                .filter(movement -> movement.currency.equals(currency) && !movement.effectiveOn.isAfter(day)
                        && !movement.knownAt.isAfter(knownAt))
                .map(Movement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
