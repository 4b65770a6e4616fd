package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each phrase of a reply says, with regard to "not" and to questions. */
final class Findings {

    private static final Map<Topic, Intent> INTENTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Topic.AGREE, Intent.CONFIRM), Map.entry(Topic.DISAGREE, Intent.DISPUTE),
            Map.entry(Topic.PROMISE, Intent.PROMISE), Map.entry(Topic.PAID, Intent.PAID_ALREADY),
            Map.entry(Topic.INSTALMENTS, Intent.INSTALMENTS), Map.entry(Topic.QUESTION, Intent.QUESTION),
            Map.entry(Topic.WRONG_CONTACT, Intent.WRONG_CONTACT), Map.entry(Topic.OUT_OF_OFFICE, Intent.OUT_OF_OFFICE),
            Map.entry(Topic.UNSUBSCRIBE, Intent.UNSUBSCRIBE), Map.entry(Topic.BANK_CHANGE, Intent.BANK_CHANGE),
            Map.entry(Topic.COMPLAINT, Intent.COMPLAINT), Map.entry(Topic.LAWYER, Intent.COMPLAINT),
            Map.entry(Topic.INSOLVENCY, Intent.COMPLAINT)));
    private static final Set<Topic> ASKED = EnumSet.of(Topic.AGREE, Topic.WEAK, Topic.PAID, Topic.PROMISE, Topic.RECEIVED,
            Topic.DISAGREE);

    private Findings() {
    }

    static List<Finding> of(List<Clause> clauses) {
        List<Finding> findings = new ArrayList<>();
        for (int number = 0; number < clauses.size(); number++) {
            Clause clause = clauses.get(number);
            for (Lexicon.Match match : clause.said()) {
                add(match, number, clause.asks(), findings);
            }
            for (Lexicon.Match match : clause.turned()) {
                turn(match, number, clause.asks(), findings);
            }
        }
        return findings;
    }

    private static void add(Lexicon.Match match, int clause, boolean asks, List<Finding> findings) {
        Topic topic = (Topic) match.phrase().topic();
        if (asks && ASKED.contains(topic)) {
            findings.add(new Finding(Intent.QUESTION, match, clause, ""));
        } else if (topic == Topic.WEAK) {
            findings.add(new Finding(Intent.CONFIRM, match, clause, "'yes' or 'ok' alone agrees to no balance"));
        } else if (INTENTS.containsKey(topic)) {
            findings.add(new Finding(INTENTS.get(topic), match, clause, ""));
        }
    }

    /** What a "not" makes of a phrase. */
    private static void turn(Lexicon.Match match, int clause, boolean asks, List<Finding> findings) {
        Topic topic = (Topic) match.phrase().topic();
        if (asks) {
            findings.add(new Finding(Intent.QUESTION, match, clause, ""));
        } else if (topic == Topic.AGREE || topic == Topic.PROMISE) {
            findings.add(new Finding(Intent.DISPUTE, match, clause, ""));
        } else if (topic == Topic.WEAK) {
            findings.add(new Finding(Intent.DISPUTE, match, clause, "'not' stands beside a 'yes' or 'ok'"));
        } else if (topic == Topic.DISAGREE) {
            findings.add(new Finding(Intent.CONFIRM, match, clause, "'not' stands to what would be a dispute"));
        }
    }
}
