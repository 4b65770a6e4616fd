package org.saldo.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.ledger.Posting;
import org.saldo.ledger.PostingAccount;
import org.saldo.store.Database;
import org.saldo.store.HistoryWriter;
import org.saldo.store.Ledger;
import org.saldo.store.RandomHistory;
import org.saldo.store.ReferenceLedger;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.PostingStore.Question;

class PostingStoreTest {

    private static final InstantSource STOPPED = InstantSource.fixed(Instant.parse("2026-10-31T09:00:00Z"));

    @ParameterizedTest
    @EnumSource
    void postingsBalanceByEventAndTellWhatEachCustomerOwes(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            RandomHistory history = new RandomHistory(new Random(11), ledger);
            for (int step = 0; step < 300; step++) {
                history.step();
            }
            List<Posting> postings = read(ledger, Question.ALL);
            Map<String, BigDecimal> events = sum(postings, posting -> posting.eventId() + " in "
                    + posting.debit().currency());
            assertThat(events.values()).allSatisfy(sum -> assertThat(sum).isZero());
            assertThat(events).hasSizeGreaterThan(150);
            Map<ReferenceLedger.Account, BigDecimal> owed = sum(postings.stream().filter(posting ->
                    posting.account() == PostingAccount.RECEIVABLE || posting.account() == PostingAccount.UNAPPLIED).toList(),
                    posting -> new ReferenceLedger.Account(posting.company(), posting.customer(),
                            posting.debit().currency().getCurrencyCode()));
            history.reference().balances.forEach((account, balance) -> assertThat(owed.get(account)).as(account.toString())
                    .isEqualByComparingTo(HistoryWriter.amount(balance, account.currency())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameQuestionAboutThePastHasTheSameAnswerLater(TestDatabase kind) {
        try (Database database = kind.open()) {
            Ledger ledger = new Ledger(database, STOPPED);
            RandomHistory history = new RandomHistory(new Random(12), ledger);
            for (int step = 0; step < 80; step++) {
                history.step();
            }
            Question then = new Question(Optional.of("main"), Optional.of(LocalDate.of(2026, 2, 15)),
                    Optional.of(ledger.knownAt()));
            List<Posting> before = read(ledger, then);
            for (int step = 0; step < 80; step++) {
                history.step();
            }
            assertThat(read(ledger, then)).isEqualTo(before).isNotEmpty().allSatisfy(posting -> {
                assertThat(posting.company()).isEqualTo("main");
                assertThat(posting.effectiveOn()).isBeforeOrEqualTo(LocalDate.of(2026, 2, 15));
            });
            assertThat(read(ledger, Question.ALL).size()).isGreaterThan(before.size());
        }
    }

    private static List<Posting> read(Ledger ledger, Question question) {
        List<Posting> postings = new ArrayList<>();
        new PostingStore(ledger).read(question, postings::addAll);
        return postings;
    }

    private static <K> Map<K, BigDecimal> sum(List<Posting> postings, java.util.function.Function<Posting, K> by) {
        Map<K, BigDecimal> sums = new HashMap<>();
        postings.forEach(posting -> sums.merge(by.apply(posting), posting.balance().toDecimal(), BigDecimal::add));
        return sums;
    }
}
