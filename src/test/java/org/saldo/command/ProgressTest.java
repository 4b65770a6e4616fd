package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter terminal = new StringWriter();
    private long nanos;

    @Test
    void aTerminalShowsRowsRateAndTimeLeftTwiceASecondAndIsClearedAtTheEnd() {
        try (Progress progress = on(true, 10_000)) {
            after(progress, Duration.ofMillis(400), 1_000);
            assertThat(terminal.toString()).isEmpty();
            after(progress, Duration.ofMillis(1_600), 4_000);
            assertThat(terminal.toString()).isEqualTo("\r4,000 of 10,000 rows, 2,000/s, 3 s left\u001b[K");
            after(progress, Duration.ofMillis(400), 5_000);
            assertThat(terminal.toString()).doesNotContain("5,000");
        }
        assertThat(terminal.toString()).endsWith("\r\u001b[K");
    }

    @Test
    void withoutATotalNobodyKnowsHowLongItTakes() {
        try (Progress progress = on(true, 0)) {
            after(progress, Duration.ofSeconds(2), 4_000);
            assertThat(terminal.toString()).isEqualTo("\r4,000 rows, 2,000/s\u001b[K");
        }
    }

    @Test
    void nothingIsPrintedWhereThereIsNoTerminal() {
        try (Progress progress = on(false, 10_000)) {
            after(progress, Duration.ofSeconds(11), 4_000);
        }
        assertThat(terminal.toString()).isEmpty();
    }

    @Test
    void shortWorkShowsNothing() {
        try (Progress progress = on(true, 10_000)) {
            after(progress, Duration.ofMillis(300), 10_000);
        }
        assertThat(terminal.toString()).isEmpty();
    }

    private Progress on(boolean isTerminal, long total) {
        return new Progress(new PrintWriter(terminal), isTerminal, "rows", total, () -> nanos);
    }

    private void after(Progress progress, Duration passed, long rows) {
        nanos += passed.toNanos();
        progress.at(rows);
    }
}
