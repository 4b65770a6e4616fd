package org.saldo.job.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.job.evidence.ScanKind;
import org.saldo.job.people.Amounts;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.NewAnswer;
import org.saldo.store.answer.PaperStore;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.answer.WaitingPaper;
import org.saldo.store.statement.StatementRow;

/**
 * People file signed and sealed paper by which customers answer. What binds us takes two of them, as other answers do
 * ({@link AnswerConsent}): the first one's paper waits until a second one says the same of the same scan.
 */
public final class PaperDesk {

    private static final int SCAN_BYTES_MAX = 25_000_000;

    private final Ledger ledger;
    private final Authority authority;
    private final AnswerPolicy policy;
    private final AnswerStore answers;
    private final AnswerConsent consent;
    private final PaperStore papers;

    PaperDesk(Ledger ledger, Authority authority, AnswerPolicy policy) {
        this.ledger = ledger;
        this.authority = authority;
        this.policy = policy;
        this.answers = new AnswerStore(ledger);
        this.consent = new AnswerConsent(authority, answers);
        this.papers = new PaperStore(ledger);
    }

    /** A signed or sealed answer on paper: who signed in which role and when, and the bytes of its scan. */
    public record Paper(Outcome outcome, Grade grade, String signedBy, String role, LocalDate signedOn, byte[] scan) {

        /** @throws Refused when a part is missing or the scan is no PDF, PNG, JPEG or TIFF */
        public Paper {
            if (signedBy.isBlank() || signedBy.length() > 254 || role.length() > 100 || !grade.isFiled()
                    || !outcome.isAnswer()) {
                throw new Refused("confirm: needs who signed, a grade of signed or sealed, and an outcome of "
                        + Outcome.answers());
            }
            if (scan.length == 0 || scan.length > SCAN_BYTES_MAX || ScanKind.of(scan).isEmpty()) {
                throw new Refused("confirm: the scan is no PDF, PNG, JPEG or TIFF of at most " + SCAN_BYTES_MAX
                        + " bytes; scan the paper again");
            }
        }
    }

    /** Whether an id is that of a paper. */
    public static boolean isPaper(String name) {
        return name.startsWith("SC-");
    }

    /** Those that wait for a second person, one line each. */
    public List<String> list(String company) {
        return papers.waiting(company).stream().map(WaitingPaper::line).toList();
    }

    /**
     * One with all that is known.
     *
     * @throws Refused when there is none of this name
     */
    public List<String> show(String name) {
        WaitingPaper paper = known(name, papers.find(id(name)));
        return List.of(paper.line(), "signed by: " + paper.signedBy() + (paper.role().isEmpty() ? "" : ", " + paper.role()),
                "filed because: " + paper.reason(), "scan: content " + paper.scan(),
                paper.ended().map(ended -> "was " + ended).orElse("waits"));
    }

    /** The bytes of its scan. */
    public byte[] scan(String name) {
        return new AnswerReader(ledger).content(known(name, papers.find(id(name))).scan());
    }

