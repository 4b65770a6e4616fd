package org.saldo.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;
import org.saldo.statement.StatementChanges.Change;
import org.saldo.statement.StatementChanges.Kind;

/** What differs between two versions is listed whole: the old balance with the changes is the new balance. */
class StatementChangesTest {

    private static final int HISTORIES = 2000;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant THEN = Instant.parse("2026-11-01T05:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-09T05:00:00Z");

    /** An invoice, what was settled of it, and what is on account; each is known from some instant on. */
    private record Deal(int id, LocalDate issued, boolean early, LocalDate due, LocalDate dueLater, int amount, int paid,
                        boolean paidEarly, int onAccount, int appliedLater) {
    }

    @Test
    void theOldBalanceWithTheChangesIsTheNewOneOnBothRoads() {
        int empty = 0;
        int opened = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Deal> deals = deals(random);
            StatementOfAccount before = prove(1, previous(seed, deals, false), deals, false);
            StatementOfAccount after = prove(2, previous(seed, deals, seed % 6 == 0), deals, true);
            opened += before.opening().equals(after.opening()) ? 0 : 1;
            StatementChanges changes = StatementChanges.between(before, after);
            Money moved = changes.lines().stream().map(Change::difference).reduce(changes.opening(), Money::plus);
            Money open = changes.items().stream().map(Change::difference).reduce(cents(0), Money::plus)
                    .plus(changes.receipts().stream().map(Change::difference).reduce(cents(0), Money::plus));
            assertThat(before.closing().plus(moved)).isEqualTo(after.closing());
            assertThat(before.closing().plus(open)).isEqualTo(after.closing());
            assertThat(changes.isEmpty()).isEqualTo(before.saysTheSameAs(after));
            assertThat(applied(before.items(), changes.items())).containsExactlyInAnyOrderElementsOf(after.items());
            assertThat(applied(before.receipts(), changes.receipts())).containsExactlyInAnyOrderElementsOf(after.receipts());
            assertThat(applied(movements(before), changes.lines().stream().map(StatementChangesTest::ofMovement).toList()))
                    .containsExactlyInAnyOrderElementsOf(movements(after));
            empty += changes.isEmpty() ? 1 : 0;
        }
        assertThat(empty).isBetween(20, HISTORIES / 2);
        assertThat(opened).isGreaterThan(20);
    }

    /** A month before that was issued again knows more, so that the opening balance is another one. */
    private static Optional<PreviousStatement> previous(int seed, List<Deal> deals, boolean again) {
        return seed % 3 == 0 ? Optional.of(new PreviousStatement(new StatementKey(new CustomerId("main", "C-1"), EUR,
                OCTOBER.minusMonths(1), again ? 2 : 1), account(deals, again).before(), again ? NOW : THEN))
                : Optional.empty();
    }

    @Test
    void whatCameLateWasAmendedOrSettledIsToldAsWhatItIs() {
        Deal late = new Deal(1, OCTOBER.atDay(30), false, OCTOBER.atDay(31), null, 100, 0, false, 0, 0);
        Deal amended = new Deal(2, OCTOBER.atDay(2), true, OCTOBER.atDay(9), OCTOBER.atDay(20), 70, 0, false, 0, 0);
        Deal paid = new Deal(3, OCTOBER.atDay(3), true, OCTOBER.atDay(9), null, 50, 50, false, 20, 20);
        List<Deal> deals = List.of(late, amended, paid);
        StatementChanges changes = StatementChanges.between(prove(1, Optional.empty(), deals, false),
                prove(2, Optional.empty(), deals, true));
        assertThat(changes.lines()).extracting(change -> change.kind() + " " + change.latest().movement().reference())
                .containsExactly("ADDED P3", "ADDED B3", "ADDED I1");
        assertThat(changes.items()).extracting(change -> change.kind() + " " + change.latest().label() + " "
                + change.difference()).containsExactlyInAnyOrder("ADDED I1 EUR 1.00", "CHANGED I2 EUR 0.00", "GONE I3 EUR -0.50");
        assertThat(changes.receipts()).extracting(Change::kind).containsExactly(Kind.GONE);
        assertThat(changes.closing()).isEqualTo(cents(50 + 20));
    }

    @Test
    void onlyTwoVersionsOfOneStatementAreCompared() {
        StatementOfAccount first = prove(1, Optional.empty(), List.of(), false);
        StatementOfAccount second = prove(2, Optional.empty(), List.of(), true);
        assertThat(StatementChanges.between(first, second).isEmpty()).isTrue();
        assertThatThrownBy(() -> StatementChanges.between(second, first)).hasMessageContaining("does not take the place of");
        assertThatThrownBy(() -> StatementChanges.between(first, first)).hasMessageContaining("does not take the place of");
    }

    private static <T> List<T> applied(List<T> before, List<Change<T>> changes) {
        List<T> result = new ArrayList<>(before);
        for (Change<T> change : changes) {
            change.before().ifPresent(was -> assertThat(result.remove(was)).isTrue());
            change.after().ifPresent(result::add);
        }
        return result;
    }

    private static List<Movement> movements(StatementOfAccount statement) {
        return statement.lines().stream().map(StatementLine::movement).toList();
    }

    private static Change<Movement> ofMovement(Change<StatementLine> change) {
        return new Change<>(change.before().map(StatementLine::movement), change.after().map(StatementLine::movement),
                change.difference());
    }

    private static List<Deal> deals(Random random) {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < random.nextInt(9); i++) {
            int amount = 100 + random.nextInt(100_000);
            LocalDate issued = OCTOBER.atDay(1).minusDays(20).plusDays(random.nextInt(50));
            deals.add(new Deal(i, issued, random.nextInt(4) > 0, issued.plusDays(30),
                    random.nextInt(4) == 0 ? issued.plusDays(45) : null, amount, random.nextInt(3) * amount / 2,
                    random.nextInt(4) > 0, random.nextInt(2) * 500, random.nextInt(3) == 0 ? 500 : 0));
        }
        return deals;
    }

    private static StatementOfAccount prove(int version, Optional<PreviousStatement> previous, List<Deal> deals, boolean now) {
        return StatementOfAccount.prove(new StatementKey(new CustomerId("main", "C-1"), EUR, OCTOBER, version),
                now ? NOW : THEN, previous, account(deals, now), AgingBuckets.USUAL);
    }

    private static AccountAsOf account(List<Deal> deals, boolean now) {
        List<Movement> movements = new ArrayList<>();
        List<StatementItem> items = new ArrayList<>();
        List<UnappliedReceipt> receipts = new ArrayList<>();
        for (Deal deal : deals) {
            boolean issued = (deal.early() || now) && !deal.issued().isAfter(OCTOBER.atEndOfMonth());
            boolean paid = issued && (deal.paidEarly() || now) && deal.paid() > 0;
            if (issued) {
                movements.add(movement(deal.id(), MovementKind.INVOICE, deal.issued(), deal.early(), "I" + deal.id(),
                        deal.amount()));
            }
            if (issued && deal.amount() > (paid ? deal.paid() : 0)) {
                items.add(new StatementItem(deal.id(), DocumentType.INVOICE, "I" + deal.id(), deal.issued(),
                        now && deal.dueLater() != null ? deal.dueLater() : deal.due(), cents(deal.amount()),
                        cents(deal.amount() - (paid ? deal.paid() : 0))));
            }
            if (paid) {
                movements.add(movement(100 + deal.id(), MovementKind.RECEIPT, deal.issued(), deal.early() && deal.paidEarly(),
                        "P" + deal.id(), -deal.paid()));
            }
            account(deal, now, movements, receipts);
        }
        Money before = movements.stream().filter(movement -> movement.effectiveOn().isBefore(OCTOBER.atDay(1)))
                .map(Movement::amount).reduce(cents(0), Money::plus);
        return new AccountAsOf(before, movements, items, receipts);
    }

    /** Money on account, which is paid out again later. */
    private static void account(Deal deal, boolean now, List<Movement> movements, List<UnappliedReceipt> receipts) {
        if (deal.onAccount() == 0) {
            return;
        }
        LocalDate day = OCTOBER.atDay(20);
        boolean gone = now && deal.appliedLater() == deal.onAccount();
        movements.add(movement(200 + deal.id(), MovementKind.RECEIPT, day, true, "A" + deal.id(), -deal.onAccount()));
        if (gone) {
            movements.add(movement(300 + deal.id(), MovementKind.PAID_OUT, day, false, "B" + deal.id(), deal.onAccount()));
        } else {
            receipts.add(new UnappliedReceipt(deal.id(), "A" + deal.id(), day, "", cents(deal.onAccount()),
                    cents(deal.onAccount())));
        }
    }

    private static Movement movement(long row, MovementKind kind, LocalDate day, boolean early, String reference, int cents) {
        return new Movement(row, kind, day, early ? THEN.minusSeconds(86_400L * 20) : NOW, reference, "", false, cents(cents));
    }

    private static Money cents(long cents) {
        return Money.ofMinor(EUR, cents);
    }
}
