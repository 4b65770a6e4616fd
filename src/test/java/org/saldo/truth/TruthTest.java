package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Receipt;
import org.saldo.store.AllocationRows;

/**
 * Made-up companies, each nasty in its own way, whose receipts are known to the cent. {@code -Dtruth.receipts=N} makes
 * the worlds larger, {@code -Dtruth.seeds=N} makes more of them from {@code -Dtruth.seed=N} on,
 * {@code -Dtruth.style=WORDS} only those so named, {@code -Dtruth.files=FOLDER} writes them as files;
 * {@code target/truth-scores.md} shows what a change of a rule does.
 */
class TruthTest {

    private static final int RECEIPTS = Integer.getInteger("truth.receipts", 150);
    private static final int SEEDS = Integer.getInteger("truth.seeds", 1);
    private static final int FIRST_SEED = Integer.getInteger("truth.seed", 1);
    private static final String STYLE = System.getProperty("truth.style", "");
    private static final String MAYBE = " (maybe)";
    private static final String FILES = System.getProperty("truth.files", "");
    private static final int SHARE_RIGHT = 98;
    /** One wrong among so many receipts is the most, and only of those that a clerk would ask about. */
    private static final int ONE_WRONG_IN = 3000;

    @Test
    void nothingIsAppliedWronglyAndMostOfWhatCanBeDecidedIsApplied() throws IOException {
        StringBuilder tables = new StringBuilder("# How well made-up receipts are applied\n");
        StringBuilder undone = new StringBuilder("\n# Decidable and not done\n\n");
        List<String> wrong = new ArrayList<>();
        long right = 0;
        long decidable = 0;
        long receipts = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            for (Style style : Style.ALL.stream().filter(each -> each.name().contains(STYLE)).toList()) {
                World world = WorldMaker.make(style, seed, RECEIPTS);
                List<AllocationRows.Row> allocations = Books.reconciled(world, WorldMaker.END.plusDays(90));
                String name = style.name() + ", seed " + seed;
                if (!FILES.isEmpty()) {
                    WorldFiles.write(Path.of(FILES, name.replaceAll("\\W+", "-")), world, allocations);
                }
                Score score = Score.of(world, allocations);
                tables.append(score.table(name));
                score.wrong().forEach(line -> wrong.add(told(name, world, line)));
                score.lines().stream().filter(line -> line.truth().decidable() && line.isUndone())
                        .forEach(line -> undone.append("- ").append(told(name, world, line)).append("\n"));
                receipts += score.lines().size();
                right += score.right();
                decidable += score.decidable();
            }
        }
        tables.append("\n# Wrong\n\n").append(String.join("\n", wrong)).append("\n").append(undone);
        Files.writeString(Path.of("target", "truth-scores.md"), tables);
        assertThat(wrong.stream().filter(line -> !line.contains(MAYBE))).isEmpty();
        assertThat((long) wrong.size() * ONE_WRONG_IN).as(wrong.toString()).isLessThanOrEqualTo(receipts);
        assertThat(right * 100).isGreaterThanOrEqualTo(SHARE_RIGHT * decidable);
    }

    private static String told(String name, World world, Score.Line line) {
        Receipt receipt = world.receipts().stream()
                .filter(each -> each.key().paymentId().equals(line.truth().paymentId())).findFirst().orElseThrow();
        return "%s, %s %s%s %s: %s %s | %s | %s | %s %s | really %s%s".formatted(name, receipt.key().paymentId(),
                line.truth().about(), line.truth().decidable() ? "" : MAYBE, line.verdict(), receipt.bookingDate(),
                receipt.amount(), receipt.payerName(), receipt.payerIban(), receipt.remittanceText().replace('\n', '/'),
                receipt.structuredReference(), line.truth().parts().entrySet().stream()
                        .map(part -> part.getKey().document() + " " + part.getKey().kind() + " " + part.getValue()).sorted()
                        .toList(), line.why());
    }
}
