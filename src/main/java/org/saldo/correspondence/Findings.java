package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        for (Clause clause : clauses) {
            List<Lexicon.Match> said = clause.said();
            boolean conditional = said.stream().anyMatch(match -> match.is(Topic.CONDITION));
            said.stream().filter(match -> !conditional || !match.is(Topic.PAID)).forEach(match -> add(match, clause, findings));
            clause.turned().forEach(match -> turn(match, clause, findings));
            if (clause.stray() && clause.isShort() && !clause.asks()) {
                findings.add(new Finding(Intent.DISPUTE, Optional.empty(), clause, ""));
            }
            if (clause.asks()) {
                findings.add(new Finding(Intent.QUESTION, Optional.empty(), clause, ""));
            }
        }
        return findings;
    }

    private static void add(Lexicon.Match match, Clause clause, List<Finding> findings) {
        Topic topic = (Topic) match.phrase().topic();
        if (clause.asks() && ASKED.contains(topic)) {
            return;
        }
        if (topic == Topic.WEAK) {
            findings.add(new Finding(Intent.CONFIRM, Optional.of(match), clause, "'yes' or 'ok' alone agrees to no balance"));
        } else if (INTENTS.containsKey(topic)) {
            findings.add(new Finding(INTENTS.get(topic), Optional.of(match), clause, ""));
        }
    }

    /** What a "not" makes of a phrase. */
    private static void turn(Lexicon.Match match, Clause clause, List<Finding> findings) {
        Topic topic = (Topic) match.phrase().topic();
        if (clause.asks()) {
            return;
        }
        if (topic == Topic.AGREE || topic == Topic.PROMISE) {
            findings.add(new Finding(Intent.DISPUTE, Optional.of(match), clause, ""));
        } else if (topic == Topic.WEAK) {
            findings.add(new Finding(Intent.DISPUTE, Optional.of(match), clause, "'not' stands beside a 'yes' or 'ok'"));
        } else if (topic == Topic.DISAGREE) {
            findings.add(new Finding(Intent.CONFIRM, Optional.of(match), clause, "'not' stands to what would be a dispute"));
        }
    }
}
