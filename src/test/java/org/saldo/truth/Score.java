package org.saldo.truth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.store.AllocationRows;

/**
 * How well the receipts of a world were applied, to the minor unit, by document and kind. A receipt is right when its
 * allocations are the truth's; wrong when it touches what it does not pay, takes more, or writes off what was no fee;
 * short when it did a part; open when it did nothing of a truth that is there.
 */
final class Score {

    enum Verdict { RIGHT, WRONG, SHORT, OPEN }

    /** What became of one receipt. */
    record Line(Truth truth, Verdict verdict, String why) {

        boolean isUndone() {
            return verdict == Verdict.OPEN || verdict == Verdict.SHORT;
        }
    }

    private static final BigDecimal LARGEST_FEE = new BigDecimal("12.50");
    private static final String CHARGE = "CHARGE";

    private final List<Line> lines = new ArrayList<>();

    static Score of(World world, List<AllocationRows.Row> allocations) {
        return new Score(world, allocations);
    }

    private Score(World world, List<AllocationRows.Row> allocations) {
        Map<String, Map<Truth.Part, BigDecimal>> done = done(world, allocations);
        Map<String, Set<String>> rules = new HashMap<>();
        allocations.forEach(row -> rules.computeIfAbsent(row.paymentId(), any -> new TreeSet<>()).add(row.rule()));
        Map<String, Map<Truth.Part, BigDecimal>> wanted = wanted(world.truths(), done);
        Map<String, Receipt> receipts = new HashMap<>();
        world.receipts().forEach(receipt -> receipts.put(receipt.key().paymentId(), receipt));
        for (Truth truth : world.truths()) {
            lines.add(line(truth, wanted.get(truth.paymentId()), done.getOrDefault(truth.paymentId(), Map.of()),
                    receipts.get(truth.paymentId()).amount().toDecimal().max(BigDecimal.ZERO),
                    rules.getOrDefault(truth.paymentId(), Set.of())));
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<Line> wrong() {
        return lines.stream().filter(line -> line.verdict() == Verdict.WRONG).toList();
    }

    long decidable() {
        return lines.stream().filter(line -> line.truth().decidable()).count();
    }

    long right() {
        return lines.stream().filter(line -> line.truth().decidable() && line.verdict() == Verdict.RIGHT).count();
    }

    /** The table as Markdown, a row for each case and whether it can be decided. */
    String table(String title) {
        Map<String, long[]> counts = new TreeMap<>();
        for (Line line : lines) {
            String suffix = line.truth().decidable() ? " | yes" : " | maybe";
            for (String key : List.of(line.truth().about() + suffix, "~ all" + suffix)) {
                counts.computeIfAbsent(key, any -> new long[Verdict.values().length])[line.verdict().ordinal()]++;
            }
        }
        StringBuilder table = new StringBuilder("\n## %s: %d of %d decidable right (%.2f %%), %d wrong of %d%n".formatted(title,
                right(), decidable(), 100.0 * right() / decidable(), wrong().size(), lines.size()));
        table.append("\n| case | decidable | right | wrong | short | open |\n|---|---|---|---|---|---|\n");
        counts.forEach((key, count) -> table.append("| %s | %d | %d | %d | %d |%n".formatted(key, count[0], count[1], count[2],
                count[3])));
        return table.toString();
    }

    private static Line line(Truth truth, Map<Truth.Part, BigDecimal> want, Map<Truth.Part, BigDecimal> done, BigDecimal cash,
                             Set<String> rules) {
        Map<Truth.Part, BigDecimal> have = new HashMap<>(done);
        Map<Truth.Part, BigDecimal> charges = new HashMap<>(done);
        have.keySet().removeIf(part -> part.kind().equals(CHARGE));
        charges.keySet().retainAll(done.keySet().stream().filter(part -> part.kind().equals(CHARGE)).toList());
        Set<String> mayTouch = new HashSet<>();
        want.keySet().forEach(part -> mayTouch.add(part.document()));
        String why = "";
        if (done.keySet().stream().anyMatch(part -> !mayTouch.contains(part.document()))) {
            why = "document";
        } else if (have.entrySet().stream().anyMatch(part -> !want.containsKey(part.getKey())
                || part.getValue().compareTo(want.get(part.getKey())) > 0)) {
            why = "amount or kind";
        } else if (!charges.isEmpty() && (!truth.about().name().equals("SHORT_FEE") || sum(charges).compareTo(LARGEST_FEE) > 0)) {
            why = "write-off";
        } else if (cashOf(have).compareTo(cash) > 0) {
            why = "more than the receipt";
        }
        if (!why.isEmpty()) {
            return new Line(truth, Verdict.WRONG, " | " + why + ", by " + rules + ": "
                    + done.entrySet().stream().map(part -> part.getKey().document() + " " + part.getKey().kind() + " "
                            + part.getValue()).sorted().toList());
        }
        if (have.isEmpty()) {
            return new Line(truth, want.isEmpty() ? Verdict.RIGHT : Verdict.OPEN, "");
        }
        return new Line(truth, same(have, want) ? Verdict.RIGHT : Verdict.SHORT, "");
    }

    private static BigDecimal cashOf(Map<Truth.Part, BigDecimal> parts) {
        Map<Truth.Part, BigDecimal> cash = new HashMap<>(parts);
        cash.keySet().removeIf(part -> !part.kind().equals("PAYMENT"));
        return sum(cash);
    }

    private static BigDecimal sum(Map<Truth.Part, BigDecimal> parts) {
        return parts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean same(Map<Truth.Part, BigDecimal> one, Map<Truth.Part, BigDecimal> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(part -> one.get(part).compareTo(other.get(part)) == 0);
    }

    private static Map<String, Map<Truth.Part, BigDecimal>> done(World world, List<AllocationRows.Row> allocations) {
        Map<String, String> companies = new HashMap<>();
        world.receipts().forEach(receipt -> companies.put(receipt.key().paymentId(), receipt.key().company()));
        Set<String> notes = new HashSet<>();
        world.documents().stream().filter(document -> document.key().type().isCredit())
                .map(Document::key).forEach(key -> notes.add(key.company() + key.number()));
        Map<String, Map<Truth.Part, BigDecimal>> done = new HashMap<>();
        for (AllocationRows.Row row : allocations) {
            if (!notes.contains(companies.get(row.paymentId()) + row.documentNumber())) {
                String kind = row.kind().equals("WRITE_OFF") || row.kind().equals("BANK_CHARGE") ? CHARGE : row.kind();
                done.computeIfAbsent(row.paymentId(), any -> new HashMap<>())
                        .merge(new Truth.Part(row.documentNumber(), kind), row.amount(), BigDecimal::add);
            }
        }
        done.values().forEach(parts -> parts.values().removeIf(amount -> amount.signum() == 0));
        return done;
    }

    /** The truth, except that of two equal receipts either may be the one that paid. */
    private static Map<String, Map<Truth.Part, BigDecimal>> wanted(List<Truth> truths,
                                                                   Map<String, Map<Truth.Part, BigDecimal>> done) {
        Map<String, Map<Truth.Part, BigDecimal>> wanted = new HashMap<>();
        for (Truth truth : truths) {
            Map<Truth.Part, BigDecimal> parts = new HashMap<>();
            truth.parts().forEach((part, amount) -> parts.put(part, amount.toDecimal()));
            wanted.put(truth.paymentId(), parts);
        }
        List<Truth> twins = truths.stream().filter(truth -> !truth.twinOf().isEmpty())
                .sorted(Comparator.comparing(Truth::paymentId)).toList();
        for (Truth twin : twins) {
            boolean second = !done.getOrDefault(twin.paymentId(), Map.of()).isEmpty();
            boolean first = !done.getOrDefault(twin.twinOf(), Map.of()).isEmpty();
            if (second && !first) {
                Map<Truth.Part, BigDecimal> paid = wanted.get(twin.twinOf());
                wanted.put(twin.twinOf(), wanted.get(twin.paymentId()));
                wanted.put(twin.paymentId(), paid);
            }
        }
        return wanted;
    }
}
