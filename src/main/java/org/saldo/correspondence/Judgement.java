package org.saldo.correspondence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Weighs what was found in one reply: the main intent, whether it is clear, and by which words. */
final class Judgement {

    /** Which intent is the main one of several: the first in this order. */
    private static final List<Intent> RANK = List.of(Intent.BANK_CHANGE, Intent.OUT_OF_OFFICE, Intent.PARTLY,
            Intent.DISPUTE, Intent.WRONG_CONTACT, Intent.UNSUBSCRIBE, Intent.PAID_ALREADY, Intent.INSTALMENTS,
            Intent.COMPLAINT, Intent.CONFIRM, Intent.PROMISE, Intent.QUESTION, Intent.OTHER);
    private static final Set<Intent> SAID_BY_NO_MACHINE = EnumSet.of(Intent.CONFIRM, Intent.DISPUTE, Intent.PAID_ALREADY,
            Intent.PROMISE);
    private static final int EVIDENCE_MAX = 240;
    /** So many words before and after the decisive ones are shown with them. */
    private static final int BEFORE = 3;
    private static final int AFTER = 4;
    /** "Certainly not": so many words are a refusal, whatever is asked beside it. */
    private static final int CURT = 2;
    /** Words from "until" to its day. */
    private static final int UNTIL_NEAR = 2;

    private final String own;
    private final Told told;
    private final Facts facts;
    private final WrittenReply reply;
    private final List<Lexicon.Match> subject;
    private final boolean cut;
    private final Agreement.Found agreed;
    private final List<Clause> clauses;
    private final List<Finding> findings;

    Judgement(String own, Told told, Facts facts, Agreement.Found agreed, WrittenReply reply,
            List<Lexicon.Match> subject, boolean cut) {
        this.own = own;
        this.told = told;
        this.facts = facts;
        this.reply = reply;
        this.subject = subject;
        this.cut = cut;
        this.clauses = Clause.of(told);
        this.agreed = agreed;
        this.findings = new ArrayList<>(Findings.of(clauses, facts, reply.sentOn()));
        clauses.stream().filter(clause -> agreed.yes().contains(clause.first()) && clause.last() >= clause.first())
                .forEach(clause -> findings.add(new Finding(Intent.CONFIRM, Optional.empty(), clause, "")));
    }

    Reading reading() {
        Set<Intent> found = intents();
        Intent main = RANK.stream().filter(found::contains).findFirst().orElse(Intent.OTHER);
        List<String> doubts = new Doubts(told, clauses, findings, facts, agreed, reply, subject).about(main, found);
        if (cut) {
            doubts.add("it is longer than what is read");
        }
        Optional<LocalDate> until = main == Intent.OUT_OF_OFFICE ? until() : Optional.empty();
        List<LocalDate> days = facts.resolved(main == Intent.PAID_ALREADY).stream()
                .filter(day -> until.isEmpty()).toList();
        found.remove(main);
        return new Reading(main, main != Intent.OTHER && doubts.isEmpty(), found, marks(), own,
                facts.amounts().stream().map(Amounts.Named::amount).toList(), days, facts.documents(), facts.references(),
                until, evidence(main), doubts);
    }

    private Set<Intent> intents() {
        Set<Intent> found = EnumSet.noneOf(Intent.class);
        findings.forEach(finding -> found.add(finding.intent()));
        if (subject.stream().anyMatch(match -> match.is(Topic.OUT_OF_OFFICE))) {
            found.removeIf(intent -> intent != Intent.BANK_CHANGE);
            found.add(Intent.OUT_OF_OFFICE);
        } else if (SAID_BY_NO_MACHINE.stream().anyMatch(found::contains)) {
            found.remove(Intent.OUT_OF_OFFICE);
        }
        boolean excepts = !facts.documents().isEmpty()
                && told.matches().stream().anyMatch(match -> match.is(Topic.EXCEPTION) || match.is(Topic.REST));
        boolean agrees = findings.stream().anyMatch(finding -> finding.intent() == Intent.CONFIRM
                && (finding.plain() || excepts && finding.isWeak()));
        boolean condition = clauses.stream().flatMap(clause -> clause.said().stream())
                .anyMatch(match -> match.is(Topic.CONDITION) || match.is(Topic.EXCEPTION) || match.is(Topic.REST));
        withoutStray(found);
        withoutNotices(found);
        withoutOtherBalance(found);
        if (found.isEmpty() && namesAddress()) {
            findings.add(new Finding(Intent.WRONG_CONTACT, Optional.empty(), clauses.get(0), ""));
            found.add(Intent.WRONG_CONTACT);
        }
        if (agrees && found.contains(Intent.CONFIRM) && (condition || found.contains(Intent.DISPUTE))) {
            found.add(Intent.PARTLY);
            found.remove(Intent.CONFIRM);
            found.remove(Intent.DISPUTE);
        }
        return found;
    }

    /** "A third wrong reminder, that is a cheek" disputes no document. */
    private void withoutNotices(Set<Intent> found) {
        boolean ofNotices = findings.stream().filter(finding -> finding.intent() == Intent.DISPUTE)
                .allMatch(finding -> finding.clause().has(Topic.NOTICE));
        if (found.contains(Intent.COMPLAINT) && ofNotices && facts.documents().isEmpty() && facts.amounts().isEmpty()) {
            found.remove(Intent.DISPUTE);
        }
    }

