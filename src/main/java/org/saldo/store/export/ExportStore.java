package org.saldo.store.export;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.delivery.export.ReceiptPlace;
import org.saldo.delivery.export.RowSink;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Posting;
import org.saldo.money.Money;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.store.Cash;
import org.saldo.store.Columns;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;
import org.saldo.store.account.PostingStore;
import org.saldo.store.exclusion.DifferenceRows;
import org.saldo.store.people.PeopleBlockStore;

/**
 * Reads the lists that can be exported, from the ledger's rows and never from what is merely open now: documents issued,
 * receipts booked and decisions effective by the day that is asked for, as known at the instant that is asked for. Rows
 * come in the order in which they entered the ledger, sums by customer in the order of the customer's number.
 */
public final class ExportStore {

    private static final String ALLOCATIONS = """
            SELECT a.*, b.known_at, r.payment_id, d.document_number, d.instalment, c.document_number AS counter_number
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id
            JOIN document d ON d.item_id = a.item_id
            LEFT JOIN receipt r ON r.receipt_id = a.receipt_id
            LEFT JOIN document c ON c.item_id = a.counter_item_id
            WHERE a.allocation_id > :after AND a.allocation_id <= :last AND a.effective_on <= :day
            AND b.known_at <= :knownAt AND (:company = '' OR a.company = :company) ORDER BY a.allocation_id""";

    private static final String CUSTOMERS = """
            SELECT c.* FROM customer c JOIN batch b ON b.batch_id = c.batch_id
            WHERE c.row_id > :after AND c.row_id <= :last AND b.known_at <= :knownAt
            AND (:company = '' OR c.company = :company)
            AND NOT EXISTS (SELECT 1 FROM customer n JOIN batch nb ON nb.batch_id = n.batch_id
                WHERE n.company = c.company AND n.customer_id = c.customer_id AND n.row_id > c.row_id
                AND nb.known_at <= :knownAt)
            ORDER BY c.row_id""";

    private static final String REJECTIONS = """
            SELECT f.company, j.rejection_id, j.file_id, f.file_name, j.line_number, j.field, j.reason, j.remedy, b.known_at,
                (SELECT MAX(t.retried_as) FROM rejection_retry t JOIN batch tb ON tb.batch_id = t.batch_id
                    WHERE t.file_id = j.file_id AND tb.known_at <= :knownAt) AS retried_as
            FROM rejection j JOIN batch b ON b.batch_id = j.batch_id JOIN intake_file f ON f.file_id = j.file_id
            WHERE j.rejection_id > :after AND j.rejection_id <= :last AND b.business_day <= :day
            AND b.known_at <= :knownAt AND (:company = '' OR f.company = :company) ORDER BY j.rejection_id""";

    private final Ledger ledger;
    private final Supplier<AgingBuckets> buckets;

    /** @param buckets of the aging list; asked for only when one is read */
    public ExportStore(Ledger ledger, Supplier<AgingBuckets> buckets) {
        this.ledger = ledger;
        this.buckets = buckets;
    }

    /** The names of what {@link #read} puts into each row. */
    public List<String> columns(ExportKind kind) {
        return kind == ExportKind.AGING ? kind.columns(buckets.get()) : kind.columns();
    }

    /** Puts every row of the list into the sink. */
    public void read(ExportQuestion question, RowSink sink) {
        Instant knownAt = question.knownAt().orElseGet(ledger::knownAt);
        if (question.kind() == ExportKind.POSTINGS) {
            Optional<String> company = Optional.of(question.company()).filter(named -> !named.isEmpty());
            new PostingStore(ledger).read(new PostingStore.Question(company, Optional.of(question.asOf()),
                    Optional.of(knownAt)), page -> page.forEach(posting -> LedgerRead.put(sink, posting(posting))));
            return;
        }
        ledger.database().jdbi().useHandle(handle -> read(question,
                new LedgerRead(handle, question.asOf(), knownAt, question.company()), sink));
    }

