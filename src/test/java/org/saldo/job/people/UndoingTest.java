package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.job.People;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.store.LedgerFixture;
import org.saldo.store.OpenState;
import org.saldo.store.TestDatabase;

/** Whatever a person settles by hand, and in whatever order it is taken back: the books are as if nothing had happened. */
class UndoingTest {

    private static final List<String> DOCUMENTS = List.of("INV-1", "INV-2", "INV-3");
    private static final List<String> PAYMENTS = List.of("P-1", "P-2");
    private static final List<String> KINDS = List.of("", " CASH_DISCOUNT", " BANK_CHARGE", " WRITE_OFF");

    @ParameterizedTest
    @ValueSource(longs = {2, 17, 23, 28, 29, 37, 38, 39, 40, 41, 42, 43})
    void allThatWasSettledIsTakenBackInAnyOrder(long seed) {
        Random random = new Random(seed);
        try (People people = new People(TestDatabase.values()[0]).withRecords()) {
            people.fixture.take(OCT_10, List.of(), List.of(LedgerFixture.creditNote("CN-1", "C-1", OCT_1, "30.00")),
                    List.of(LedgerFixture.receipt("R-1", OCT_10, "-45.00", "ACME", "", "back")));
            Map<String, String> before = people.open();
            for (int step = 0; step < 25; step++) {
                tried(() -> step(people, random));
                assertThat(people.open()).as("seed %s", seed).isEqualTo(people.openFromRows());
            }
            for (List<String> active = active(people); !active.isEmpty(); active = active(people)) {
                String one = active.get(random.nextInt(active.size()));
                if (random.nextBoolean()) {
                    people.apply.unapply(anna(OCT_25), one);
                } else {
                    people.apply.unapplyAll(anna(OCT_25), one);
                }
            }
            assertThat(people.open()).as("seed %s", seed).isEqualTo(before).isEqualTo(people.openFromRows());
            assertThat(people.worklist(OCT_25)).containsEntry("P-1", "EUR 120.00").containsEntry("P-2", "EUR 60.00")
                    .containsEntry("R-1", "EUR -45.00");
            for (int day = 10; day <= 31; day++) {
                assertThat(OpenState.overusedAsOf(people.database, OCT_1.withDayOfMonth(day))).as("October %s", day).isZero();
            }
        }
    }

    private static Decided step(People people, Random random) {
        List<String> active = active(people);
        return switch (random.nextInt(6)) {
            case 0 -> people.apply.unapply(anna(OCT_20), one(random, active));
            case 1 -> people.jobs.refund().refund(anna(OCT_20), Instruction.refund(one(random, PAYMENTS), "R-1",
                    random.nextBoolean() ? Optional.empty() : Optional.of(eur("15.00"))));
            case 2 -> people.apply.writeOff(anna(OCT_20), one(random, DOCUMENTS), eur("1.00"));
            case 3 -> people.apply.settle(anna(OCT_20), one(random, PAYMENTS), one(random, DOCUMENTS) + " 40.00 + CN-1 "
                    + (random.nextBoolean() ? "-" : "") + (1 + random.nextInt(20)) + ".00 CREDIT_NOTE");
            default -> people.apply.settle(anna(OCT_20), one(random, PAYMENTS), wanted(random));
        };
    }

    private static String wanted(Random random) {
        List<String> wanted = new ArrayList<>();
        for (int part = 0; part <= random.nextInt(3); part++) {
            wanted.add(one(random, DOCUMENTS) + " " + (1 + random.nextInt(60)) + ".00" + one(random, KINDS));
        }
        return String.join(" + ", wanted);
    }

    private static <T> T one(Random random, List<T> of) {
        if (of.isEmpty()) {
            throw new Refused("there is none");
        }
        return of.get(random.nextInt(of.size()));
    }

    private static void tried(Supplier<Decided> step) {
        try {
            step.get();
        } catch (Refused notNow) {
            assertThat(notNow.getMessage()).isNotBlank();
        }
    }

    private static List<String> active(People people) {
        return people.database.jdbi().withHandle(handle -> handle.createQuery("""
                SELECT a.allocation_id FROM allocation a WHERE a.reverses IS NULL AND NOT EXISTS (
                    SELECT 1 FROM allocation r WHERE r.reverses = a.allocation_id) ORDER BY a.allocation_id""")
                .mapTo(Long.class).list()).stream().map(id -> "A-" + id).toList();
    }
}
