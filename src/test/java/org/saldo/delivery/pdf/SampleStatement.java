package org.saldo.delivery.pdf;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.delivery.ChangesPart;
import org.saldo.delivery.ReplyPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.ItemNote;
import org.saldo.ledger.MasterStop;
import org.saldo.ledger.PostalAddress;
import org.saldo.money.Money;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.statement.PreviousStatement;
import org.saldo.statement.StatementChanges;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;

/** Statements with everything that a page can show. */
public final class SampleStatement {

    static final Instant KNOWN = Instant.parse("2026-11-01T05:00:00Z");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private SampleStatement() {
    }

    public static StatementWording words(String language) {
        return StatementTemplates.read(Path.of("config/templates")).in(language, Locale.ENGLISH);
    }

    public static Company company() {
        return company("Nordlicht Pumpen GmbH");
    }

    static Company company(String name) {
        return new Company("main", name, List.of("Speicherstraße 12", "20457 Hamburg", "Germany"), "DE 123 456 789", "DE",
                Locale.GERMAN, ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(),
                "ledger@nordlicht.example", List.of("finance@nordlicht.example"));
    }

    static Customer customer(String name) {
        return customer(name, "C-0017");
    }

    public static StatementLetter letter(String language) {
        return StatementLetter.of(statement(9, "EUR"), company(), customer("ACME Industrie-Service GmbH & Co. KG"),
                words(language));
    }

    /** One with a single document, and what is said of it. */
    static StatementLetter letter(String language, String document) {
        Currency currency = Currency.getInstance("EUR");
        List<Movement> movements = new ArrayList<>();
        add(movements, MovementKind.INVOICE, "2026-10-05", document, "", money(currency, "119.00"));
        StatementItem item = item(document, DocumentType.INVOICE, "2026-10-05", "2026-11-04", money(currency, "119.00"),
                money(currency, "119.00"));
        StatementOfAccount statement = StatementOfAccount.prove(new StatementKey(new CustomerId("main", "C-0017"), currency,
                OCTOBER, 1), KNOWN, Optional.empty(), new AccountAsOf(Money.zero(currency), movements, List.of(item), List.of()),
                AgingBuckets.USUAL);
        return StatementLetter.of(statement, company(), customer("ACME Industrie-Service GmbH & Co. KG"), words(language))
                .withNotes(List.of(new ItemNote(item.itemId(), ItemMark.DISPUTED, Optional.empty(), Optional.empty())));
    }

    /** One with a single document and all that a seller asks for: where to pay, a code, a legal line, a postal address. */
    static StatementLetter small(String language) {
        StatementLetter one = letter(language, "INV-1041");
        Customer customer = new Customer(one.customer().id(), one.customer().name(), "DE", "de", "EUR", "", "", "", "", "",
                "DE 987 654 321", "", "", "", "", "", Optional.empty(), "", "", "", false, false,
                new PostalAddress("Große Marktstraße 28", "28195", "Bremen", ""), MasterStop.NONE);
        return StatementTemplates.read(Path.of("config/templates")).letter(one.statement(), one.company(), customer, language)
                .withPayment(PaymentSectionTest.PART).withReply(new ReplyPart("ledger@nordlicht.example", "ST-2026-10-C0017"));
    }

    public static Customer customer(String name, String number) {
        return new Customer(new CustomerId("main", number), name, "DE", "de", "EUR", "", "", "", "", "", "DE 987 654 321",
                "", "", "", "", "", Optional.empty(), "", "", "", false, false);
    }

    /** One with a postal address. */
    static Customer swiss(String name) {
        return new Customer(new CustomerId("main", "C-0017"), name, "CH", "fr", "CHF", "", "", "", "", "", "CHE-123.456.789",
                "", "", "", "", "", Optional.empty(), "", "", "", false, false, new PostalAddress("Grosse Marktgasse 28", "9400",
                "Rorschach", ""), MasterStop.NONE);
    }

