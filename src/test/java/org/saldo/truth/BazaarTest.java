package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Receipt;
import org.saldo.store.AllocationRows;

/**
 * Worlds that were made without a look at any rule. {@code -Dbazaar.receipts=N}, {@code -Dbazaar.seed=N},
 * {@code -Dbazaar.seeds=N}, {@code -Dbazaar.house=NAME}; {@code target/bazaar-scores.md} shows what a change of a rule does.
 */
class BazaarTest {

    private static final int RECEIPTS = Integer.getInteger("bazaar.receipts", 50);
    private static final int SEEDS = Integer.getInteger("bazaar.seeds", 1);
    private static final int FIRST_SEED = Integer.getInteger("bazaar.seed", 1);
    private static final int SHARE_RIGHT = 97;
    private static final String HOUSE = System.getProperty("bazaar.house", "");
    private static final String FILES = System.getProperty("bazaar.files", "");

    private Map<String, String> waiting = Map.of();

    @Test
    void nothingIsAppliedWronglyInHousesThatNobodyTunedFor() throws IOException {
        StringBuilder tables = new StringBuilder("# How well the receipts of the bazaar are applied\n");
        List<String> wrong = new ArrayList<>();
        List<String> undone = new ArrayList<>();
        List<Score.Line> lines = new ArrayList<>();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
            for (House house : Stream.of(House.values()).filter(each -> each.name().contains(HOUSE)).toList()) {
                World world = Bazaar.make(house, seed, RECEIPTS, 1 + house.ordinal() % 3, EnumSet.allOf(Tale.class));
                List<AllocationRows.Row> allocations = reconciled(world);
                Score score = Score.of(world, allocations);
                String name = house.name().toLowerCase(Locale.ROOT) + ", seed " + seed;
                if (!FILES.isEmpty()) {
                    WorldFiles.write(Path.of(FILES, name.replaceAll("\\W+", "-")), world, allocations);
                }
                tables.append(score.table(name));
                score.wrong().forEach(line -> wrong.add(told(name, world, line)));
                score.lines().stream().filter(line -> line.truth().decidable() && line.isUndone())
                        .forEach(line -> undone.add(told(name, world, line) + " "
                                + waiting.getOrDefault(line.truth().paymentId(), "")));
                lines.addAll(score.lines());
            }
        }
        long right = lines.stream().filter(each -> each.truth().decidable() && each.verdict() == Score.Verdict.RIGHT)
                .count();
        long decidable = lines.stream().filter(each -> each.truth().decidable()).count();
        Files.writeString(Path.of("target", "bazaar-scores.md"), tables
                + "\n# %d of %d decidable right, %d wrong of %d\n".formatted(
                right, decidable, wrong.size(), lines.size()) + "\n# Wrong\n\n" + String.join("\n", wrong)
                + "\n\n# Decidable and not done\n\n" + String.join("\n", undone) + "\n");
        assertThat(wrong).isEmpty();
        assertThat(right * 100).isGreaterThanOrEqualTo(SHARE_RIGHT * decidable);
    }

    private List<AllocationRows.Row> reconciled(World world) {
        try (Books books = new Books()) {
            LocalDate day = Bazaar.END.plusDays(120);
            books.take(day, world.customers(), world.documents(), world.receipts(), world.adviceLines());
            books.reconcile(day);
            books.verify();
            waiting = books.waiting();
            return books.allocations();
        }
    }

    private static String told(String name, World world, Score.Line line) {
        Receipt receipt = world.receipts().stream()
                .filter(each -> each.key().paymentId().equals(line.truth().paymentId())).findFirst().orElseThrow();
        return "- %s, %s %s%s %s: %s %s | %s | %s | %s | really %s%s".formatted(name, receipt.key().paymentId(),
                line.truth().about(), line.truth().decidable() ? "" : " (maybe)", line.verdict(), receipt.bookingDate(),
                receipt.amount(), receipt.payerName(), receipt.payerIban(), receipt.remittanceText().replace('\n', '~'),
                line.truth().parts().entrySet().stream().map(part -> part.getKey().document() + " " + part.getKey()
                        .kind() + " "
                        + part.getValue()).sorted().toList(), line.why());
    }
}
