package org.saldo.dunning.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.interest.Laws.DUE;
import static org.saldo.dunning.interest.Laws.RECEIVED;
import static org.saldo.dunning.interest.Laws.late;
import static org.saldo.dunning.interest.Laws.law;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saldo.dunning.Cases;
import org.saldo.dunning.Cover;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.InterestPolicy.Rule;
import org.saldo.dunning.interest.InterestPolicy.Use;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

class InterestNoticeTest {

    private static final Customer ACME = Cases.customer("C-1", "DE", "en");
    private static final Money TEN_THOUSAND = Money.of("EUR", "10000.00");
    private static final Map<Long, LateItem> ITEMS = Map.of(1L, late(DUE, TEN_THOUSAND), 2L, late(DUE, TEN_THOUSAND));

    @Test
    void onWhatIsDisputedOrPromisedNothingIsSaid() {
        assertThat(said(policy(Use.ANNOUNCE, "0.00"), reminder(3, "4000.00", "0.00"), List.of()).sums()).singleElement()
                .satisfies(sum -> {
                    assertThat(sum.interest()).as("6,000 and 10,000").isEqualTo(Money.of("EUR", "378.24"));
                    assertThat(sum.lumpSums()).isEqualTo(Money.of("EUR", "80.00"));
                    assertThat(sum.last()).isEqualTo("2025-08-19");
                    assertThat(sum.items()).extracting(item -> item.total().toString())
                            .containsExactly("EUR 141.84", "EUR 236.40");
                });
    }

    @Test
    void moneyThatIsHereCountsFromTheFirstDayOnWhichAnyCame() {
        Reminder reminder = reminder(3, "0.00", "4000.00");
        assertThat(said(policy(Use.ANNOUNCE, "0.00"), reminder, List.of(cover("3999.99", LocalDate.of(2025, 8, 1)),
                cover("0.01", LocalDate.of(2025, 7, 11)))).sums()).singleElement()
                .satisfies(sum -> assertThat(sum.interest()).isEqualTo(Money.of("EUR", "427.78")));
        assertThat(said(policy(Use.ANNOUNCE, "0.00"), reminder, List.of(cover("4000.00", LocalDate.of(2025, 5, 1)))).sums())
                .singleElement().satisfies(sum -> assertThat(sum.interest()).isEqualTo(Money.of("EUR", "378.24")));
    }

    @Test
    void littleIsNotWorthALineAndAnEarlyReminderSaysNothing() {
        assertThat(said(policy(Use.ANNOUNCE, "552.80"), reminder(3, "0.00", "0.00"), List.of()).sums()).hasSize(1);
        assertThat(said(policy(Use.ANNOUNCE, "552.81"), reminder(3, "0.00", "0.00"), List.of())).isEqualTo(InterestNotice.NONE);
        assertThat(said(policy(Use.ANNOUNCE, "0.00"), reminder(2, "0.00", "0.00"), List.of())).isEqualTo(InterestNotice.NONE);
        assertThat(said(policy(Use.RESERVE, "0.00"), reminder(2, "0.00", "0.00"), List.of())).isEqualTo(InterestNotice.NONE);
        assertThat(said(policy(Use.RESERVE, "0.00"), reminder(3, "0.00", "0.00"), List.of()).reserved()).isTrue();
    }

    private static InterestNotice said(InterestPolicy policy, Reminder reminder, List<Cover> covers) {
        return InterestNotice.of(policy, reminder,
                new DunningCase(ACME, List.of(), covers, Optional.empty(), Optional.empty()), ITEMS);
    }

    private static InterestPolicy policy(Use use, String minimum) {
        Optional<Law> law = use == Use.RESERVE ? Optional.empty() : Optional.of(law("DE"));
        return new InterestPolicy("t", 3, Map.of(Currency.getInstance("EUR"), Money.of("EUR", minimum)), Optional.empty(),
                List.of(new Rule(Set.of(), Set.of("DE"), Set.of(), Set.of(), use, law, false)));
    }

    private static Cover cover(String amount, LocalDate since) {
        return new Cover(Cover.Kind.UNAPPLIED, "P-1", Money.of("EUR", amount), since);
    }

    private static Reminder reminder(int level, String excluded, String credited) {
        List<Reminder.Line> lines = List.of(line(1, level, excluded), line(2, level, "0.00"));
        return new Reminder(ACME, RECEIVED, level, List.of(new Reminder.Section(Currency.getInstance("EUR"), level, lines,
                Money.of("EUR", credited), Money.of("EUR", credited), List.of())));
    }

    private static Reminder.Line line(long id, int level, String excluded) {
        return new Reminder.Line(new Debt(id, "INV-" + id, DUE.minusDays(30), DUE, TEN_THOUSAND, TEN_THOUSAND, level,
                Optional.empty()), level, 82, Money.of("EUR", excluded));
    }
}
