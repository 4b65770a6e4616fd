package org.saldo.job.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.saldo.dunning.Debt;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.DocumentKey;
import org.saldo.money.Money;
import org.saldo.reconciliation.DeductionWords;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.statement.bridge.BridgeLine;
import org.saldo.statement.bridge.OurKind;
import org.saldo.statement.bridge.OurLine;
import org.saldo.store.answer.ContestedLine;

/**
 * What a customer contests line by line: the documents that its words name, the lines of a page, and what its own list has
 * otherwise. Only what is open can be contested, and no more than that.
 */
final class ContestedWords {

    private final DeductionWords words;

    ContestedWords(DeductionWords words) {
        this.words = words;
    }

    /** All that is open of each: an amount in a text may as well be what would be right. @param own in the customer's words */
    List<ContestedLine> ofMail(ReminderAnswer answer, String own, List<Debt> asked) {
        List<Debt> named = asked.stream().filter(debt -> answer.documents().stream().anyMatch(document ->
                isOf(document, debt.document()))).toList();
        return named.stream().map(debt -> {
            String said = named.size() == 1 ? own : about(debt.document(), own);
            return new ContestedLine(debt.document(), Optional.empty(), words.codeOf(said), said);
        }).toList();
    }

    /** The sentences that name it. */
    private static String about(String document, String own) {
        List<String> sentences = Arrays.stream(own.split("(?<=[.!?;。！？；])\\s*|\\R+")).map(String::strip).toList();
        return DocumentKey.numbersOf(document.toUpperCase(Locale.ROOT)).stream().map(number -> sentences.stream()
                        .filter(sentence -> sentence.toUpperCase(Locale.ROOT).contains(number)).collect(Collectors.joining(" ")))
                .filter(said -> !said.isEmpty()).findFirst().orElse("");
    }

    static List<ContestedLine> ofPage(List<PageLine> lines, List<Debt> asked) {
        List<ContestedLine> contested = new ArrayList<>();
        lines.forEach(line -> asked.stream().filter(debt -> debt.document().equals(line.label())).findFirst()
                .ifPresent(debt -> contested.add(new ContestedLine(line.label(), line.contested()
                        .map(amount -> Money.of(debt.open().currency(), amount)).filter(part -> isPart(part, debt))
                        .or(() -> Optional.of(debt.open()).filter(all -> line.isPaid() && all.isPositive())),
                        line.code(), line.isPaid(), line.words()))));
        return contested;
    }

    /** What its lists have less of than we, or not at all; what they have more of is nothing that it contests. */
    static List<ContestedLine> ofLists(List<ReplyLists.Result> lists, List<Debt> asked) {
        Map<String, ContestedLine> contested = new TreeMap<>();
        lists.stream().flatMap(list -> list.comparison().stream()).filter(each -> each.bridge().reading().certain())
                .flatMap(each -> each.bridge().lines().stream())
                .filter(line -> line.kind() == BridgeKind.ONLY_OURS || line.kind() == BridgeKind.AMOUNT_DIFFERS)
                .filter(line -> line.difference().isNegative()).forEach(line -> documents(line).forEach(ours ->
                        asked.stream().filter(debt -> debt.document().equals(ours.reference())).findFirst()
                                .ifPresent(debt -> contested.putIfAbsent(debt.document(), new ContestedLine(debt.document(),
                                        Optional.of(line.difference().negated()).filter(part -> isPart(part, debt)),
                                        code(line), "its list: " + line.kind().name().toLowerCase(Locale.ROOT)
                                        .replace('_', ' '))))));
        return List.copyOf(contested.values());
    }

    /** Where several lines stand together, which of them differs is for a person. */
    private static List<OurLine> documents(BridgeLine line) {
        return line.ours().stream().filter(ours -> ours.kind() == OurKind.DOCUMENT)
                .filter(any -> line.ours().size() == 1).toList();
    }

    private static DifferenceCode code(BridgeLine line) {
        return switch (line.explanation().why()) {
            case CASH_DISCOUNT -> DifferenceCode.DISC_EARNED;
            case TAX -> DifferenceCode.WITHHOLDING_TAX;
            case ROUNDING -> DifferenceCode.ROUNDING;
            default -> DifferenceCode.UNKNOWN;
        };
    }

    private static boolean isOf(String named, String label) {
        return DocumentKey.numbersOf(label).contains(named);
    }

    private static boolean isPart(Money part, Debt debt) {
        return part.isPositive() && part.currency().equals(debt.open().currency()) && part.compareTo(debt.open()) < 0;
    }
}
