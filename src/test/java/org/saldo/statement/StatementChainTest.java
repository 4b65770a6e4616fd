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

/** For random histories, with entries that become known months too late, the chain of statements holds. */
class StatementChainTest {

    private static final int HISTORIES = 1000;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final YearMonth START = YearMonth.of(2027, 11);
    private static final int MONTHS = 6;

    /** An invoice, and the receipt that paid a part of it on a later day (or never). */
    private record Deal(long id, LocalDate issued, Instant knownAt, long amount, LocalDate paidOn, Instant paidKnownAt,
                        long received, long applied) {
    }

    @Test
    void everyMonthOpensWhereTheLastOneClosedAndProves() {
        for (int seed = 0; seed < HISTORIES; seed++) {
            Random random = new Random(seed);
            List<Deal> history = history(random);
            Optional<PreviousStatement> previous = Optional.empty();
            List<Movement> shown = new ArrayList<>();
            for (int i = 0; i < MONTHS; i++) {
                YearMonth month = START.plusMonths(i);
                Instant knownAt = knownAfter(month.atEndOfMonth());
                if (previous.isPresent() && random.nextInt(5) == 0) {
                    continue;
                }
                AccountAsOf account = account(history, month, knownAt);
                StatementOfAccount statement = StatementOfAccount.prove(key(month), knownAt, previous, account,
                        AgingBuckets.USUAL);
                previous.ifPresent(last -> assertThat(statement.opening()).isEqualTo(last.closing()));
                assertThat(statement.aging().balance()).isEqualTo(statement.closing());
                statement.lines().forEach(line -> shown.add(line.movement()));
                assertThat(StatementOfAccount.prove(key(month), knownAt, previous, account(history, month, knownAt),
                        AgingBuckets.USUAL).saysTheSameAs(statement)).isTrue();
                refusesWhatIsTamperedWith(statement, previous, account, random);
                previous = Optional.of(new PreviousStatement(statement.key(), statement.closing(), knownAt));
            }
            assertThat(shown).doesNotHaveDuplicates();
        }
    }

    private static void refusesWhatIsTamperedWith(StatementOfAccount statement, Optional<PreviousStatement> previous,
                                                  AccountAsOf account, Random random) {
        if (account.items().isEmpty()) {
            return;
        }
        List<StatementItem> items = new ArrayList<>(account.items());
        items.remove(random.nextInt(items.size()));
        assertThatThrownBy(() -> StatementOfAccount.prove(statement.key(), statement.asKnownAt(), previous,
                new AccountAsOf(account.before(), account.movements(), items, account.receipts()), AgingBuckets.USUAL))
                .isInstanceOf(UnprovedException.class);
    }

    private static List<Deal> history(Random random) {
        List<Deal> deals = new ArrayList<>();
        int count = random.nextInt(25);
        for (int i = 0; i < count; i++) {
            LocalDate issued = START.atDay(1).minusDays(40).plusDays(random.nextInt(230));
            LocalDate paid = random.nextInt(3) == 0 ? LocalDate.MAX : issued.plusDays(random.nextInt(70));
            long amount = 1 + random.nextInt(1_000_000);
            long applied = 1 + random.nextInt((int) amount);
            Instant known = late(issued, random);
            Instant paidKnown = paid == LocalDate.MAX ? Instant.MAX : late(paid, random);
            deals.add(new Deal(i, issued, known, amount, paid, paidKnown.isBefore(known) ? known : paidKnown,
                    applied + random.nextInt(3) * 500L, applied));
        }
        return deals;
    }

    private static Instant late(LocalDate day, Random random) {
        return knownAfter(day).minusSeconds(3600).plusSeconds(random.nextInt(4) == 0 ? random.nextInt(86_400 * 60) : 0);
    }

    private static Instant knownAfter(LocalDate day) {
        return day.plusDays(1).atStartOfDay().plusHours(5).toInstant(java.time.ZoneOffset.UTC);
    }

    private static AccountAsOf account(List<Deal> history, YearMonth month, Instant knownAt) {
        List<Movement> movements = new ArrayList<>();
        List<StatementItem> items = new ArrayList<>();
        List<UnappliedReceipt> receipts = new ArrayList<>();
        LocalDate cutOff = month.atEndOfMonth();
        for (Deal deal : history) {
            boolean issued = !deal.issued().isAfter(cutOff) && !deal.knownAt().isAfter(knownAt);
            boolean paid = !deal.paidOn().isAfter(cutOff) && !deal.paidKnownAt().isAfter(knownAt);
            if (issued) {
                movements.add(new Movement(deal.id(), MovementKind.INVOICE, deal.issued(), deal.knownAt(), "I" + deal.id(), "",
                        false, cents(deal.amount())));
                long open = deal.amount() - (paid ? deal.applied() : 0);
                if (open > 0) {
                    items.add(new StatementItem(deal.id(), DocumentType.INVOICE, "I" + deal.id(), deal.issued(),
                            deal.issued().plusDays(30), cents(deal.amount()), cents(open)));
                }
            }
            if (paid) {
                movements.add(new Movement(1000 + deal.id(), MovementKind.RECEIPT, deal.paidOn(), deal.paidKnownAt(),
                        "P" + deal.id(), "", false, cents(-deal.received())));
                if (deal.received() > deal.applied()) {
                    receipts.add(new UnappliedReceipt(deal.id(), "P" + deal.id(), deal.paidOn(), "", cents(deal.received()),
                            cents(deal.received() - deal.applied())));
                }
            }
        }
        Money before = movements.stream().filter(movement -> movement.effectiveOn().isBefore(month.atDay(1)))
                .map(Movement::amount).reduce(Money.zero(EUR), Money::plus);
        return new AccountAsOf(before, movements, items, receipts);
    }

    private static StatementKey key(YearMonth month) {
        return new StatementKey(new CustomerId("main", "C-1"), EUR, month, 1);
    }

    private static Money cents(long cents) {
        return Money.ofMinor(EUR, cents);
    }
}
