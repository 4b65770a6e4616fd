package org.saldo.store.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DocumentKey;
import org.saldo.store.BatchesKnown;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;

/**
 * The published rows of every table that prove one customer's account: those that name the customer, what belongs to these,
 * and the instructions that are about nobody else.
 */
final class EvidenceTables {

    private static final String BETWEEN_DOCUMENTS = "\\+|[;\\r\\n]+";
    private static final List<Table> OWN = List.of(Table.CUSTOMER, Table.STATEMENT, Table.INTERIM_STATEMENT, Table.ANSWER,
            Table.REPLY_MAIL, Table.ANSWER_TASK, Table.CONTESTED_LINE, Table.ANSWER_CHASE, Table.PAPER_ANSWER,
            Table.REMINDER_ANSWER, Table.ANSWER_PAUSE, Table.DOCUMENT, Table.CANCELLATION, Table.DECISION, Table.ALLOCATION,
            Table.REMITTANCE_LINE, Table.DISPUTE, Table.ITEM_DIFFERENCE, Table.PAYMENT_PROMISE, Table.INSTALMENT_PLAN,
            Table.BLOCK, Table.REMINDER, Table.REMINDER_FEE, Table.REMINDER_LETTER, Table.DISCOUNT_OFFER);

    /** What belongs to the rows of another table, by which column. */
    private record Part(Table of, Table table, String column) {
    }

    private static final List<Part> PARTS = List.of(
            new Part(Table.STATEMENT, Table.STATEMENT_HOLD, "statement_id"),
            new Part(Table.STATEMENT, Table.STATEMENT_RELEASE, "statement_id"),
            new Part(Table.STATEMENT, Table.ISSUED_STATEMENT, "statement_id"),
            new Part(Table.STATEMENT, Table.ANSWER_PAGE_USE, "statement_id"),
            new Part(Table.ANSWER_TASK, Table.ANSWER_TASK_END, "task_id"),
            new Part(Table.ANSWER_TASK, Table.ANSWER_CONSENT, "task_id"),
            new Part(Table.PAPER_ANSWER, Table.PAPER_ANSWER_END, "paper_id"),
            new Part(Table.REPLY_MAIL, Table.ANSWER_PAUSE_END, "reply_id"),
            new Part(Table.DOCUMENT, Table.AMENDMENT, "item_id"),
            new Part(Table.DOCUMENT, Table.INTEREST_CHARGE, "item_id"),
            new Part(Table.REMINDER_LETTER, Table.LETTER_DELIVERY, "letter_id"),
            new Part(Table.PAYMENT_PROMISE, Table.PAYMENT_PROMISE_ITEM, "promise_id"),
            new Part(Table.INSTALMENT_PLAN, Table.INSTALMENT_PLAN_ITEM, "plan_id"),
            new Part(Table.INSTALMENT_PLAN, Table.INSTALMENT, "plan_id"),
            new Part(Table.REMINDER, Table.REMINDER_ITEM, "reminder_id"),
            new Part(Table.REMINDER, Table.REMINDER_WITHDRAWAL, "reminder_id"));

    private static final List<Table> EXCLUDING = List.of(Table.DISPUTE, Table.PAYMENT_PROMISE, Table.INSTALMENT_PLAN);

    /** What an id that an instruction names begins with, by the table in which it must be the customer's. */
    private static final Map<String, Table> NAMED = Map.of("A", Table.ALLOCATION, "B", Table.BLOCK, "D", Table.DISPUTE,
            "PR", Table.PAYMENT_PROMISE, "PL", Table.INSTALMENT_PLAN);

    private final TableScan scan;
    private final BatchesKnown batches;
    private final CustomerId customer;

    EvidenceTables(TableScan scan, BatchesKnown batches, CustomerId customer) {
        this.scan = scan;
        this.batches = batches;
        this.customer = customer;
    }

    /** By table, each in the order of ids; {@code receipts} are the customer's. */
    Map<Table, List<StoredRow>> read(List<StoredRow> receipts) {
        Map<Table, List<StoredRow>> rows = new EnumMap<>(Table.class);
        OWN.forEach(table -> rows.put(table, EvidenceStore.own(scan, batches, table, customer)));
        rows.put(Table.RECEIPT, receipts);
        PARTS.forEach(part -> rows.put(part.table(), of(part.table(), part.column(), ids(rows.get(part.of())))));
        rows.put(Table.EXCLUSION_STEP, of(Table.EXCLUSION_STEP, "subject_id",
                EXCLUDING.stream().flatMap(table -> ids(rows.get(table)).stream()).toList()));
        List<StoredRow> instructions = instructions(rows);
        rows.put(Table.INSTRUCTION, instructions);
        rows.put(Table.INSTRUCTION_END, of(Table.INSTRUCTION_END, "instruction_id", ids(instructions)));
        return rows;
    }

    private List<StoredRow> of(Table table, String column, Collection<Long> ids) {
        return sorted((ids.isEmpty() ? List.<StoredRow>of() : scan.among(table, column, ids)).stream());
    }

    private List<StoredRow> sorted(Stream<StoredRow> rows) {
        return rows.filter(batches::counts).sorted(Comparator.comparingLong(StoredRow::id)).toList();
    }

    private static List<Long> ids(List<StoredRow> rows) {
        return rows.stream().map(StoredRow::id).toList();
    }

    /** Those that name the customer, or nobody and nothing but what is its own. */
    private List<StoredRow> instructions(Map<Table, List<StoredRow>> rows) {
        Set<String> documents = texts(rows.get(Table.DOCUMENT), "document_number");
        Set<String> payments = texts(rows.get(Table.RECEIPT), "payment_id");
        Predicate<String> isDocument = part -> DocumentKey.numbersOf(part.strip().split("\\s+")[0]
                .replaceFirst("^[A-Z_]+:", "")).stream().anyMatch(documents::contains);
        return sorted(scan.where(Table.INSTRUCTION, "company = ?", customer.company()).stream().filter(row -> {
            String payment = row.text("payment_id");
            String named = row.text("documents");
            String id = row.text("allocation_id");
            boolean others = !payment.isEmpty() && !payments.contains(payment)
                    || !named.isEmpty() && !Arrays.stream(named.split(BETWEEN_DOCUMENTS)).allMatch(isDocument)
                    || !id.isEmpty() && !isOwn(rows, id);
            boolean something = !payment.isEmpty() || !named.isEmpty() || !id.isEmpty();
            String whose = row.text("customer_id");
            return !others && (whose.equals(customer.number()) || whose.isEmpty() && something);
        }));
    }

    private static boolean isOwn(Map<Table, List<StoredRow>> rows, String id) {
        int dash = id.indexOf('-');
        Table table = dash < 0 ? null : NAMED.get(id.substring(0, dash));
        return table != null && new HashSet<>(ids(rows.get(table))).stream().map(Object::toString)
                .anyMatch(id.substring(dash + 1)::equals);
    }

    private static Set<String> texts(List<StoredRow> rows, String column) {
        return rows.stream().map(row -> row.text(column)).collect(Collectors.toCollection(TreeSet::new));
    }
}
