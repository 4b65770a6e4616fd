package org.saldo.correspondence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What each phrase of a reply says, with regard to "not", to questions and to the days beside it. */
final class Findings {

    private static final Map<Topic, Intent> INTENTS = new EnumMap<>(Map.ofEntries(
            Map.entry(Topic.AGREE, Intent.CONFIRM), Map.entry(Topic.DISAGREE, Intent.DISPUTE),
            Map.entry(Topic.PROMISE, Intent.PROMISE), Map.entry(Topic.PAID, Intent.PAID_ALREADY),
            Map.entry(Topic.INSTALMENTS, Intent.INSTALMENTS), Map.entry(Topic.QUESTION, Intent.QUESTION),
            Map.entry(Topic.WRONG_CONTACT, Intent.WRONG_CONTACT), Map.entry(Topic.OUT_OF_OFFICE, Intent.OUT_OF_OFFICE),
            Map.entry(Topic.UNSUBSCRIBE, Intent.UNSUBSCRIBE), Map.entry(Topic.BANK_CHANGE, Intent.BANK_CHANGE),
            Map.entry(Topic.COMPLAINT, Intent.COMPLAINT), Map.entry(Topic.LAWYER, Intent.COMPLAINT),
            Map.entry(Topic.INSOLVENCY, Intent.COMPLAINT)));
    private static final Set<Topic> ASKED = EnumSet.of(Topic.PAID, Topic.PROMISE, Topic.RECEIVED, Topic.DISAGREE);

    /** What may be said in one sentence with a payment that has no verb known: "sent you 500 yesterday, so stop this". */
    private static final Set<Intent> BESIDE_MONEY = EnumSet.of(Intent.OUT_OF_OFFICE, Intent.COMPLAINT, Intent.UNSUBSCRIBE);
    /** A day without a year is the near one when the other is far: both in days. */
    private static final int SOON = 60;
    private static final int FAR = 180;
    /** Words from a verb to the day that belongs to it. */
    private static final int BESIDE = 2;

    private final List<Finding> findings = new ArrayList<>();
    private final Facts facts;
    private final LocalDate sentOn;

    private Findings(Facts facts, LocalDate sentOn) {
        this.facts = facts;
        this.sentOn = sentOn;
    }

    static List<Finding> of(List<Clause> clauses, Facts facts, LocalDate sentOn) {
        Findings found = new Findings(facts, sentOn);
        for (Clause clause : clauses) {
            int before = found.findings.size();
            boolean conditional = clause.has(Topic.CONDITION);
            clause.said().stream().filter(match -> !conditional || !match.is(Topic.PAID))
                    .forEach(match -> found.add(match, clause));
            clause.turned().forEach(match -> found.turn(match, clause));
            clause.said().stream().filter(match -> match.is(Topic.STANDS)).findFirst()
                    .ifPresent(match -> found.addByAmount(match, clause));
            boolean silent = found.findings.subList(before, found.findings.size()).stream()
                    .allMatch(finding -> finding.isWeak() || BESIDE_MONEY.contains(finding.intent()));
            if (silent && !clause.asks()) {
                found.addByDayOrNot(clause, conditional);
            }
            if (clause.asks()) {
                found.add(Intent.QUESTION, Optional.empty(), clause, "");
            }
        }
        return found.findings;
    }

    private void add(Intent intent, Optional<Lexicon.Match> match, Clause clause, String doubt) {
        findings.add(new Finding(intent, match, clause, doubt));
    }

