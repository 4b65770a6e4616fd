package org.saldo.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.StatementMail;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.MasterStop;
import org.saldo.ledger.OpeningBalance;
import org.saldo.ledger.PostalAddress;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.statement.StatementKey;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.mail.OutboxStoreTest;

/** A company's books for a test of reminders: what is owed, paid, covered and blocked, in the fewest words. */
public final class DunningBooks {

    private final Ledger ledger;
    private final LedgerFixture fixture;
    private int bankLines;

    public DunningBooks(Database database, Ledger ledger) {
        this.ledger = ledger;
        this.fixture = new LedgerFixture(database);
    }

    public void customer(String number, String email, String language) {
        customer(number, email, language, "DE", false);
    }

    public void customer(String number, String email, String language, String country, boolean naturalPerson) {
        Customer plain = LedgerFixture.customer(number, "ACME " + number, "DE-" + number);
        fixture.take(LedgerFixture.CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate(), List.of(new Customer(
                new CustomerId("main", number), plain.name(), country, language, "EUR", email, plain.iban(), "", "", "", "", "",
                "", "", "", "", Optional.empty(), "", "", "", false, naturalPerson)), List.of(), List.of());
    }

    /** A customer whom only a letter reaches. */
    public void byPost(String number, String language, PostalAddress postal) {
        Customer plain = LedgerFixture.customer(number, "ACME " + number, "DE-" + number);
        fixture.take(LedgerFixture.CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate(), List.of(new Customer(
                new CustomerId("main", number), plain.name(), "DE", language, "EUR", "", plain.iban(), "", "", "", "", "", "",
                "", "", "", Optional.empty(), "", "", "", false, false, postal, MasterStop.NONE)), List.of(), List.of());
    }

    /** A customer with an address for reminders and a general one. */
    public void contacts(String number, String reminders, String general) {
        Customer plain = LedgerFixture.customer(number, "ACME " + number, "DE-" + number);
        fixture.take(LedgerFixture.CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate(), List.of(new Customer(
                new CustomerId("main", number), plain.name(), "DE", "en", "EUR", general, plain.iban(), "", "", "", "", "",
                reminders, "", "", "", Optional.empty(), "", "", "", false, false)), List.of(), List.of());
    }

    /** The same, with the colleague who sells to it. */
    public void sold(String number, String reminders, String general, String salesperson) {
        Customer plain = LedgerFixture.customer(number, "ACME " + number, "DE-" + number);
        fixture.take(LedgerFixture.CLOCK.instant().atZone(ZoneOffset.UTC).toLocalDate(), List.of(new Customer(
                new CustomerId("main", number), plain.name(), "DE", "en", "EUR", general, plain.iban(), "", salesperson, "", "",
                "", reminders, "", "", "", Optional.empty(), "", "", "", false, false)), List.of(), List.of());
    }

    public void invoice(String number, String customer, LocalDate due, String amount) {
        fixture.take(due, List.of(), List.of(LedgerFixture.invoice(number, customer, due.minusDays(30), amount)), List.of());
    }

    public void openingInvoice(String number, String customer, LocalDate due, String amount, int level) {
        Document plain = LedgerFixture.invoice(number, customer, due.minusDays(30), amount);
        fixture.take(due, List.of(), List.of(new Document(plain.key(), plain.customer(), plain.issueDate(), plain.dueDate(),
                plain.amount(), List.of(), Optional.empty(), Optional.empty(), "", "", List.of(), "", "", "",
                Optional.of(new OpeningBalance(plain.amount(), level)))), List.of());
    }

    public void creditNote(String number, String customer, LocalDate issued, String amount) {
        fixture.take(issued, List.of(), List.of(LedgerFixture.document(DocumentType.CREDIT_NOTE, number, customer, issued,
                Money.of("EUR", amount))), List.of());
    }

    /** Bank data that reaches to this day, a receipt of somebody else's; and the ERP had nothing new. */
    public void bankDataTo(LocalDate day) {
        emptyInvoicesFile(day);
        receipt("BANK-" + ++bankLines, day, "1.00", "");
    }

