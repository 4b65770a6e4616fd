package org.saldo.store.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LongSetTest {

    @Test
    void anIdIsNewOnceHoweverManyThereAre() {
        LongSet ids = new LongSet();
        long[] some = LongStream.rangeClosed(1, 10_000).map(i -> i * 64).toArray();
        assertThat(LongStream.of(some).filter(ids::add).count()).isEqualTo(some.length);
        assertThat(LongStream.of(some).filter(ids::add).count()).isZero();
        assertThat(ids.add(1)).isTrue();
    }
}