    private void add(Lexicon.Match match, Clause clause) {
        Topic topic = (Topic) match.phrase().topic();
        boolean agrees = topic == Topic.AGREE || topic == Topic.WEAK || topic == Topic.APPROVED;
        if (clause.asks() && (agrees || ASKED.contains(topic) && match.last() >= clause.asked())) {
            return;
        }
        if (topic == Topic.PAID && isToCome(clause)) {
            add(Intent.PROMISE, Optional.of(match), clause, "");
        } else if (topic == Topic.PROMISE && isBehind(match, clause)) {
            add(Intent.PAID_ALREADY, Optional.of(match), clause, "");
        } else if (topic == Topic.PAID && isOfNotice(match, clause)) {
            add(Intent.COMPLAINT, Optional.of(match), clause, "it speaks of our reminder");
        } else if (topic == Topic.WEAK) {
            add(Intent.CONFIRM, Optional.of(match), clause, "'yes' or 'ok' alone agrees to no balance");
        } else if (topic == Topic.APPROVED) {
            boolean forPayment = clause.has(Topic.PROMISE) || clause.has(Topic.PAYMENT) || clause.has(Topic.DOCUMENT);
            add(forPayment ? Intent.PROMISE : Intent.CONFIRM, Optional.of(match), clause, "");
        } else if (INTENTS.containsKey(topic)) {
            add(INTENTS.get(topic), Optional.of(match), clause, "");
        }
    }

    /** What a "not" makes of a phrase. */
    private void turn(Lexicon.Match match, Clause clause) {
        Topic topic = (Topic) match.phrase().topic();
        if (clause.asks() && match.last() >= clause.asked()) {
            return;
        }
        if (topic == Topic.AGREE || topic == Topic.PROMISE || topic == Topic.APPROVED) {
            boolean twice = clause.stray() && !clause.strayFirst();
            add(Intent.DISPUTE, Optional.of(match), clause, twice ? "two 'not' stand in it" : "");
        } else if (topic == Topic.WEAK) {
            add(Intent.DISPUTE, Optional.of(match), clause, "");
        } else if (topic == Topic.DISAGREE && !facts.documents().isEmpty()) {
            add(Intent.DISPUTE, Optional.of(match), clause, "");
        } else if (topic == Topic.DISAGREE) {
            add(Intent.CONFIRM, Optional.of(match), clause, "'not' stands to what would be a dispute");
        }
    }

    /** "Our books show 900.00": whether he agrees is told by the amount. */
    private void addByAmount(Lexicon.Match match, Clause clause) {
        List<Amounts.Named> named = facts.amounts().stream()
                .filter(amount -> clause.first() <= amount.first() && amount.last() <= clause.last()).toList();
        boolean pays = clause.has(Topic.PROMISE) || clause.has(Topic.PAID) || clause.has(Topic.INSTALMENTS);
        if (!named.isEmpty() && !clause.asks() && !pays) {
            boolean expected = named.stream().allMatch(amount -> facts.expected().get(amount.first()));
            add(expected ? Intent.CONFIRM : Intent.DISPUTE, Optional.of(match), clause, "");
        }
    }

    /** A sentence that says nothing else: a payment with its day, or a "not" that turns nothing known. */
    private void addByDayOrNot(Clause clause, boolean conditional) {
        Optional<Lexicon.Match> payment = clause.said().stream().filter(match -> match.is(Topic.PAYMENT)).findFirst();
        if (isSent(clause)) {
            add(Intent.PAID_ALREADY, Optional.empty(), clause, "");
        } else if (clause.stray()) {
            boolean names = !facts.documents().isEmpty() || !facts.amounts().isEmpty();
            boolean books = clause.has(Topic.STANDS);
            add(Intent.DISPUTE, Optional.empty(), clause, names || books || clause.isShort() ? "" : "a 'not' stands in it");
        } else if (payment.isPresent() && !conditional) {
            addByTense(payment.get(), clause);
        } else if (!conditional) {
            addByAmountAlone(clause);
        }
    }

    /** An amount and a day behind in one sentence, with a word that says that it is done. */
    private boolean isSent(Clause clause) {
        return facts.says(Topic.DONE, clause) && !facts.says(Topic.LATER, clause) && clause.turned().isEmpty()
                && facts.amounts().stream().anyMatch(amount -> clause.first() <= amount.first() && amount.last() <= clause.last())
                && facts.days().stream().filter(day -> within(day, clause))
                        .anyMatch(day -> day.past().isPresent() && !day.past().get().isAfter(sentOn)
                                && !isNear(day.coming(), day.past()));
    }