    public void receipt(String paymentId, LocalDate booked, String amount, String payerIban) {
        Receipt receipt = LedgerFixture.receipt(paymentId, booked, amount, "SOMEBODY", payerIban, "");
        fixture.take(booked, List.of(), List.of(), List.of(receipt));
    }

    /** A payment from an account that nobody knows, with what its text says. */
    public void transfer(String paymentId, LocalDate booked, String amount, String text) {
        fixture.take(booked, List.of(), List.of(), List.of(LedgerFixture.receipt(paymentId, booked, amount, "SOMEBODY", "",
                text)));
    }

    /** A bill that is cash on its maturity. */
    public void bill(String paymentId, LocalDate booked, String amount, LocalDate maturity) {
        bill(paymentId, booked, amount, maturity, "");
    }

    /** A bill that is cash on its maturity, with what its text says. */
    public void bill(String paymentId, LocalDate booked, String amount, LocalDate maturity, String text) {
        Receipt r = LedgerFixture.receipt(paymentId, booked, amount, "SOMEBODY", "", text);
        fixture.take(booked, List.of(), List.of(), List.of(new Receipt(r.key(), r.bookingDate(), r.valueDate(), r.amount(),
                r.payerName(), r.payerIban(), r.endToEndId(), r.remittanceText(), r.bankReference(), r.structuredReference(),
                Receipt.Instrument.BILL, Optional.of(maturity), r.returnOf(), r.returnReason(), r.payerCountry(), r.opening(),
                r.original())));
    }

    /** A write-off that a person has proposed, beyond what he may decide alone. */
    public long writeOffProposed(String document, LocalDate day, String amount) {
        return ledger.record(BatchKind.PERSON, "clerk", day, batch -> batch.add(Table.INSTRUCTION, "main",
                "key-" + document + day, "WRITE_OFF", "", document, "", "", 0, new BigDecimal(amount), "EUR", null, null, "", "",
                "", "test", "too small to ask for", "clerk", "hash"));
    }

    /** The house owes the customer so much as of a day. */
    public void owedTo(String customer, LocalDate day, String amount) {
        ledger.write(BatchKind.INTAKE, "test", day, batch -> batch.add(Table.PAYABLE, "main", customer, day, "EUR",
                new BigDecimal(amount), "payables.csv:2", "hash"));
    }

    /** The second person has said no. */
    public void refused(long instruction, LocalDate day) {
        ledger.write(BatchKind.PERSON, "anna", day, batch -> batch.add(Table.INSTRUCTION_END, instruction, "REFUSED", "anna",
                "ask again", ""));
    }

    /** What became of a receipt; {@code customer} may be null. */
    public void decide(String paymentId, String customer, String outcome, String alternatives) {
        ledger.write(BatchKind.RECONCILIATION, "test", LedgerFixture.MAIN.postingDate(LocalDate.of(2026, 10, 29)), batch -> {
            Map<String, Object> receipt = batch.handle().createQuery(
                    "SELECT receipt_id, amount, booking_date FROM receipt WHERE payment_id = :id")
                    .bind("id", paymentId).mapToMap().one();
            long decision = batch.add(Table.DECISION, "main", receipt.get("receipt_id"), outcome, "TEST", "", customer, null,
                    "EUR", receipt.get("amount"), "test", "1", "", "", alternatives, "test", LocalDate.of(2026, 10, 29),
                    LocalDate.of(2026, 10, 29));
            batch.flush();
            batch.handle().createUpdate("UPDATE open_receipt SET customer_id = :customer, decision_id = :decision"
                            + " WHERE receipt_id = :id")
                    .bind("customer", customer).bind("decision", decision).bind("id", receipt.get("receipt_id")).execute();
        });
    }

    /** The item has so much less open; it goes when nothing is left. */
    public void pay(String document, String amount) {
        ledger.database().jdbi().useTransaction(handle -> {
            handle.createUpdate("DELETE FROM open_item WHERE open_amount = :paid AND " + named())
                    .bind("paid", new BigDecimal(amount)).bind("number", document).execute();
            handle.createUpdate("UPDATE open_item SET open_amount = open_amount - :paid WHERE " + named())
                    .bind("paid", new BigDecimal(amount)).bind("number", document).execute();
        });
    }