    /** {@code invoices} invoices of the month beside a few movements of every other kind. */
    public static StatementOfAccount statement(int invoices, String currencyCode) {
        return statement(invoices, currencyCode, 1);
    }

    /** A letter with the second version of {@link #letter}'s statement. */
    public static StatementLetter reissued(String language) {
        StatementOfAccount before = statement(9, "EUR");
        StatementOfAccount after = statement(9, "EUR", 2);
        return StatementLetter.of(after, company(), customer("ACME Industrie-Service GmbH & Co. KG"), words(language))
                .withChanges(new ChangesPart(StatementChanges.between(before, after), true));
    }

    /** A second version knows more: an invoice and a discount of the month, another due day, and what a payment settled. */
    private static void knowMore(List<Movement> movements, List<StatementItem> items, Currency currency) {
        add(movements, MovementKind.INVOICE, "2026-10-30", "INV-1099", "PO 4500017499", money(currency, "1234.00"));
        items.add(item("INV-1099", DocumentType.INVOICE, "2026-10-30", "2026-11-29", money(currency, "1234.00"),
                money(currency, "1234.00")));
        add(movements, MovementKind.CASH_DISCOUNT, "2026-10-28", "INV-1007", "", money(currency, "-6.21"));
        items.replaceAll(item -> switch (item.label()) {
            case "INV-1007" -> item("INV-1007", item.type(), "2026-09-28", "2026-11-15", item.original(),
                    money(currency, "304.29"));
            case "INV-0980" -> item("INV-0980", item.type(), "2026-06-03", "2026-07-03", item.original(),
                    money(currency, "450.00"));
            default -> item;
        });
    }

    private static StatementOfAccount statement(int invoices, String currencyCode, int version) {
        Currency currency = Currency.getInstance(currencyCode);
        List<Movement> movements = new ArrayList<>();
        List<StatementItem> items = new ArrayList<>();
        add(movements, MovementKind.INVOICE, "2026-06-03", "INV-0980", "", money(currency, "4200.00"));
        items.add(item("INV-0980", DocumentType.INVOICE, "2026-06-03", "2026-07-03", money(currency, "4200.00"),
                money(currency, "1200.00")));
        add(movements, MovementKind.RECEIPT, "2026-08-05", "P-1988", "INV-0980 part", money(currency, "-3000.00"));
        Money closingBefore = sum(movements, currency);
        movements.add(new Movement(900, MovementKind.INVOICE, LocalDate.of(2026, 9, 28), KNOWN, "INV-1007", "PO 4500017322",
                false, money(currency, "310.50")));
        items.add(item("INV-1007", DocumentType.INVOICE, "2026-09-28", "2026-10-28", money(currency, "310.50"),
                money(currency, "310.50")));
        for (int i = 0; i < invoices; i++) {
            Money amount = Money.ofMinor(currency, 1_234_567L + i * 98_765L);
            LocalDate issued = LocalDate.of(2026, 10, 1).plusDays(i % 28);
            add(movements, MovementKind.INVOICE, issued.toString(), "INV-" + (1041 + i), "PO 45000" + (17_400 + i), amount);
            if (i % 3 == 2) {
                add(movements, MovementKind.RECEIPT, issued.plusDays(2).toString(), "P-" + (2300 + i),
                        "payment of invoice INV-" + (1041 + i) + ", thank you", amount.negated());
            } else {
                items.add(item("INV-" + (1041 + i), DocumentType.INVOICE, issued.toString(), issued.plusDays(i % 2 * 30)
                        .toString(), amount, amount));
            }
        }
        add(movements, MovementKind.CREDIT_NOTE, "2026-10-12", "CN-0211", "", money(currency, "-119.00"));
        items.add(item("CN-0211", DocumentType.CREDIT_NOTE, "2026-10-12", "2026-10-12", money(currency, "119.00"),
                money(currency, "119.00")));
        add(movements, MovementKind.RECEIPT, "2026-10-20", "P-2291", "ACME Holding, INV-0999", money(currency, "-480.00"));
        add(movements, MovementKind.RETURNED_PAYMENT, "2026-10-22", "P-2291-R", "AC04 account closed", money(currency, "480.00"));
        add(movements, MovementKind.RECEIPT, "2026-10-27", "P-2304", "on account", money(currency, "-750.00"));
        List<UnappliedReceipt> receipts = new ArrayList<>();
        if (version == 1) {
            receipts.add(new UnappliedReceipt(1, "P-2304", LocalDate.of(2026, 10, 27), "on account",
                    money(currency, "750.00"), money(currency, "750.00")));
        } else {
            knowMore(movements, items, currency);
        }
        AccountAsOf account = new AccountAsOf(closingBefore.plus(money(currency, "310.50")), movements, items, receipts,
                later(currency));
        StatementKey key = new StatementKey(new CustomerId("main", "C-0017"), currency, OCTOBER, version);
        PreviousStatement previous = new PreviousStatement(new StatementKey(key.customer(), currency,
                OCTOBER.minusMonths(1), 1), closingBefore, KNOWN.minusSeconds(86_400 * 30));
        return StatementOfAccount.prove(key, KNOWN, Optional.of(previous), account, AgingBuckets.USUAL);
    }

