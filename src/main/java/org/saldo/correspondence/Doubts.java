package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Why a reply is not clear. */
final class Doubts {

    /** What may stand beside a clear intent without making it less clear. */
    private static final Set<Intent> BESIDE = EnumSet.of(Intent.COMPLAINT, Intent.PROMISE, Intent.QUESTION);
    private static final Set<Topic> KNOWN = EnumSet.of(Topic.AGREE, Topic.WEAK, Topic.RECEIVED, Topic.HARMLESS,
            Topic.GREETING, Topic.SIGN_OFF, Topic.PROMISE, Topic.APPROVED);

    /** "Received and confirmed" may both mean the mail. */
    private static final int NEAR = 3;

    private final List<Token> tokens;
    private final List<Lexicon.Match> matches;
    private final List<Lexicon.Match> against;
    private final List<Clause> clauses;
    private final List<Finding> findings;
    private final Facts facts;
    private final Agreement.Found agreed;
    private final WrittenReply reply;
    private final List<Lexicon.Match> subject;

    Doubts(Told told, List<Clause> clauses, List<Finding> findings, Facts facts, Agreement.Found agreed, WrittenReply reply,
            List<Lexicon.Match> subject) {
        this.tokens = told.tokens();
        this.matches = told.matches();
        this.against = told.against();
        this.clauses = clauses;
        this.findings = findings;
        this.facts = facts;
        this.agreed = agreed;
        this.reply = reply;
        this.subject = subject;
    }

    /** Clauses for a person, empty when the intent is clear. */
    List<String> about(Intent main, Set<Intent> found) {
        List<String> doubts = new ArrayList<>();
        if (findings.stream().noneMatch(finding -> finding.intent() == main && finding.plain())
                && main != Intent.PARTLY && main != Intent.OUT_OF_OFFICE) {
            doubts.add(findings.stream().filter(finding -> finding.intent() == main).findFirst().map(Finding::doubt)
                    .orElse("it says nothing of the matter"));
        }
        switch (main) {
            case CONFIRM -> ofConfirmation(found, doubts);
            case PROMISE -> ofPromise(doubts);
            case PARTLY -> ofPart(doubts);
            case DISPUTE, PAID_ALREADY -> {
                ofUndecided(main, doubts);
                ofOthers(main, found, doubts);
            }
            default -> ofOthers(main, found, doubts);
        }
        return doubts;
    }

    private void ofConfirmation(Set<Intent> found, List<String> doubts) {
        for (Intent other : found) {
            if (other != Intent.CONFIRM && other != Intent.PROMISE) {
                doubts.add("it also reads as " + other);
            }
        }
        if (clauses.stream().anyMatch(clause -> clause.stray() || !clause.turned().isEmpty())) {
            doubts.add("a 'not' stands in it");
        }
        against.stream().findFirst().ifPresent(match ->
                doubts.add("'" + tokens.get(match.first()).folded() + "' stands in it"));
        if (clauses.stream().anyMatch(Clause::asks)) {
            doubts.add("it asks something");
        }
        if (has(Topic.CONDITION) || has(Topic.EXCEPTION) || has(Topic.REST)) {
            doubts.add("a condition or an exception stands in it");
        }
        if (findings.stream().anyMatch(finding -> finding.intent() == Intent.CONFIRM && !finding.isWeak()
                && agreed.otherwise().contains(finding.clause().first()))) {
            doubts.add("its words may agree to something else");
        }
        if (reply.text().codePoints().anyMatch(Doubts::turnsWriting)) {
            doubts.add("it has marks that turn the direction of writing, so that it may show other words");
        }
        if (reply.hasAttachment()) {
            doubts.add("something is attached");
        }
        if (subject.stream().anyMatch(match -> match.is(Topic.DISAGREE) || match.is(Topic.NOT))) {
            doubts.add("the subject speaks against it");
        }
        ofFigures(doubts);
        ofMixture(doubts);
        ofUnknownWords(doubts);
    }

    private static boolean turnsWriting(int each) {
        return each == 0x202B || each == 0x202D || each == 0x202E || each == 0x2067;
    }

    private void ofFigures(List<String> doubts) {
        for (Amounts.Named amount : facts.amounts()) {
            if (!facts.expected().get(amount.first())) {
                doubts.add("it names another amount: " + amount.amount().words());
            }
        }
        if (!facts.documents().isEmpty() || !facts.references().isEmpty()) {
            doubts.add("it names single documents");
        }
    }

