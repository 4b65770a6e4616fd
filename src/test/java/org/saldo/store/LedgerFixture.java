package org.saldo.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentKey;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.OpeningBalance;
import org.saldo.ledger.OriginalAmount;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.RemittanceLine;
import org.saldo.money.Money;
import org.saldo.store.intake.DocumentRows;

/** Puts records into a ledger for a test, published at once, with their projections. Company {@code main}, in EUR. */
public final class LedgerFixture {

    public static final String ACCOUNT = "DE89370400440532013000";
    public static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));
    public static final Company MAIN = new Company("main", "Example Company Ltd", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER,
            List.of(new Company.BankAccount(ACCOUNT, "EUR", "Example Bank")), Optional.empty(), "", List.of());

    private final Ledger ledger;

    public LedgerFixture(Database database) {
        this.ledger = new Ledger(database, CLOCK);
    }

    public Ledger ledger() {
        return ledger;
    }

    /** Takes in and publishes in one batch. */
    public void take(LocalDate day, List<Customer> customers, List<Document> documents, List<Receipt> receipts) {
        ledger.write(BatchKind.INTAKE, "fixture", day, batch -> {
            customers.forEach(customer -> add(batch, customer));
            documents.forEach(document -> add(batch, document));
            receipts.forEach(receipt -> add(batch, receipt));
        });
    }

    public void advice(LocalDate day, RemittanceLine... lines) {
        ledger.write(BatchKind.INTAKE, "fixture", day, batch -> {
            for (RemittanceLine line : lines) {
                batch.add(Table.REMITTANCE_LINE, line.company(), line.adviceId(), line.customer().number(),
                        line.paymentDate(), line.amount().currency().getCurrencyCode(), line.documentNumber(), 1,
                        line.amount().toDecimal(), line.deduction().map(Money::toDecimal).orElse(null),
                        line.deductionReason(), line.paymentReference(), "fixture", "");
            }
        });
    }

    /** What the ERP says: for the company, or for a customer when one is given. */
    public void control(LocalDate asOf, String customer, String account, String balance) {
        ledger.write(BatchKind.INTAKE, "fixture", asOf, batch -> batch.add(Table.CONTROL_BALANCE, "main", asOf, "EUR",
                new BigDecimal(balance), customer, account, "fixture", ""));
    }

    public static Customer customer(String number, String name, String iban) {
        return new Customer(new CustomerId("main", number), name, "DE", "de", "EUR", number + "@example.org", iban, "NET30",
                "", name, "", "", "", "", "", "", Optional.empty(), "", "", "", false, false);
    }

    public static Document invoice(String number, String customer, LocalDate issued, String amount) {
        return document(DocumentType.INVOICE, number, customer, issued, Money.of("EUR", amount));
    }

    public static Document creditNote(String number, String customer, LocalDate issued, String amount) {
        return document(DocumentType.CREDIT_NOTE, number, customer, issued, Money.of("EUR", amount));
    }

    public static Document document(DocumentType type, String number, String customer, LocalDate issued, Money amount) {
        return document(type, number, customer, issued, amount, Optional.empty());
    }

    public static Document document(DocumentType type, String number, String customer, LocalDate issued, Money amount,
                                    Optional<CashDiscount> discount) {
        return new Document(new DocumentKey("main", type, number, 1), new CustomerId("main", customer), issued,
                issued.plusDays(30), amount, List.of(), discount, Optional.empty(), "", "", List.of(), "", "", "",
                Optional.empty());
    }

    public static Receipt receipt(String paymentId, LocalDate booked, String amount, String payer, String iban, String text) {
        return receipt(paymentId, booked, Money.of("EUR", amount), payer, iban, text, "");
    }

    public static Receipt receipt(String paymentId, LocalDate booked, Money amount, String payer, String iban, String text,
                                  String returnOf) {
        return new Receipt(new ReceiptKey("main", ACCOUNT, paymentId), booked, booked, amount, payer, iban, "", text, "", "",
                Receipt.Instrument.TRANSFER, Optional.empty(), returnOf, returnOf.isEmpty() ? "" : "AM04", "", false);
    }

    static void add(Batch batch, Customer customer) {
        batch.add(Table.CUSTOMER, customer.id().company(), customer.id().number(), customer.name(),
                ReferenceKey.of(customer.name()), customer.country(), customer.language(), customer.currency(),
                customer.email(), customer.iban(), customer.paymentTerms(), customer.salesperson(), customer.legalName(),
                ReferenceKey.of(customer.legalName()), customer.taxId(), customer.statementEmail(),
                customer.reminderEmail(), customer.contactName(), customer.timeZone(), customer.segment(),
                customer.creditLimit().map(Money::toDecimal).orElse(null), customer.dunningPolicy(),
                customer.allocationPolicy(), customer.parentNumber(), customer.intercompany(), customer.naturalPerson(),
                customer.postal().street(), customer.postal().postalCode(), customer.postal().city(),
                customer.postal().region(), customer.stop().kind().map(Enum::name).orElse(""),
                customer.stop().until().orElse(null), "fixture", "");
        CustomerAddresses.of(customer).forEach(address -> batch.add(Table.CUSTOMER_ADDRESS, customer.id().company(),
                customer.id().number(), address));
    }

    static void add(Batch batch, Document document) {
        DocumentKey key = document.key();
        String currency = document.amount().currency().getCurrencyCode();
        BigDecimal open = document.openAtStart().toDecimal();
        long item = batch.add(Table.DOCUMENT, key.company(), key.type().name(), key.number(), key.instalment(), 1,
                ReferenceKey.of(key.number()), document.customer().number(), document.issueDate(), document.dueDate(),
                MAIN.postingDate(document.issueDate()), currency, document.amount().toDecimal(), open,
                document.opening().map(OpeningBalance::dunningLevel).orElse(null), DocumentRows.taxes(document),
                document.discount().map(CashDiscount::percent).orElse(null),
                document.discount().map(CashDiscount::until).orElse(null),
                document.retention().map(Money::toDecimal).orElse(null), document.paymentReference(),
                document.purchaseOrder(), String.join("|", document.aliases()), document.salesperson(),
                document.originalDocument(), document.description(), "fixture", "");
        if (!document.purchaseOrder().isEmpty()) {
            batch.add(Table.DOCUMENT_REFERENCE, item, ReferenceKey.of(document.purchaseOrder()), DocumentRows.PURCHASE_ORDER);
        }
        document.aliases().forEach(alias ->
                batch.add(Table.DOCUMENT_REFERENCE, item, ReferenceKey.of(alias), "ALIAS"));
        batch.add(item, Table.OPEN_ITEM, key.company(), document.customer().number(), currency, key.type().isCredit(), open);
    }

    static void add(Batch batch, Receipt receipt) {
        ReceiptKey key = receipt.key();
        String currency = receipt.amount().currency().getCurrencyCode();
        long id = batch.add(Table.RECEIPT, key.company(), key.account(), key.paymentId(), receipt.bookingDate(),
                receipt.valueDate(), MAIN.postingDate(receipt.bookingDate()), currency, receipt.amount().toDecimal(),
                receipt.payerName(), receipt.payerIban(), receipt.endToEndId(), receipt.remittanceText(),
                receipt.bankReference(), receipt.structuredReference(), receipt.instrument().name(),
                receipt.maturityDate().orElse(null), receipt.returnOf(), receipt.returnReason(), receipt.payerCountry(),
                receipt.original().map(original -> original.amount().toDecimal()).orElse(null),
                receipt.original().map(original -> original.amount().currency().getCurrencyCode()).orElse(null),
                receipt.original().flatMap(OriginalAmount::rate).orElse(null), receipt.opening(), "fixture", "");
        batch.add(id, Table.OPEN_RECEIPT, key.company(), null, currency, receipt.amount().toDecimal(), null);
    }
}