    /** Files a paper as the answer to a statement, or as the first of two people, or the second of the same paper. */
    public Decided file(Decider who, String statement, Paper paper) {
        if (paper.signedOn().isAfter(who.day())) {
            throw new Refused("confirm: signed on " + paper.signedOn() + ", which is after today; correct --on");
        }
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            StatementRow row = named(batch, who, statement);
            String scan = answers.keep(batch, paper.scan());
            WaitingPaper given = new WaitingPaper(0, row, paper.outcome(), paper.grade(), paper.signedBy(), paper.role(),
                    paper.signedOn(), scan, who.actor(), who.reason(), Optional.empty());
            requireAllowed(batch, who, given);
            Optional<WaitingPaper> before = papers.waiting(batch, row).stream().filter(each -> each.scan().equals(scan))
                    .findFirst();
            if (before.isPresent()) {
                return second(batch, who, same(before.get(), given));
            }
            return consent.takesTwo(row, given.outcome()) ? waits(batch, who, given)
                    : recorded(batch, who, given, "filed by " + who.person());
        });
    }

    private static WaitingPaper same(WaitingPaper before, WaitingPaper given) {
        if (!before.says().equals(given.says())) {
            throw new Refused(before.label() + ": waits with the same scan, but there it is " + before.says()
                    + "; give the same, or `saldo answers refuse " + before.label() + "`");
        }
        return before;
    }

    private Decided waits(Batch batch, Decider who, WaitingPaper given) {
        String label = "SC-" + papers.add(batch, given);
        return new Decided(label, label + ": waits for a second person to file the same or to accept it as " + given.says()
                + ": " + consent.able(given.statement(), who), true);
    }

    /** Records what the first person filed, in the name of both. */
    public Decided accept(Decider who, String name) {
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            WaitingPaper paper = waiting(batch, name);
            requireAllowed(batch, who, paper);
            return second(batch, who, paper);
        });
    }

    private Decided second(Batch batch, Decider who, WaitingPaper paper) {
        if (paper.filedBy().equalsIgnoreCase(who.actor())) {
            throw new Refused(paper.label() + ": you filed it; it waits for another person who may");
        }
        return recorded(batch, who, paper, "filed by " + paper.filedBy() + " and " + who.person());
    }

    /** Nothing is recorded of it; it stays kept. */
    public Decided refuse(Decider who, String name) {
        return ledger.record(BatchKind.ANSWER, who.actor(), who.day(), batch -> {
            WaitingPaper paper = waiting(batch, name);
            authority.require(who.actor(), PersonAction.ANSWER, paper.statement().key().customer().company());
            papers.end(batch, paper, 0, who.reason());
            return new Decided(paper.label(), paper.label() + ": refused; nothing was recorded of it");
        });
    }

    private Decided recorded(Batch batch, Decider who, WaitingPaper paper, String filed) {
        StatementRow row = paper.statement();
        long answer = answers.add(batch, new NewAnswer(row, paper.outcome(), Optional.of(paper.grade()), Channel.SCAN,
                paper.signedBy(), paper.role(), paper.signedOn(), batch.startedAt(), filed, Optional.of(paper.scan()),
                "scan " + paper.scan(), who.reason(), Optional.empty()));
        if (paper.id() != 0) {
            papers.end(batch, paper, answer, who.reason());
        }
        return new Decided("Y-" + answer, "Y-" + answer + ": " + row.key() + " is " + paper.says());
    }

    private void requireAllowed(Batch batch, Decider who, WaitingPaper paper) {
        StatementRow row = paper.statement();
        authority.require(who.actor(), PersonAction.ANSWER, row.key().customer().company());
        AnswerDesk.requireHolds(answers, batch, row, paper.outcome());
        if (paper.outcome() == Outcome.CONFIRMED && !policy.confirms(paper.grade(), row.closing())) {
            throw new Refused("confirm: answers.yaml lets a " + paper.grade().word() + " answer not confirm "
                    + row.closing() + "; ask for one of a higher grade");
        }
    }

    private WaitingPaper waiting(Batch batch, String name) {
        WaitingPaper paper = known(name, papers.find(batch, id(name)));
        paper.ended().ifPresent(ended -> {
            throw new Refused(paper.label() + ": was " + ended + " already; nothing to do");
        });
        return paper;
    }

    private static StatementRow named(Batch batch, Decider who, String name) {
        List<StatementRow> found = new StatementFinder(batch).called(name).stream()
                .filter(row -> who.company().isEmpty() || row.key().customer().company().equals(who.company())).toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new Refused("statement " + name + ": " + (found.isEmpty() ? "is not known; give it as ST-2026-10-C1042, as its"
                + " page says, or as S-1017" : "may be " + String.join(" or ", found.stream()
                .map(row -> "S-" + row.id() + " (" + row.key() + ")").toList()) + "; give one of these"));
    }

    private static long id(String name) {
        return Amounts.id("paper", "SC-", name);
    }

    private static WaitingPaper known(String name, Optional<WaitingPaper> paper) {
        return paper.orElseThrow(() -> new Refused(name + ": is no paper that waits; see `saldo answers`"));
    }
}