    private void read(ExportQuestion question, LedgerRead read, RowSink sink) {
        switch (question.kind()) {
            case ALLOCATIONS -> read.ranges(Table.ALLOCATION, range -> LedgerRead.forEach(read.query(ALLOCATIONS, range),
                    row -> sink.row(allocation(row))));
            case OPEN_ITEMS -> new ExportItems(read).forEach(item -> LedgerRead.put(sink, openItem(item)));
            case RECEIPTS -> new ExportReceipts(read).forEach(receipt -> LedgerRead.put(sink, receipt(receipt)));
            case UNAPPLIED -> new ExportReceipts(read).forEach(receipt -> unapplied(read, receipt, sink));
            case WORKLIST -> new ExportWorklist(read).read(sink);
            case KPIS -> {
                ExportKpis.read(read, sink);
                AnswerFigures.kpis(read, sink);
            }
            case CONFIRMATIONS -> read.ranges(Table.ANSWER, range -> LedgerRead.forEach(
                    read.query(ExportConfirmations.SQL, range), row -> sink.row(ExportConfirmations.line(row))));
            case COVERAGE -> AnswerFigures.export(read, sink);
            case DIFFERENCES -> DifferenceRows.export(read, sink);
            case DISPUTES -> new ExportStandings(read).disputes(sink);
            case PROMISES -> new ExportStandings(read).promises(sink);
            case PROMISES_KEPT -> new ExportStandings(read).promisesKept(sink);
            case HOLDS -> ExportHolds.read(read, sink);
            case CONTACTS -> new ExportContacts(read).contacts(sink);
            case LATENESS -> new ExportContacts(read).lateness(sink);
            case PLANS -> new ExportStandings(read).plans(sink);
            case BLOCKS -> read.ranges(Table.BLOCK, range -> LedgerRead.forEach(read.query(PeopleBlockStore.LIST, range),
                    row -> sink.row(PeopleBlockStore.line(row))));
            case HOUSE_STEPS -> read.ranges(Table.HOUSE_STEP, range -> ExportHouseSteps.read(read, range, sink));
            case AGING -> new ExportAging(buckets.get()).read(read, sink);
            case CUSTOMERS -> read.ranges(Table.CUSTOMER, range -> LedgerRead.forEach(read.query(CUSTOMERS, range),
                    row -> sink.row(customer(row))));
            case REJECTIONS -> read.ranges(Table.REJECTION, range -> LedgerRead.forEach(read.query(REJECTIONS, range),
                    row -> sink.row(rejection(row))));
            case INSTRUCTIONS -> read.ranges(Table.INSTRUCTION, range -> LedgerRead.forEach(
                    read.query(ExportInstructions.SQL, range), row -> sink.row(ExportInstructions.line(row))));
            case LEARNED -> ExportLearned.read(read, sink);
            case MAILS -> new ExportMails(question.knownAt()).read(read, sink);
            case STATEMENTS -> read.ranges(Table.ISSUED_STATEMENT, range -> LedgerRead.forEach(
                    read.query(ExportStatements.SQL, range), row -> sink.row(ExportStatements.line(row))));
            case CONTROLS -> new ExportControls(read).read(sink);
            case POSTINGS -> throw new IllegalStateException("postings are read by event, not by range");
        }
    }

    private static Object[] allocation(ResultSet row) throws SQLException {
        long reverses = row.getLong("reverses");
        String number = row.getString("document_number");
        return new Object[] {row.getString("company"), "A-" + row.getLong("allocation_id"), row.getString("payment_id"),
            number, number == null ? null : row.getInt("instalment"), row.getString("customer_id"),
            row.getString("currency"), Columns.money(row, "amount").toDecimal(), row.getString("kind"),
            row.getString("counter_number"), row.getString("rule"), EvidenceWord.ENGLISH.told(row.getString("evidence")),
            row.getString("decided_by"), Columns.day(row, "effective_on"), Columns.instant(row, "known_at"),
            Columns.day(row, "posting_date"), reverses == 0 ? null : "A-" + reverses, receiptAmount(row),
            row.getString("receipt_currency")};
    }