    /** A customer's statement of a month, with the mail that brought it, and whether a server took that. */
    public void statement(String customer, String month, LocalDate made, String pdf, boolean taken) {
        StatementKey key = new StatementKey(new CustomerId("main", customer), Currency.getInstance("EUR"),
                YearMonth.parse(month), 1);
        ledger.write(BatchKind.STATEMENT, "test", made, batch -> {
            batch.add(Table.STATEMENT, "main", customer, "EUR", month, 1, key.number(), key.firstDay(), key.cutOff(),
                    batch.startedAt(), BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO,
                    Contents.put(batch, pdf.getBytes(StandardCharsets.US_ASCII)), "30,60,90");
            new OutboxStore(ledger, CustomerMail.ON).enqueue(batch, new OutgoingMail("main", MailKind.STATEMENT, customer,
                    StatementMail.businessKey(key), "hub@seller.example", List.of("c@acme.example"), "", "Statement", "text",
                    "", List.of(), "en"));
            batch.handle().createUpdate("UPDATE mail SET state = :state WHERE business_key = :key")
                    .bind("state", taken ? "ACCEPTED" : "FAILED").bind("key", StatementMail.businessKey(key)).execute();
        });
    }

    /** So much of the item is given up, effective on a day. */
    public void settle(String document, String amount, LocalDate day) {
        ledger.write(BatchKind.PERSON, "clerk", day, batch -> batch.add(Table.ALLOCATION, "main", "WRITE_OFF", null,
                item(document), null, null, "C-1", null, "EUR", new BigDecimal(amount), "MANUAL", "", "", "clerk", "test", day,
                day, null, null, null));
        pay(document, amount);
    }

    /** So much cash settles the item, effective on a day. */
    public void cash(String document, String customer, String amount, LocalDate day) {
        ledger.write(BatchKind.PERSON, "clerk", day, batch -> batch.add(Table.ALLOCATION, "main", "PAYMENT", null,
                item(document), null, null, customer, null, "EUR", new BigDecimal(amount), "MANUAL", "", "", "clerk", "test",
                day, day, null, null, null));
        pay(document, amount);
    }

    /** A customer who was drawn by lot would have been told of the item on a day. */
    public void heldOut(String document, String customer, int level, LocalDate day, String asked) {
        ledger.write(BatchKind.REMINDER, "reminders", day, batch -> batch.add(Table.HELD_OUT_ITEM, "main", customer,
                item(document), level, day, "EUR", new BigDecimal(asked)));
    }

    /** The plain text of all mails of a kind, in the order in which they were written. */
    public List<String> texts(String kind) {
        return mails(kind).stream().map(DunningBooks::text).toList();
    }

