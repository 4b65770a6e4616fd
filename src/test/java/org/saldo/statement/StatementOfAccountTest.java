package org.saldo.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;

class StatementOfAccountTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant THEN = Instant.parse("2028-02-01T05:00:00Z");
    private static final Instant NOW = Instant.parse("2028-03-01T05:00:00Z");
    private static final YearMonth FEBRUARY = YearMonth.of(2028, 2);

    @Test
    void theFiguresOfALeapMonth() {
        StatementOfAccount statement = prove(Optional.empty(), account("100.00",
                List.of(movement(1, MovementKind.INVOICE, "2028-01-10", THEN, "100.00"),
                        movement(4, MovementKind.RECEIPT, "2028-02-29", THEN, "-60.00"),
                        movement(3, MovementKind.CASH_DISCOUNT, "2028-02-29", THEN, "-2.00"),
                        movement(2, MovementKind.INVOICE, "2028-02-29", THEN, "50.00"),
                        movement(5, MovementKind.INVOICE, "2028-03-01", THEN, "999.00")),
                List.of(item(1, "2028-01-29", "100.00", "38.00"), item(2, "2028-03-30", "50.00", "50.00"))));
        assertThat(statement.cutOff()).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(statement.lines()).extracting(line -> line.movement().rowId()).containsExactly(2L, 4L, 3L);
        assertThat(statement.lines()).extracting(StatementLine::balance)
                .containsExactly(eur("150.00"), eur("90.00"), eur("88.00"));
        assertThat(statement.proof().movements()).containsEntry(MovementKind.Group.DOCUMENTS, eur("50.00"))
                .containsEntry(MovementKind.Group.PAYMENTS, eur("-60.00"))
                .containsEntry(MovementKind.Group.DEDUCTIONS, eur("-2.00"))
                .containsEntry(MovementKind.Group.CREDIT_NOTES, eur("0.00"));
        assertThat(statement.closing()).isEqualTo(eur("88.00"));
        assertThat(statement.aging().amounts())
                .containsExactly(eur("50.00"), eur("0.00"), eur("38.00"), eur("0.00"), eur("0.00"));
    }

    @Test
    void aLateEntryOfAnEarlierDayIsListedAndNotHiddenInTheOpening() {
        PreviousStatement january = new PreviousStatement(key(YearMonth.of(2028, 1)), eur("100.00"), THEN);
        StatementOfAccount statement = prove(Optional.of(january), account("107.00",
                List.of(movement(1, MovementKind.INVOICE, "2028-01-10", THEN, "100.00"),
                        movement(2, MovementKind.INVOICE, "2028-01-20", NOW, "7.00")),
                List.of(item(1, "2028-01-29", "100.00", "100.00"), item(2, "2028-02-20", "7.00", "7.00"))));
        assertThat(statement.opening()).isEqualTo(eur("100.00"));
        assertThat(statement.proof().corrections()).isEqualTo(eur("7.00"));
        assertThat(statement.lines()).singleElement().isEqualTo(new StatementLine(
                movement(2, MovementKind.INVOICE, "2028-01-20", NOW, "7.00"), true, eur("107.00")));
    }

    @Test
    void aMonthWithoutAStatementBetweenIsCaughtUp() {
        PreviousStatement december = new PreviousStatement(key(YearMonth.of(2027, 12)), eur("0.00"), THEN);
        StatementOfAccount statement = prove(Optional.of(december), account("100.00",
                List.of(movement(1, MovementKind.INVOICE, "2028-01-10", THEN, "100.00")),
                List.of(item(1, "2028-01-29", "100.00", "100.00"))));
        assertThat(statement.lines()).extracting(StatementLine::correction).containsExactly(true);
        assertThat(statement.opening()).isEqualTo(eur("0.00"));
    }

    @Test
    void aStatementWhoseFiguresDoNotAgreeCannotBeMade() {
        List<Movement> movements = List.of(movement(1, MovementKind.INVOICE, "2028-02-10", THEN, "100.00"));
        assertThatThrownBy(() -> prove(Optional.empty(), account("0.00", movements, List.of())))
                .isInstanceOf(UnprovedException.class)
                .hasMessage("open items EUR 0.00 - unapplied EUR 0.00 is EUR 0.00, but opening + movements is EUR 100.00");
        PreviousStatement wrong = new PreviousStatement(key(YearMonth.of(2028, 1)), eur("5.00"), THEN);
        assertThatThrownBy(() -> prove(Optional.of(wrong), account("0.00", movements,
                List.of(item(1, "2028-03-10", "100.00", "100.00")))))
                .isInstanceOf(UnprovedException.class).hasMessageContaining("closing EUR 5.00 of the statement before");
        assertThatThrownBy(() -> new Proof(eur("1.00"), eur("0.00"), Map.of(), eur("2.00"), eur("2.00"), eur("0.00")))
                .isInstanceOf(UnprovedException.class);
    }

    @Test
    void thePolicyLeavesOutWhatIsSettledOrTooSmall() {
        StatementPolicy usual = new StatementPolicy(false, false, List.of(eur("5.00")), AgingBuckets.USUAL);
        StatementOfAccount settled = prove(Optional.empty(), account("0.00",
                List.of(movement(1, MovementKind.INVOICE, "2028-02-01", THEN, "9.00"),
                        movement(2, MovementKind.RECEIPT, "2028-02-02", THEN, "-9.00")), List.of()));
        StatementOfAccount small = prove(Optional.empty(), account("0.00",
                List.of(movement(1, MovementKind.INVOICE, "2028-02-01", THEN, "4.99")),
                List.of(item(1, "2028-03-01", "4.99", "4.99"))));
        assertThat(usual.usual().whyNot(settled)).hasValue(HeldBack.Reason.SETTLED);
        assertThat(new StatementPolicy(false, true, List.of(), AgingBuckets.USUAL).usual().whyNot(settled)).isEmpty();
        assertThat(usual.usual().whyNot(small)).hasValue(HeldBack.Reason.BELOW_MINIMUM);
        assertThat(new StatementPolicy(false, false, List.of(eur("4.99")), AgingBuckets.USUAL).usual().whyNot(small)).isEmpty();
    }

    @Test
    void aDifferenceToTheControlAccountIsNamedOnlyWhenOneAnswerFits() {
        Movement known = movement(1, MovementKind.INVOICE, "2028-02-20", THEN, "119.00");
        Movement late = movement(2, MovementKind.INVOICE, "2028-02-28", NOW, "40.00");
        Movement later = movement(3, MovementKind.RECEIPT, "2028-02-28", NOW, "-15.00");
        assertThat(named("119.00", known, late, later)).containsExactly("R-1");
        assertThat(named("25.00", known, late, later)).containsExactly("R-2", "R-3");
        assertThat(named("104.00", known, late, later)).containsExactly("R-1", "R-3");
        assertThat(named("77.00", known, late, later)).isEmpty();
        assertThat(named("119.00", known, movement(4, MovementKind.INVOICE, "2028-02-21", THEN, "119.00"))).isEmpty();
        assertThat(named("0.00", known)).isEmpty();
    }

    private static List<String> named(String difference, Movement... recent) {
        return ControlComparison.of(eur(difference).plus(eur("1000.00")),
                Optional.of(new ControlComparison.Control(eur("1000.00"), THEN)), Arrays.asList(recent)).named();
    }

    private static StatementOfAccount prove(Optional<PreviousStatement> previous, AccountAsOf account) {
        return StatementOfAccount.prove(key(FEBRUARY), NOW, previous, account, AgingBuckets.USUAL);
    }

    private static AccountAsOf account(String before, List<Movement> movements, List<StatementItem> items) {
        return new AccountAsOf(eur(before), movements, items, List.of());
    }

    private static StatementKey key(YearMonth month) {
        return new StatementKey(new CustomerId("main", "C-1"), EUR, month, 1);
    }

    private static Movement movement(long id, MovementKind kind, String day, Instant known, String amount) {
        return new Movement(id, kind, LocalDate.parse(day), known, "R-" + id, "", false, eur(amount));
    }

    private static StatementItem item(long id, String due, String original, String open) {
        return new StatementItem(id, DocumentType.INVOICE, "INV-" + id, LocalDate.parse(due).minusDays(30),
                LocalDate.parse(due), eur(original), eur(open));
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