    private static BigDecimal receiptAmount(ResultSet row) throws SQLException {
        Money amount = Columns.money(row, "amount");
        return Cash.amount(amount, Cash.of(row, amount));
    }

    private static Object[] posting(Posting posting) {
        return new Object[] {posting.company(), posting.eventId(), posting.postingDate(), posting.effectiveOn(),
            posting.account().name(), posting.customer(), posting.debit().currency().getCurrencyCode(),
            posting.debit().toDecimal(), posting.credit().toDecimal(), posting.taxCode(), posting.text()};
    }

    private static Object[] openItem(ExportItems.Line item) {
        return new Object[] {item.company(), item.number(), item.instalment(), item.type(), item.customer(),
            item.amount().currency().getCurrencyCode(), item.amount().toDecimal(), item.open().toDecimal(),
            item.issueDate(), item.dueDate(), item.daysOverdue(), item.status().name()};
    }

    private static Object[] receipt(ExportReceipts.Line receipt) {
        return new Object[] {receipt.company(), receipt.paymentId(), receipt.account(), receipt.bookingDate(),
            receipt.amount().currency().getCurrencyCode(), receipt.amount().toDecimal(), receipt.customer(),
            receipt.unapplied().toDecimal(), receipt.place().name(), says(receipt).outcome(), says(receipt).reason()};
    }

    private static void unapplied(LedgerRead read, ExportReceipts.Line receipt, RowSink sink) {
        if (receipt.unapplied().isZero() || receipt.place() == ReceiptPlace.IGNORED) {
            return;
        }
        ExportReceipts.Says says = says(receipt);
        LedgerRead.put(sink, receipt.company(), receipt.paymentId(), receipt.account(), receipt.bookingDate(),
                ChronoUnit.DAYS.between(receipt.bookingDate(), read.day()),
                receipt.amount().currency().getCurrencyCode(), receipt.amount().toDecimal(),
                receipt.unapplied().toDecimal(), receipt.customer(), receipt.place().name(), receipt.payerName(),
                receipt.payerIban(), receipt.text(), says.outcome(), says.reason(), says.rule(),
                EvidenceWord.ENGLISH.told(says.evidence()), EvidenceWord.ENGLISH.told(says.alternatives()));
    }

    private static ExportReceipts.Says says(ExportReceipts.Line receipt) {
        return receipt.says().orElse(new ExportReceipts.Says(0, "", "", "", "", "", "", "", ""));
    }

    private static Object[] customer(ResultSet row) throws SQLException {
        boolean limited = row.getBigDecimal("credit_limit") != null;
        return new Object[] {row.getString("company"), row.getString("customer_id"), row.getString("name"),
            row.getString("country"), row.getString("language_code"), row.getString("currency"), row.getString("email"),
            row.getString("iban"), row.getString("payment_terms"), row.getString("salesperson"),
            row.getString("legal_name"), row.getString("tax_id"), row.getString("statement_email"),
            row.getString("reminder_email"), row.getString("contact_name"), row.getString("time_zone"),
            row.getString("segment"), limited ? Columns.money(row, "credit_limit").toDecimal() : null,
            row.getString("dunning_policy"), row.getString("allocation_policy"), row.getString("parent_number"),
            row.getBoolean("intercompany"), row.getBoolean("natural_person"), row.getString("street"),
            row.getString("postal_code"), row.getString("city"), row.getString("region"),
            row.getString("reminder_stop").toLowerCase(Locale.ROOT).replace('_', '-'),
            row.getObject("reminder_stop_until", LocalDate.class)};
    }

    private static Object[] rejection(ResultSet row) throws SQLException {
        long retried = row.getLong("retried_as");
        return new Object[] {row.getString("company"), row.getLong("rejection_id"), row.getLong("file_id"),
            row.getString("file_name"), row.getLong("line_number"), row.getString("field"), row.getString("reason"),
            row.getString("remedy"), Columns.instant(row, "known_at"), retried == 0 ? null : retried};
    }
}