    private static String text(String mail) {
        try {
            return String.valueOf(plain(new jakarta.mail.internet.MimeMessage(null,
                    new java.io.ByteArrayInputStream(mail.getBytes(StandardCharsets.US_ASCII))).getContent()));
        } catch (jakarta.mail.MessagingException | java.io.IOException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static Object plain(Object content) throws jakarta.mail.MessagingException, java.io.IOException {
        return content instanceof jakarta.mail.Multipart parts ? plain(parts.getBodyPart(0).getContent()) : content;
    }

    /** Blocks the item, the customer, or with neither the company; returns the block. */
    public long block(String customer, String document, LocalDate from, LocalDate until) {
        return ledger.record(BatchKind.PERSON, "clerk", from, batch -> batch.add(Table.BLOCK, "main", customer,
                document == null ? null : item(document), from, until, "in dispute", "clerk", null, "OTHER"));
    }

    public void lift(long block, LocalDate day) {
        ledger.write(BatchKind.PERSON, "clerk", day, batch -> batch.add(Table.BLOCK, "main", null, null, day, null,
                "settled", "clerk", block, "OTHER"));
    }

    public void newDueDate(String document, LocalDate due) {
        ledger.write(BatchKind.INTAKE, "erp", due, batch -> batch.add(Table.AMENDMENT, "main", item(document), "due_date",
                "", due.toString(), due, "hash"));
    }

    /** The ERP replaces the document, of which nothing is applied, by a second version of this amount. */
    public void newVersion(String document, String amount, LocalDate day) {
        newVersion(document, Map.of("amount", new BigDecimal(amount), "open_at_start", new BigDecimal(amount)), day);
    }

    /** The same with these columns instead of the first one's. */
    public void newVersion(String document, Map<String, Object> changes, LocalDate day) {
        ledger.write(BatchKind.INTAKE, "erp", day, batch -> {
            Map<String, Object> old = batch.handle().createQuery("SELECT * FROM document WHERE document_number = :number")
                    .bind("number", document).mapToMap().one();
            long id = batch.nextRowId();
            Map<String, Object> changed = new HashMap<>(changes);
            changed.put("version", 2);
            batch.add(id, Table.DOCUMENT, Table.DOCUMENT.columns().stream().skip(2)
                    .map(column -> changed.getOrDefault(column, old.get(column))).toArray());
            batch.add(Table.CANCELLATION, "main", old.get("item_id"), old.get("customer_id"), old.get("currency"),
                    old.get("open_at_start"), "erp", "replaced", day, day, null);
            batch.flush();
            batch.handle().execute("DELETE FROM open_item WHERE item_id = ?", old.get("item_id"));
            batch.add(id, Table.OPEN_ITEM, "main", old.get("customer_id"), old.get("currency"), false,
                    changed.getOrDefault("open_at_start", old.get("open_at_start")));
        });
    }

    /** An empty payments file that was taken in on this day. */
    public void emptyPaymentsFile(LocalDate day) {
        ledger.write(BatchKind.INTAKE, "intake", day, batch -> batch.add(Table.INTAKE_FILE, "main", "FILE", "PAYMENTS",
                "payments.csv", "hash" + day, false, 0L, 0L, 0L, 0L));
    }

    /** An empty file of invoices that was taken in on this day. */
    public void emptyInvoicesFile(LocalDate day) {
        ledger.write(BatchKind.INTAKE, "intake", day, batch -> batch.add(Table.INTAKE_FILE, "main", "FILE", "INVOICES",
                "invoices.csv", "hash" + day, false, 0L, 0L, 0L, 0L));
    }

    /** The customer's mail that waits is not tried before then, and was so often in vain. */
    public void tryLater(String customer, Instant notBefore, int attempts) {
        ledger.database().jdbi().useHandle(handle -> handle.createUpdate("UPDATE mail SET next_attempt_at = :then, attempts = :n"
                        + " WHERE state = 'PENDING' AND customer_id = :customer")
                .bind("then", notBefore.atOffset(ZoneOffset.UTC)).bind("n", attempts).bind("customer", customer).execute());
    }

    public List<Map<String, Object>> rows(String sql) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery(sql).mapToMap().list());
    }

    public long count(String table) {
        return OutboxStoreTest.count(ledger.database(), table);
    }

    /** All mails of a kind as they lie in the outbox, in the order in which they were written. */
    public List<String> mails(String kind) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT content_sha256 FROM mail WHERE kind = :kind ORDER BY mail_id").bind("kind", kind)
                .mapTo(String.class).map(sha256 -> new String(Contents.get(handle, sha256),
                        StandardCharsets.US_ASCII)).list());
    }

    /** As if a crash had come before the mails of this kind were written. */
    public void forgetMails(String kind) {
        ledger.database().jdbi().useTransaction(handle -> {
            handle.createUpdate("DELETE FROM mail_event WHERE mail_id IN (SELECT mail_id FROM mail WHERE kind = :kind)")
                    .bind("kind", kind).execute();
            handle.createUpdate("DELETE FROM mail WHERE kind = :kind").bind("kind", kind).execute();
        });
    }

    /** What the ledger knew at each reminder. */
    public Instant knownAt() {
        return ledger.knownAt();
    }

    private long item(String document) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery(
                "SELECT item_id FROM document WHERE document_number = :number").bind("number", document)
                .mapTo(Long.class).one());
    }

    private static String named() {
        return "item_id = (SELECT d.item_id FROM document d WHERE d.document_number = :number)";
    }
}
