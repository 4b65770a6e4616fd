package org.saldo.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;
import org.saldo.settings.RepliesFile;

class ReplyReaderTest {

    private static final ReplyReader READER = new ReplyReader(RepliesFile.read(Path.of("config/policies/replies.yaml")));

    @Test
    void aPlainYesToTheBalanceIsAClearConfirmationWithItsWords() {
        Reading reading = read("Dear Ms Keller,\n\nwe agree with the balance.\n\nKind regards\nJane Doe\nTel. +44 20 1234");
        assertThat(reading.intent()).isEqualTo(Intent.CONFIRM);
        assertThat(reading.clear()).as("%s", reading.doubts()).isTrue();
        assertThat(reading.evidence()).isEqualTo("we agree with the balance");
        assertThat(reading.ownWords()).isEqualTo("we agree with the balance.");
    }

    @Test
    void aNotBesideAYesIsNoConfirmation() {
        Reading reading = read("We do not agree with the balance. Balance confirmed");
        assertThat(reading.clear()).isFalse();
    }

    @Test
    void whatIsQuotedNeverCounts() {
        Reading reading = read("Hello,\n\n> we agree with the balance\n\nOn Mon, 2 Nov 2026 at 10:12, A <a@b.c> wrote:\n"
                + "we agree with the balance");
        assertThat(reading.intent()).isEqualTo(Intent.OTHER);
        assertThat(reading.ownWords()).isEmpty();
    }

    private static Reading read(String text) {
        return READER.read(new WrittenReply("Re: Statement", text, "", LocalDate.of(2026, 11, 4), "en", false,
                new Asked(Optional.of(Money.of("EUR", "1200.00")), Optional.of(LocalDate.of(2026, 10, 31)), Set.of(), Set.of())));
    }
}
