package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Refused;
import org.saldo.store.TestDatabase;

/** Several people decide at the same moment: nobody can use what another has used. */
class ContentionTest {

    private static final int PEOPLE = 6;

    @ParameterizedTest
    @EnumSource
    void onlyAsMuchIsAppliedAsThereIs(TestDatabase kind) throws Exception {
        try (People people = new People(kind).withRecords()) {
            long done = together(person -> people.apply.apply(anna(OCT_20), person % 2 == 0 ? "P-1" : "P-2", "INV-1", eur("40")));
            assertThat(done).isEqualTo(2);
            assertThat(people.open()).containsEntry("INV-1", "C-1 20.0000").isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAllocationIsTakenBackOnce(TestDatabase kind) throws Exception {
        try (People people = new People(kind).withRecords()) {
            Decided applied = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"));
            assertThat(together(person -> people.apply.unapply(anna(OCT_20), applied.id()))).isEqualTo(1);
            assertThat(people.open()).containsEntry("INV-1", "C-1 100.0000").isEqualTo(people.openFromRows());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentIsNotAppliedForOneAndAssignedToAnother(TestDatabase kind) throws Exception {
        try (People people = new People(kind).withRecords()) {
            together(person -> person % 2 == 0 ? people.apply.apply(anna(OCT_20), "P-2", "INV-1", eur("60"))
                    : people.assign.assign(anna(OCT_20), "P-2", "C-2", false));
            assertThat(people.open()).isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_20).add(people.balance("C-2", OCT_20))).isEqualByComparingTo("170");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentIsNotPaidAndVoid(TestDatabase kind) throws Exception {
        try (People people = new People(kind).withRecords()) {
            long done = together(person -> person % 2 == 0 ? people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"))
                    : people.apply.voidDocument(anna(OCT_20), "INV-1"));
            assertThat(done).isEqualTo(1);
            assertThat(people.open()).doesNotContainKey("INV-1").isEqualTo(people.openFromRows());
        }
    }

    private interface Deed {
        Decided by(int person);
    }

    /** How many of those who began together were not refused. */
    private static long together(Deed deed) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE);
        try {
            CyclicBarrier start = new CyclicBarrier(PEOPLE);
            List<Callable<Boolean>> deeds = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                int person = i;
                deeds.add(() -> succeeds(deed, person, start));
            }
            long done = 0;
            for (Future<Boolean> outcome : crowd.invokeAll(deeds)) {
                done += outcome.get() ? 1 : 0;
            }
            return done;
        } finally {
            crowd.shutdownNow();
        }
    }

    private static boolean succeeds(Deed deed, int person, CyclicBarrier start) throws Exception {
        start.await();
        try {
            deed.by(person);
            return true;
        } catch (Refused refused) {
            return false;
        }
    }
}