    /** "It differs. By our books we owe you 900.00": who says that he owes another amount agrees to none. */
    private void withoutOtherBalance(Set<Intent> found) {
        boolean others = findings.stream().filter(finding -> finding.intent() == Intent.CONFIRM && !finding.isWeak())
                .allMatch(finding -> facts.amounts().stream().anyMatch(amount -> finding.clause().first() <= amount.first()
                        && amount.last() <= finding.clause().last() && !facts.expected().get(amount.first())));
        boolean excepts = told.matches().stream().anyMatch(match -> match.is(Topic.EXCEPTION) || match.is(Topic.REST));
        if (found.contains(Intent.DISPUTE) && found.contains(Intent.CONFIRM) && others && !excepts) {
            found.remove(Intent.CONFIRM);
        }
    }

    /** An address and nothing of the matter tells where to write. */
    private boolean namesAddress() {
        int at = own.indexOf('@');
        return at > 0 && at + 1 < own.length() && Character.isLetterOrDigit(own.charAt(at - 1))
                && Character.isLetterOrDigit(own.charAt(at + 1));
    }

    /** A bare "ok" or a "not" that turns nothing known says little beside something that is said in so many words. */
    private void withoutStray(Set<Intent> found) {
        boolean weakly = findings.stream().filter(finding -> finding.intent() == Intent.CONFIRM).allMatch(Finding::isWeak);
        boolean stray = findings.stream().filter(finding -> finding.intent() == Intent.DISPUTE)
                .allMatch(finding -> finding.match().isEmpty());
        boolean asks = stray && clauses.stream().anyMatch(Clause::asks) && clauses.stream().noneMatch(clause ->
                clause.stray() && (clause.strayFirst() || clause.last() - clause.first() <= CURT));
        boolean said = findings.stream().anyMatch(finding -> finding.match().isPresent()
                && finding.intent() != Intent.CONFIRM && finding.intent() != Intent.DISPUTE);
        if (said && weakly) {
            found.remove(Intent.CONFIRM);
        }
        if (said && stray || asks) {
            found.remove(Intent.DISPUTE);
        }
        if (findings.stream().anyMatch(finding -> finding.match().filter(match -> match.is(Topic.LAWYER)).isPresent())) {
            found.remove(Intent.WRONG_CONTACT);
        }
        if (findings.stream().anyMatch(finding -> finding.match().filter(match -> match.is(Topic.INSOLVENCY)).isPresent())) {
            found.remove(Intent.DISPUTE);
        }
    }

    private Set<Mark> marks() {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        for (Finding finding : findings) {
            Topic topic = finding.match().map(match -> (Topic) match.phrase().topic()).orElse(Topic.HARMLESS);
            switch (topic) {
                case BANK_CHANGE -> marks.add(Mark.SUSPECTED_FRAUD);
                case COMPLAINT -> marks.add(Mark.COMPLAINT);
                case LAWYER -> marks.add(Mark.LAWYER);
                case INSOLVENCY -> marks.add(Mark.INSOLVENCY);
                default -> {
                }
            }
        }
        return marks;
    }

    /** The last day of the absence: the one after "until", else the day before "back on", else the last one named. */
    private Optional<LocalDate> until() {
        Optional<LocalDate> last = Optional.empty();
        Optional<LocalDate> back = Optional.empty();
        for (Days.Named day : facts.days()) {
            if (day.coming().isEmpty()) {
                continue;
            }
            if (told.matches().stream().anyMatch(match -> match.is(Topic.UNTIL) && match.last() < day.first()
                    && day.first() - match.last() <= UNTIL_NEAR)) {
                return day.coming();
            }
            Optional<Lexicon.Match> word = told.matches().stream().filter(match -> (match.is(Topic.BACK) || match.is(Topic.UNTIL))
                    && match.last() < day.first() && day.first() - match.last() <= 9
                    || match.is(Topic.BACK) && match.first() > day.last() && match.first() - day.last() <= 4)
                    .max(Comparator.comparingInt(Lexicon.Match::last));
            if (word.isPresent() && word.get().is(Topic.UNTIL)) {
                return day.coming();
            }
            if (word.isPresent()) {
                back = day.coming();
            } else {
                last = day.coming();
            }
        }
        return back.isPresent() ? back.map(day -> day.minusDays(1)) : last;
    }

    private String evidence(Intent main) {
        Set<Intent> shown = main == Intent.PARTLY ? EnumSet.of(Intent.CONFIRM, Intent.DISPUTE) : EnumSet.of(main);
        BitSet places = new BitSet();
        findings.stream().filter(finding -> shown.contains(finding.intent()))
                .forEach(finding -> places.set(Math.max(finding.clause().first(), finding.first() - BEFORE),
                        Math.min(finding.clause().last(), finding.last() + AFTER) + 1));
        told.matches().stream().filter(match -> main == Intent.PARTLY && (match.is(Topic.CONDITION) || match.is(Topic.EXCEPTION))
                || main == Intent.DISPUTE && match.is(Topic.NOT))
                .forEach(match -> places.set(match.first(), match.last() + 1));
        Set<String> quoted = new LinkedHashSet<>();
        for (int from = places.nextSetBit(0); from >= 0; from = places.nextSetBit(places.nextClearBit(from))) {
            int to = places.nextClearBit(from) - 1;
            quoted.add(own.substring(told.tokens().get(from).start(), told.tokens().get(to).end()).replaceAll("\\s+", " "));
        }
        String evidence = quoted.isEmpty() && main == Intent.OUT_OF_OFFICE ? reply.subject().strip()
                : quoted.stream().collect(Collectors.joining(" ... "));
        return evidence.substring(0, Math.min(evidence.length(), EVIDENCE_MAX));
    }
}
