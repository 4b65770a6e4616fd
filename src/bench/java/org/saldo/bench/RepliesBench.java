package org.saldo.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.saldo.correspondence.Asked;
import org.saldo.correspondence.ReplyReader;
import org.saldo.correspondence.WrittenReply;
import org.saldo.money.Money;
import org.saldo.settings.RepliesFile;

/**
 * CPU time to read one reply of half a megabyte and of one, made to be hard: {@code RepliesBench}. What grows in proportion
 * shows a growth of at most 2; a rule that looks at each word from each word would show 4.
 */
public final class RepliesBench {

    private static final int CHARACTERS = 1_000_000;
    private static final int ROUNDS = 5;
    private static final double GROWTH_MAX = 3;
    private static final Map<String, String> HARD = new TreeMap<>(Map.of(
            "a yes without end", "we agree and the balance is right, ",
            "no and no", "no, not without difference ", "days", "Friday 13 November 31.10. ", "amounts", "1 000 000,00 € 5 mil ",
            "unknown words", "qwertz ", "heads", "From: a\nSent: b\n", "quoted", "> agreed\n", "one word", "a",
            "dots", "V. A. ", "Chinese", "我司确认余额无误"));

    private RepliesBench() {
    }

    public static void main(String[] arguments) {
        ReplyReader reader = new ReplyReader(RepliesFile.read(Path.of("config/policies/replies.yaml")));
        System.out.println("| text | 0.5 MB, CPU ms | 1 MB, CPU ms | growth |");
        System.out.println("|---|---|---|---|");
        boolean quadratic = false;
        for (Map.Entry<String, String> text : HARD.entrySet()) {
            double half = milliseconds(reader, text.getValue(), CHARACTERS / 2);
            double whole = milliseconds(reader, text.getValue(), CHARACTERS);
            double growth = whole / Math.max(half, 1);
            quadratic |= growth > GROWTH_MAX;
            System.out.printf(Locale.ROOT, "| %s | %.0f | %.0f | %.1f |%n", text.getKey(), half, whole, growth);
        }
        if (quadratic) {
            throw new IllegalStateException("a text of twice the length takes more than " + GROWTH_MAX + " times as long");
        }
    }

    /** The least of some rounds, so that what else the machine does counts little. */
    private static double milliseconds(ReplyReader reader, String text, int characters) {
        WrittenReply reply = new WrittenReply("Re: Statement", text.repeat(characters / text.length()), "",
                LocalDate.of(2026, 11, 4), "en", false, new Asked(Optional.of(Money.of("EUR", "12480.50")),
                Optional.of(LocalDate.of(2026, 10, 31)), Set.of("RE-10231"), Set.of("Harbour Foods Ltd")));
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            if (reader.read(reply).ownWords().length() > characters) {
                throw new IllegalStateException("more was read than written");
            }
            least = Math.min(least, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from);
        }
        return least / 1e6;
    }
}
