package org.saldo.statement.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;

/** Random accounts, and lists of them that were changed in known ways: what was changed is found, and nothing else. */
class LedgerComparisonPropertyTest {

    private static final LocalDate CUT = LocalDate.of(2026, 10, 31);
    private static final Currency EUR = Currency.getInstance("EUR");

    /** What was done to a line before it went into the list. */
    private enum Change { NONE, SHORT_NUMBER, OTHER_AMOUNT, LEFT_OUT, TWICE, STRANGER }

    private static final class World {

        private final Random random;
        private final Account account = new Account(CUT.toString());
        private final List<TheirLine> lines = new ArrayList<>();
        private final Map<String, Change> changes = new HashMap<>();
        private final Map<Integer, String> meant = new HashMap<>();

        World(long seed, int size, Set<Change> allowed) {
            this.random = new Random(seed);
            List<Change> choices = List.copyOf(allowed.stream().sorted().toList());
            for (int i = 0; i < size; i++) {
                String number = "RE-2026-" + String.format("%06d", 1_000 + 7 * i);
                LocalDate issued = CUT.minusDays(random.nextInt(300));
                String amount = (10 + random.nextInt(90_000)) + "." + (10 + random.nextInt(90));
                account.invoice(number, issued.toString(), amount);
                boolean changed = random.nextInt(4) == 0 && !choices.isEmpty();
                change(number, issued, amount, changed ? choices.get(random.nextInt(choices.size())) : Change.NONE);
            }
        }

        private void change(String number, LocalDate issued, String amount, Change change) {
            changes.put(number, change);
            switch (change) {
                case NONE -> add(number, number, issued, amount);
                case SHORT_NUMBER -> add(number, number.substring(3).replace("-", ""), issued, amount);
                case OTHER_AMOUNT -> add(number, number, issued, "3" + amount);
                case TWICE -> {
                    add(number, number, issued, amount);
                    add(number, number, issued, amount);
                }
                case STRANGER -> add("", "X" + number.substring(8), issued.minusDays(40), "7" + amount);
                case LEFT_OUT -> { }
            }
        }

        private void add(String means, String document, LocalDate issued, String amount) {
            meant.put(lines.size() + 2, means);
            lines.add(new TheirLine(lines.size() + 2, document, "", "", Optional.of(issued), Optional.empty(),
                    TheirKind.UNKNOWN, Money.of("EUR", amount)));
        }

        TheirList list(boolean reversed, long shuffle) {
            List<TheirLine> all = new ArrayList<>(lines.stream()
                    .map(line -> line.read(reversed ? Signs.REVERSED : Signs.AS_WRITTEN)).toList());
            Collections.shuffle(all, new Random(shuffle));
            return new TheirList(EUR, all, Optional.of(CUT), Optional.empty(), 0);
        }
    }

    @Test
    void whatWasChangedIsFoundAndNothingIsCalledAgreedThatIsNot() {
        for (long seed = 1; seed <= 40; seed++) {
            World world = new World(seed, 3 + (int) seed * 2, Set.of(Change.values()));
            boolean reversed = seed % 2 == 0;
            Bridge bridge = LedgerComparison.compare(world.account.ledger(), world.list(reversed, seed), ComparisonLimits.USUAL);
            assertThat(bridge.reading().signs()).as("seed %d", seed).isEqualTo(reversed ? Signs.REVERSED : Signs.AS_WRITTEN);
            for (BridgeLine line : bridge.lines()) {
                check(world, line, "seed " + seed + ": " + line);
            }
        }
    }

    private static void check(World world, BridgeLine line, String what) {
        Set<String> meant = line.theirs().stream().map(their -> world.meant.get(their.row())).collect(Collectors.toSet());
        Set<String> ours = line.ours().stream().map(OurLine::reference).collect(Collectors.toSet());
        switch (line.kind()) {
            case AGREED -> assertThat(meant).as(what).isEqualTo(ours);
            case AMOUNT_DIFFERS -> {
                assertThat(meant).as(what).isEqualTo(ours);
                assertThat(world.changes.get(ours.iterator().next())).as(what).isEqualTo(Change.OTHER_AMOUNT);
            }
            case ONLY_OURS, IN_TRANSIT -> assertThat(ours).as(what).allMatch(number ->
                    world.changes.get(number) == Change.LEFT_OUT || world.changes.get(number) == Change.STRANGER);
            case ONLY_THEIRS -> assertThat(line.explanation().why()).as(what)
                    .isIn(meant.contains("") ? Set.of(Why.UNKNOWN_TO_US) : Set.of(Why.LISTED_TWICE));
        }
    }

    @Test
    void theOrderOfTheLinesDoesNotMatter() {
        for (long seed = 100; seed < 120; seed++) {
            World world = new World(seed, 40, Set.of(Change.values()));
            OurLedger ledger = world.account.ledger();
            List<OurLine> shuffled = new ArrayList<>(ledger.open());
            Collections.shuffle(shuffled, new Random(seed));
            OurLedger other = new OurLedger(ledger.cutOff(), ledger.balance(), shuffled, ledger.moved(), ledger.later(),
                    ledger.documents(), ledger.settlements(), ledger.elsewhere());
            assertThat(LedgerComparison.compare(other, world.list(true, 3), ComparisonLimits.USUAL))
                    .isEqualTo(LedgerComparison.compare(ledger, world.list(true, 4), ComparisonLimits.USUAL));
        }
    }

    @Test
    void amountsThatRepeatNeverMakeABridgeThatDoesNotAddUp() {
        for (long seed = 1; seed <= 60; seed++) {
            Random random = new Random(seed);
            Account account = new Account(CUT.toString());
            Lists lists = new Lists();
            for (int i = 0; i < 30; i++) {
                String amount = (1 + random.nextInt(4)) + "0.00";
                String issued = CUT.minusDays(random.nextInt(60)).toString();
                account.invoice("A" + i, issued, amount);
                if (random.nextBoolean()) {
                    account.pay("P" + i, CUT.minusDays(random.nextInt(20) - 5).toString(), amount, "A" + i);
                }
                String sign = random.nextInt(3) == 0 ? "-" : "";
                lists.line(TheirKind.values()[random.nextInt(3)], random.nextBoolean() ? "A" + random.nextInt(40) : "",
                        random.nextBoolean() ? issued : "", sign + amount, "A" + random.nextInt(40));
            }
            assertThatCode(() -> {
                Bridge bridge = LedgerComparison.compare(account.ledger(), lists.list(), ComparisonLimits.USUAL);
                assertThat(bridge.lines().stream().mapToInt(line -> line.theirs().size()).sum()).isEqualTo(30);
            }).as("seed %d", seed).doesNotThrowAnyException();
        }
    }

    @Test
    void twentyThousandLinesAreCompared() {
        World world = new World(7, 20_000, Set.of(Change.values()));
        Bridge bridge = LedgerComparison.compare(world.account.ledger(), world.list(false, 1), ComparisonLimits.USUAL);
        assertThat(bridge.lines(BridgeKind.AGREED).size()).isGreaterThan(15_000);
    }
}