    private static List<Movement> later(Currency currency) {
        return List.of(new Movement(950, MovementKind.RECEIPT, LocalDate.of(2026, 11, 1), KNOWN, "P-2310", "INV-1041", false,
                money(currency, "-12345.67")), new Movement(951, MovementKind.INVOICE, LocalDate.of(2026, 11, 1), KNOWN,
                "INV-2000", "", false, money(currency, "99.00")));
    }

    /** A customer who is owed money: a credit note and a payment that settles nothing. */
    static StatementOfAccount credit() {
        Currency currency = Currency.getInstance("CHF");
        List<Movement> movements = new ArrayList<>();
        add(movements, MovementKind.CREDIT_NOTE, "2026-10-05", "CN-7", "return of pumps", money(currency, "-1890.45"));
        add(movements, MovementKind.RECEIPT, "2026-10-09", "P-77", "deposit", money(currency, "-2000.00"));
        AccountAsOf account = new AccountAsOf(Money.zero(currency), movements, List.of(item("CN-7", DocumentType.CREDIT_NOTE,
                "2026-10-05", "2026-10-05", money(currency, "1890.45"), money(currency, "1890.45"))),
                List.of(new UnappliedReceipt(7, "P-77", LocalDate.of(2026, 10, 9), "deposit", money(currency, "2000.00"),
                        money(currency, "2000.00"))));
        return StatementOfAccount.prove(new StatementKey(new CustomerId("main", "C-0017"), currency, OCTOBER, 1), KNOWN,
                Optional.empty(), account, AgingBuckets.USUAL);
    }

    static StatementOfAccount empty() {
        Currency currency = Currency.getInstance("JPY");
        return StatementOfAccount.prove(new StatementKey(new CustomerId("main", "C-0017"), currency, YearMonth.of(2028, 2), 2),
                KNOWN, Optional.empty(), new AccountAsOf(Money.zero(currency), List.of(), List.of(), List.of()),
                AgingBuckets.USUAL);
    }

    private static void add(List<Movement> movements, MovementKind kind, String day, String reference, String text,
                            Money amount) {
        movements.add(new Movement(movements.size(), kind, LocalDate.parse(day), KNOWN.minusSeconds(86_400 * 40), reference,
                text, false, amount));
    }

    private static StatementItem item(String label, DocumentType type, String issued, String due, Money original, Money open) {
        return new StatementItem(label.hashCode(), type, label, LocalDate.parse(issued), LocalDate.parse(due), original, open);
    }

    private static Money money(Currency currency, String amount) {
        return Money.of(currency, new BigDecimal(amount));
    }

    private static Money sum(List<Movement> movements, Currency currency) {
        return movements.stream().map(Movement::amount).reduce(Money.zero(currency), Money::plus);
    }
}