    private void addByTense(Lexicon.Match payment, Clause clause) {
        boolean later = facts.says(Topic.LATER, clause);
        boolean done = facts.says(Topic.DONE, clause);
        if (later != done) {
            add(later ? Intent.PROMISE : Intent.PAID_ALREADY, Optional.of(payment), clause, "");
        } else {
            facts.days().stream().filter(day -> within(day, clause)).findFirst()
                    .ifPresent(day -> addByDay(day, Optional.of(payment), clause));
        }
    }

    /** "Only 900.00" is no agreement; "900.00 on Friday, 20 November" is a promise. */
    private void addByAmountAlone(Clause clause) {
        boolean other = facts.amounts().stream().anyMatch(amount -> clause.first() <= amount.first()
                && amount.last() <= clause.last() && !facts.expected().get(amount.first()));
        boolean ahead = facts.days().stream().anyMatch(day -> within(day, clause) && isNear(day.coming(), day.past()));
        if (other && ahead && !facts.says(Topic.DONE, clause)) {
            add(Intent.PROMISE, Optional.empty(), clause, "");
        } else if (other && clause.has(Topic.EXCEPTION)) {
            add(Intent.DISPUTE, Optional.empty(), clause, "");
        }
    }

    private boolean within(Days.Named day, Clause clause) {
        return clause.first() <= day.first() && day.last() <= clause.last() && !facts.expected().get(day.first());
    }

    /** "Settled by the end of the month": the day says that it is not yet so. */
    private boolean isToCome(Clause clause) {
        List<Days.Named> named = facts.days().stream().filter(day -> within(day, clause)).toList();
        boolean ahead = named.stream().anyMatch(day -> isNear(day.coming(), day.past()));
        boolean behind = named.stream().anyMatch(day -> !isNear(day.coming(), day.past()));
        boolean open = clause.has(Topic.PROMISE) && !named.isEmpty() && facts.says(Topic.LATER, clause)
                && !facts.says(Topic.DONE, clause);
        return ahead && !behind || open;
    }

    /** "Pagamos el 29 de octubre": where a verb has one form for both, the day beside it says that it was done. */
    private boolean isBehind(Lexicon.Match match, Clause clause) {
        return !facts.says(Topic.LATER, clause) && facts.days().stream().anyMatch(day -> within(day, clause)
                && day.first() > match.last() && day.first() - match.last() <= BESIDE
                && day.past().filter(past -> ChronoUnit.DAYS.between(past, sentOn) <= SOON).isPresent()
                && day.coming().filter(coming -> ChronoUnit.DAYS.between(sentOn, coming) < FAR).isEmpty());
    }

    /** What was sent or done is a reminder of ours, which stands within the words that speak of a payment. */
    private static boolean isOfNotice(Lexicon.Match match, Clause clause) {
        return clause.said().stream().anyMatch(each -> each.is(Topic.NOTICE) && match.first() < each.first()
                && each.last() < match.last());
    }

    /** Whether the day can only be meant as one to come. */
    private boolean isNear(Optional<LocalDate> coming, Optional<LocalDate> past) {
        return coming.isPresent() && coming.get().isAfter(sentOn) && (coming.equals(past)
                || ChronoUnit.DAYS.between(sentOn, coming.get()) <= SOON
                && past.filter(day -> ChronoUnit.DAYS.between(day, sentOn) < FAR).isEmpty());
    }

    private void addByDay(Days.Named day, Optional<Lexicon.Match> payment, Clause clause) {
        long ahead = day.coming().map(coming -> ChronoUnit.DAYS.between(sentOn, coming)).orElse(0L);
        long behind = day.past().map(past -> ChronoUnit.DAYS.between(past, sentOn)).orElse(0L);
        boolean exact = day.coming().equals(day.past());
        boolean past = exact ? ahead < 0 : behind < ahead;
        boolean sure = day.coming().isPresent() && (exact || Math.min(ahead, behind) <= SOON && Math.max(ahead, behind) >= FAR);
        add(past ? Intent.PAID_ALREADY : Intent.PROMISE, payment, clause,
                sure ? "" : "it names a payment and a day, and not whether it was or will be");
    }
}