    /** "We confirm that we will pay" agrees to nothing; nor does "received and confirmed". */
    private void ofMixture(List<String> doubts) {
        for (Clause clause : clauses) {
            List<Lexicon.Match> agreeing = clause.said().stream()
                    .filter(match -> match.is(Topic.AGREE) || match.is(Topic.APPROVED)).toList();
            if (clause.said().stream().anyMatch(match -> match.is(Topic.PROMISE) && !agreeing.isEmpty()
                    || match.is(Topic.RECEIVED) && agreeing.stream().anyMatch(agrees -> agrees.first() < match.first()
                            || agrees.first() - match.last() <= NEAR))) {
                doubts.add("one sentence says more than that the balance is agreed");
            }
        }
    }

    private void ofUnknownWords(List<String> doubts) {
        BitSet known = new BitSet();
        matches.stream().filter(match -> KNOWN.contains(match.phrase().topic()))
                .forEach(match -> match.places().forEach(known::set));
        findings.stream().filter(finding -> finding.intent() == Intent.CONFIRM).flatMap(finding -> finding.match().stream())
                .forEach(match -> match.places().forEach(known::set));
        known.or(facts.expected());
        known.or(agreed.read());
        boolean promises = has(Topic.PROMISE);
        facts.days().stream().filter(day -> promises).forEach(day -> known.set(day.first(), day.last() + 1));
        Set<String> names = new HashSet<>();
        Tokens.of(reply.sender() + " " + String.join(" ", reply.asked().names())).forEach(name -> names.add(name.folded()));
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.get(at).speaks() && !known.get(at) && !names.contains(tokens.get(at).folded()) && !isInitial(at, names)) {
                doubts.add("it also says '" + tokens.get(at).folded() + "'");
                return;
            }
        }
    }

    /** The "J." before a name. */
    private boolean isInitial(int at, Set<String> names) {
        String letter = tokens.get(at).folded();
        if (letter.length() != 1 || letter.charAt(0) >= 128 || at + 1 >= tokens.size()) {
            return false;
        }
        boolean dot = tokens.get(at + 1).ends() && tokens.get(at + 1).start() == tokens.get(at).end() && at + 2 < tokens.size();
        return names.contains(tokens.get(dot ? at + 2 : at + 1).folded());
    }

    private void ofPromise(List<String> doubts) {
        if (facts.hasAmbiguousDay()) {
            doubts.add("its day has two meanings");
        } else if (facts.resolved(false).isEmpty()) {
            doubts.add("it names no day");
        }
        if (clauses.stream().anyMatch(Doubts::isConditional)) {
            doubts.add("a condition stands in it");
        }
    }

    /** "The rest when our customer has paid" is none for the part before it; nor is "when he is back on the 25th". */
    private static boolean isConditional(Clause clause) {
        int rest = clause.said().stream().filter(match -> match.is(Topic.REST)).mapToInt(Lexicon.Match::first).min()
                .orElse(Integer.MAX_VALUE);
        return clause.said().stream().anyMatch(match -> match.is(Topic.CONDITION) && match.first() < rest
                && clause.said().stream().noneMatch(back -> back.is(Topic.BACK) && back.first() > match.last()
                        && back.first() - match.last() <= NEAR));
    }

    /** What is said in one sentence with what is still to be looked at. */
    private void ofUndecided(Intent main, List<String> doubts) {
        boolean single = !facts.documents().isEmpty() || !facts.amounts().isEmpty();
        if (!single && findings.stream().filter(finding -> finding.intent() == main)
                .allMatch(finding -> finding.clause().has(Topic.UNDECIDED))) {
            doubts.add("something is still to be looked at");
        }
    }

    private void ofPart(List<String> doubts) {
        ofUndecided(Intent.CONFIRM, doubts);
        if (!has(Topic.EXCEPTION) && !has(Topic.REST)) {
            doubts.add(has(Topic.CONDITION) ? "it agrees under a condition" : "it agrees and disagrees");
        }
    }

    private void ofOthers(Intent main, Set<Intent> found, List<String> doubts) {
        if (main == Intent.DISPUTE || main == Intent.BANK_CHANGE) {
            return;
        }
        boolean away = main == Intent.OUT_OF_OFFICE;
        for (Intent other : found) {
            if (other != main && !BESIDE.contains(other) && !(away && other == Intent.WRONG_CONTACT)) {
                doubts.add("it also reads as " + other);
            }
        }
    }

    private boolean has(Topic topic) {
        return matches.stream().anyMatch(match -> match.is(topic));
    }
}
