package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Leases that several processes want at once. */
class LeasesTest {

    private static final int PROCESSES = 6;
    private static final int LEASES = 60;

    @ParameterizedTest
    @EnumSource
    void whoWantsALeaseForTheFirstTimeMayWantItWithOthers(TestDatabase kind) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(PROCESSES);
        List<Leases> processes = new ArrayList<>();
        try (Database database = kind.open()) {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(new Leases(database, InstantSource.system(), "process " + i));
            }
            for (int lease = 0; lease < LEASES; lease++) {
                String name = "lease " + lease;
                AtomicInteger at = new AtomicInteger();
                List<Callable<Optional<Integer>>> wanted = new ArrayList<>();
                processes.forEach(each -> wanted.add(() -> each.whileHolding(name, () -> {
                    int here = at.incrementAndGet();
                    at.decrementAndGet();
                    return here;
                })));
                List<Optional<Integer>> held = new ArrayList<>();
                for (Future<Optional<Integer>> each : threads.invokeAll(wanted)) {
                    held.add(each.get());
                }
                assertThat(held.stream().flatMap(Optional::stream)).isNotEmpty().containsOnly(1);
            }
        } finally {
            threads.shutdownNow();
            processes.forEach(Leases::close);
        }
    }
}
