package org.saldo.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.saldo.delivery.MailAddress;
import org.saldo.ledger.ReferenceKey;

/** Writes ledger rows for tests by the names that a reader knows: {@code INV-1}, {@code P-1}, {@code C-1}; all in EUR. */
public final class Books {

    private final Ledger ledger;
    private final Map<String, Long> ids = new HashMap<>();
    private final Map<String, BigDecimal> amounts = new HashMap<>();

    public Books(Ledger ledger) {
        this.ledger = ledger;
    }

    public void customer(String number, String name) {
        customer(number, name, "en", number.toLowerCase(java.util.Locale.ROOT) + "@customer.example");
    }

    public void customer(String number, String name, String language, String email) {
        customer(number, name, language, email, "");
    }

    public void customer(String number, String name, String language, String email, String statements) {
        write(batch -> {
            Stream.of(email, statements).flatMap(field -> MailAddress.split(field).stream()).distinct().forEach(address ->
                    batch.add(Table.CUSTOMER_ADDRESS, "main", number, address.toLowerCase(Locale.ROOT)));
            return batch.add(Table.CUSTOMER, "main", number, name, name, "DE", language, "EUR", email, "", "NET30", "",
                    "", "", "", statements, "", "", "", "", null, "", "", "", false, false, "", "", "", "", "", null,
                    "customers.csv:2", "hash");
        });
    }

    public void invoice(String number, String customer, String issued, String due, String amount) {
        document("INVOICE", number, customer, issued, due, amount, amount);
    }

    public void document(String type, String number, String customer, String issued, String due, String amount, String open) {
        ids.put(number, write(batch -> batch.add(Table.DOCUMENT, "main", type, number, 1, 1,
                ReferenceKey.of(number), customer, day(issued), day(due), day(issued),
                "EUR", new BigDecimal(amount), new BigDecimal(open), null, "", null, null, null, "",
                "PO-" + number, "", "", "", "", "invoices.csv:2", "hash")));
    }

    public void receipt(String id, String booked, String amount, String returnOf) {
        amounts.put(id, new BigDecimal(amount));
        ids.put(id, write(batch -> batch.add(Table.RECEIPT, "main", "DE01", id, day(booked), day(booked), day(booked), "EUR",
                new BigDecimal(amount), "Payer", "", "", "payment " + id, "", "", "TRANSFER", null, returnOf, "", "",
                null, null, null, false, "payments.csv:2", "hash")));
    }

    /** {@code customer} or {@code previous} null: nobody. */
    public void decide(String receipt, String customer, String previous, String on) {
        write(batch -> batch.add(Table.DECISION, "main", ids.get(receipt), "APPLIED", "", "", customer, previous, "EUR",
                amounts.get(receipt), "test", "1", "", "", "", "test", day(on), day(on)));
    }

    public void pay(String name, String receipt, String item, String customer, String payer, String amount, String on) {
        ids.put(name, write(batch -> batch.add(Table.ALLOCATION, "main", "PAYMENT", ids.get(receipt), ids.get(item), null,
                null, customer, payer, "EUR", new BigDecimal(amount), "test", "1", "", "test", "", day(on), day(on), null, null,
                null)));
    }

    public void reversePayment(String allocation, String receipt, String item, String customer, String amount, String on) {
        write(batch -> batch.add(Table.ALLOCATION, "main", "PAYMENT", ids.get(receipt), ids.get(item), null, null, customer,
                null, "EUR", new BigDecimal(amount).negate(), "test", "1", "", "test", "", day(on), day(on),
                ids.get(allocation), null, null));
    }

    public void refund(String receipt, String returned, String customer, String amount, String on) {
        write(batch -> batch.add(Table.ALLOCATION, "main", "REFUND", ids.get(receipt), null, null, ids.get(returned),
                customer, null, "EUR", new BigDecimal(amount), "test", "1", "", "test", "", day(on), day(on), null, null, null));
    }

    public void lower(String kind, String item, String customer, String amount, String on) {
        write(batch -> batch.add(Table.ALLOCATION, "main", kind, null, ids.get(item), null, null, customer, null, "EUR",
                new BigDecimal(amount), "test", "1", "", "test", "", day(on), day(on), null, null, null));
    }

    public void net(String creditNote, String invoice, String customer, String amount, String on) {
        write(batch -> batch.add(Table.ALLOCATION, "main", "CREDIT_NOTE", null, ids.get(invoice), ids.get(creditNote), null,
                customer, null, "EUR", new BigDecimal(amount), "test", "1", "", "test", "", day(on), day(on), null, null, null));
    }

    public void cancel(String item, String customer, String effect, String on) {
        write(batch -> batch.add(Table.CANCELLATION, "main", ids.get(item), customer, "EUR", new BigDecimal(effect), "test",
                "wrong", day(on), day(on), null));
    }

    public void newDueDate(String item, String was, String is, String on) {
        write(batch -> batch.add(Table.AMENDMENT, "main", ids.get(item), "due_date", was, is, day(on), "hash"));
    }

    public void control(String on, String balance) {
        control(on, "", balance);
    }

    /** {@code customer} empty: of all together. */
    public void control(String on, String customer, String balance) {
        write(batch -> batch.add(Table.CONTROL_BALANCE, "main", day(on), "EUR", new BigDecimal(balance), customer, "1200",
                "controls.csv:2", "hash"));
    }

    private long write(Function<Batch, Long> row) {
        return ledger.record(BatchKind.INTAKE, "test", LocalDate.of(2026, 11, 1), row);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
