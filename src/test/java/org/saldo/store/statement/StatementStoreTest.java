package org.saldo.store.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;
import org.saldo.store.BatchKind;
import org.saldo.store.Books;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.MovementStore;

/** Accounts from rows, and statements kept, on both databases. */
class StatementStoreTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-01T05:00:00Z"));
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    @ParameterizedTest
    @EnumSource
    void everyKindOfMovementCountsOnBothRoads(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            books.document("INVOICE", "INV-0", "C-1", "2026-06-01", "2026-07-01", "500.00", "200.00");
            books.invoice("INV-1", "C-1", "2026-10-01", "2026-10-31", "119.00");
            books.invoice("INV-2", "C-1", "2026-10-02", "2026-11-01", "50.00");
            books.document("CREDIT_NOTE", "CN-1", "C-1", "2026-10-03", "2026-10-03", "30.00", "30.00");
            books.net("CN-1", "INV-0", "C-1", "20.00", "2026-10-03");
            books.cancel("INV-2", "C-1", "50.00", "2026-10-04");
            books.receipt("P-1", "2026-10-05", "100.00", "");
            books.decide("P-1", "C-1", null, "2026-10-05");
            books.pay("A-1", "P-1", "INV-1", "C-1", null, "90.00", "2026-10-05");
            books.lower("CASH_DISCOUNT", "INV-1", "C-1", "2.38", "2026-10-05");
            books.invoice("INV-9", "C-1", "2026-11-01", "2026-12-01", "999.00");
            AccountAsOf account = account(ledger, "C-1", OCTOBER);
            StatementOfAccount statement = prove(key("C-1", OCTOBER), ledger, account);
            assertThat(account.before()).isEqualTo(eur("200.00"));
            assertThat(statement.closing()).isEqualTo(eur("186.62"));
            assertThat(statement.items()).extracting(StatementItem::label).containsExactly("INV-0", "CN-1", "INV-1");
            assertThat(statement.items()).extracting(StatementItem::open)
                    .containsExactly(eur("180.00"), eur("10.00"), eur("26.62"));
            assertThat(statement.receipts()).extracting(UnappliedReceipt::unapplied).containsExactly(eur("10.00"));
            assertThat(new MovementStore(ledger).balances("main", OCTOBER.atEndOfMonth(), ledger.knownAt()))
                    .containsEntry(EUR, eur("186.62"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aReturnedPaymentReopensTheInvoiceWithItsDueDate(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            books.invoice("INV-1", "C-1", "2026-09-01", "2026-09-30", "100.00");
            books.receipt("P-1", "2026-09-28", "100.00", "");
            books.decide("P-1", "C-1", null, "2026-09-28");
            books.pay("A-1", "P-1", "INV-1", "C-1", null, "100.00", "2026-09-28");
            books.receipt("R-1", "2026-10-06", "-100.00", "P-1");
            books.decide("R-1", "C-1", null, "2026-10-06");
            books.reversePayment("A-1", "P-1", "INV-1", "C-1", "100.00", "2026-10-06");
            books.refund("P-1", "R-1", "C-1", "100.00", "2026-10-06");
            StatementOfAccount september = prove(key("C-1", SEPTEMBER), ledger, account(ledger, "C-1", SEPTEMBER));
            StatementOfAccount october = prove(key("C-1", OCTOBER), ledger, account(ledger, "C-1", OCTOBER));
            assertThat(september.isSettled()).isTrue();
            assertThat(september.later()).extracting(movement -> movement.kind())
                    .containsExactly(MovementKind.RETURNED_PAYMENT);
            assertThat(october.later()).isEmpty();
            assertThat(october.lines()).extracting(line -> line.movement().kind())
                    .containsExactly(MovementKind.RETURNED_PAYMENT);
            assertThat(october.items()).singleElement()
                    .satisfies(item -> assertThat(item.daysOverdue(october.cutOff())).isEqualTo(31));
            assertThat(october.receipts()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatAnotherPayerWroteStandsOnNoStatementOnceItsMoneyIsTakenAway(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            books.invoice("INV-1", "C-1", "2026-10-01", "2026-10-31", "100.00");
            books.invoice("INV-2", "C-2", "2026-10-01", "2026-10-31", "100.00");
            books.receipt("P-1", "2026-10-10", "60.00", "");
            books.decide("P-1", "C-1", null, "2026-10-10");
            books.receipt("P-2", "2026-10-11", "40.00", "");
            books.decide("P-2", "C-1", null, "2026-10-11");
            assertThat(texts(account(ledger, "C-1", OCTOBER))).containsExactly("payment P-1", "payment P-2");
            books.decide("P-1", "C-2", "C-1", "2026-11-03");
            AccountAsOf first = account(ledger, "C-1", OCTOBER);
            assertThat(texts(first)).containsExactly("", "payment P-2");
            assertThat(first.receipts()).extracting(UnappliedReceipt::text).containsExactlyInAnyOrder("", "payment P-2");
            assertThat(texts(account(ledger, "C-1", OCTOBER.plusMonths(1)))).as("and where it is taken away")
                    .containsExactly("", "payment P-2", "");
            assertThat(texts(account(ledger, "C-2", OCTOBER.plusMonths(1)))).containsExactly("payment P-1");
            books.decide("P-1", "C-1", "C-2", "2026-11-05");
            assertThat(texts(account(ledger, "C-1", OCTOBER))).as("it was its own after all").contains("payment P-1");
        });
    }

    /** What payers wrote, as it stands beside the receipts of an account. */
    private static List<String> texts(AccountAsOf account) {
        return account.movements().stream().sorted().filter(movement -> movement.kind() == MovementKind.RECEIPT)
                .map(Movement::text).toList();
    }

    @ParameterizedTest
    @EnumSource
    void cashOfOneCustomerMayPayForAnotherAndBothProve(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            books.invoice("INV-1", "C-1", "2026-10-01", "2026-10-31", "100.00");
            books.receipt("P-1", "2026-10-10", "150.00", "");
            books.decide("P-1", "C-2", null, "2026-10-10");
            books.pay("A-1", "P-1", "INV-1", "C-1", "C-2", "100.00", "2026-10-10");
            books.decide("P-1", null, "C-2", "2026-11-03");
            StatementOfAccount payee = prove(key("C-1", OCTOBER), ledger, account(ledger, "C-1", OCTOBER));
            StatementOfAccount payer = prove(key("C-2", OCTOBER), ledger, account(ledger, "C-2", OCTOBER));
            assertThat(payee.isSettled()).isTrue();
            assertThat(payer.closing()).isEqualTo(eur("-50.00"));
            assertThat(payer.lines()).extracting(line -> line.movement().kind())
                    .containsExactly(MovementKind.RECEIPT, MovementKind.TRANSFER);
        });
    }

    @ParameterizedTest
    @EnumSource
    void aReceiptThatWasGivenToAnotherCustomerLeavesOnTheDayOfTheCorrection(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            books.receipt("P-1", "2026-09-10", "80.00", "");
            books.decide("P-1", "C-1", null, "2026-09-10");
            books.decide("P-1", "C-2", "C-1", "2026-10-02");
            assertThat(prove(key("C-1", SEPTEMBER), ledger, account(ledger, "C-1", SEPTEMBER)).closing())
                    .isEqualTo(eur("-80.00"));
            assertThat(prove(key("C-1", OCTOBER), ledger, account(ledger, "C-1", OCTOBER)).isSettled()).isTrue();
            assertThat(prove(key("C-2", OCTOBER), ledger, account(ledger, "C-2", OCTOBER)).closing())
                    .isEqualTo(eur("-80.00"));
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatIsEnteredLaterIsListedOnTheNextStatementAndTheOldOneStaysTrue(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            StatementStore store = new StatementStore(ledger);
            books.invoice("INV-1", "C-1", "2026-09-01", "2026-09-30", "100.00");
            Instant before = ledger.knownAt();
            StatementOfAccount september = prove(key("C-1", SEPTEMBER), ledger, account(ledger, "C-1", SEPTEMBER));
            ledger.write(BatchKind.STATEMENT, "test", september.cutOff(), batch -> store.save(batch,
                    IssuedStatement.plain(september, new byte[] {1})));
            books.invoice("INV-LATE", "C-1", "2026-09-29", "2026-10-29", "7.00");
            books.newDueDate("INV-1", "2026-09-30", "2026-10-15", "2026-10-01");
            AccountAsOf account = account(ledger, "C-1", OCTOBER);
            StatementKey key = key("C-1", OCTOBER);
            StatementOfAccount october = StatementOfAccount.prove(key, ledger.knownAt(),
                    StatementStore.previous(store.upTo(key.customer(), OCTOBER), key), account, AgingBuckets.USUAL);
            assertThat(october.opening()).isEqualTo(september.closing()).isEqualTo(eur("100.00"));
            assertThat(october.lines()).singleElement().satisfies(line -> assertThat(line.correction()).isTrue());
            assertThat(october.items().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 10, 15));
            AccountAsOf again = new MovementStore(ledger).accounts(key.customer(), SEPTEMBER.atDay(1),
                    SEPTEMBER.atEndOfMonth(), before).get(EUR);
            assertThat(prove(key("C-1", SEPTEMBER), ledger, again).lines()).isEqualTo(september.lines());
        });
    }

    @ParameterizedTest
    @EnumSource
    void customersComeInPagesEachAsItsLatestVersionSays(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            StatementStore store = new StatementStore(ledger);
            for (int i = 5; i >= 1; i--) {
                books.customer("C-" + i, "Old name");
            }
            books.customer("C-2", "New name");
            assertThat(store.customersAfter("main", "", 2)).extracting(Customer::name).containsExactly("Old name", "New name");
            assertThat(store.customersAfter("main", "C-2", 9)).extracting(customer -> customer.id().number())
                    .containsExactly("C-3", "C-4", "C-5");
            assertThat(store.customer(new CustomerId("main", "C-2"))).map(Customer::name).hasValue("New name");
            assertThat(store.customer(new CustomerId("main", "C-9"))).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void statementsAndTheirBytesAreFoundAgain(TestDatabase kind) {
        with(kind, (ledger, books) -> {
            StatementStore store = new StatementStore(ledger);
            books.invoice("INV-1", "C-1", "2026-10-01", "2026-10-31", "100.00");
            StatementOfAccount statement = prove(key("C-1", OCTOBER), ledger, account(ledger, "C-1", OCTOBER));
            ledger.write(BatchKind.STATEMENT, "test", statement.cutOff(),
                    batch -> store.save(batch, IssuedStatement.plain(statement,
                            "the page".getBytes(java.nio.charset.StandardCharsets.UTF_8))));
            List<StatementRow> made = store.made("main", OCTOBER, 0, 10);
            assertThat(made).singleElement().satisfies(row -> {
                assertThat(row.key()).isEqualTo(statement.key());
                assertThat(row.closing()).isEqualTo(statement.closing());
                assertThat(row.asKnownAt()).isEqualTo(statement.asKnownAt());
                assertThat(store.pdf(row)).asString().isEqualTo("the page");
            });
            assertThat(store.made("main", OCTOBER, made.get(0).id(), 10)).isEmpty();
        });
    }

    private static void with(TestDatabase kind, BiConsumer<Ledger, Books> story) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, CLOCK);
            story.accept(ledger, new Books(ledger));
        }
    }

    private static AccountAsOf account(Ledger ledger, String customer, YearMonth month) {
        return new MovementStore(ledger).accounts(new CustomerId("main", customer), month.atDay(1), month.atEndOfMonth(),
                ledger.knownAt()).get(EUR);
    }

    private static StatementOfAccount prove(StatementKey key, Ledger ledger, AccountAsOf account) {
        return StatementOfAccount.prove(key, ledger.knownAt(), java.util.Optional.empty(), account, AgingBuckets.USUAL);
    }

    private static StatementKey key(String customer, YearMonth month) {
        return new StatementKey(new CustomerId("main", customer), EUR, month, 1);
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
