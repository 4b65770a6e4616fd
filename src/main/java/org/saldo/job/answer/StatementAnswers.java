package org.saldo.job.answer;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.saldo.delivery.StatementMail;
import org.saldo.dunning.Debt;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.dunning.answer.ReminderAnswerPolicy;
import org.saldo.intake.mail.InboundMail;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.reconciliation.DeductionWords;
import org.saldo.statement.answer.Heard;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.answer.ContestedLine;
import org.saldo.store.answer.ContestedLines;
import org.saldo.store.answer.ReminderAnswerRow;
import org.saldo.store.answer.ReminderAnswerRow.BoundBy;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.statement.StatementRow;

/**
 * What an answer to a statement says beyond a yes: what it contests is kept line by line, and reminders stop of the documents
 * that it names, else of all that the statement shows and that is open, by the policy for answers to reminders.
 */
public final class StatementAnswers {

    private static final Set<Heard.Binding> BOUND = EnumSet.of(Heard.Binding.TOKEN, Heard.Binding.HINT);

    private final Companies companies;
    private final ReadAnswers read;
    private final ContestedWords words;
    private final DunningStore dunning;

    /** @param words as payers write why they deduct, by which a contested line is given its code */
    public StatementAnswers(Ledger ledger, Companies companies, ReminderAnswerPolicy policy, BusinessCalendars calendars,
            DeductionWords words) {
        this.companies = companies;
        this.read = new ReadAnswers(policy, calendars);
        this.words = new ContestedWords(words);
        this.dunning = new DunningStore(ledger);
    }

    /** What is said of a statement: how it was read, the same part by part, and the lines that it contests. */
    private record Said(StatementRow statement, BoundBy by, ReminderAnswer answer, List<ReminderAnswer> parts,
            List<ContestedLine> lines, Optional<String> whyNone) {
    }

    /** A mail that answers a statement was kept as {@code reply}; {@code lists} are those that it brings. */
    void byMail(Batch batch, long reply, InboundMail mail, ReplyOrigin origin, ReplyMeaning said,
            List<ReplyLists.Result> lists) {
        if (!BOUND.contains(origin.binding()) || origin.statement().isEmpty() || origin.customer().isEmpty()
                || !mail.faults().isEmpty() || mail.report().isPresent()) {
            return;
        }
        StatementRow statement = origin.statement().get();
        List<Debt> asked = asked(batch, statement);
        ReminderMeaning meaning = ReminderMeaning.of(said.reading(), Set.of(statement.key().currency()), batch.day());
        List<ContestedLine> listed = ContestedWords.ofLists(lists, asked);
        boolean byList = meaning.answer().kind() == AnswerKind.OTHER && !listed.isEmpty();
        ReminderAnswer answer = byList ? answer(AnswerKind.DISPUTE, labels(listed), Optional.empty())
                : ofBalance(meaning.answer());
        boolean contests = answer.kind() == AnswerKind.DISPUTE;
        List<ContestedLine> named = contests ? words.ofMail(answer, said.reading().ownWords(), asked) : List.of();
        boolean proved = mail.proof().proof() == Heard.Proof.PASSED && origin.sender() != Heard.Sender.STRANGER;
        keep(batch, reply, new Said(statement, origin.binding() == Heard.Binding.TOKEN ? BoundBy.TOKEN : BoundBy.MESSAGE_ID,
                answer, List.of(answer.ofText()), !contests ? List.of() : listed.isEmpty() ? named : listed,
                Optional.of("nothing proves that it comes from the customer").filter(any -> !proved)
                        .or(() -> ReadAnswers.whyNone(mail, answer.kind()))), asked);
        if (proved && mail.heard() == Heard.Nature.PERSON) {
            read.signal(batch, statement.key().customer(), meaning.signals(), reply, meaning.words());
        }
    }

    /** The page of a statement, on which something differs, was kept as {@code reply}. */
    void byPage(Batch batch, long reply, StatementRow statement, List<PageLine> lines, List<ReplyLists.Result> lists,
            Heard heard) {
        List<Debt> asked = asked(batch, statement);
        List<ContestedLine> typed = ContestedWords.ofPage(lines, asked);
        List<ContestedLine> contested = lines.isEmpty() ? ContestedWords.ofLists(lists, asked) : typed;
        List<ReminderAnswer> parts = lines.isEmpty() ? List.of() : typed.stream().map(line -> answer(kind(lines, line),
                List.of(line.document()), line.amount())).toList();
        AnswerKind kind = PageLine.areAllPaid(lines) ? AnswerKind.PAID : AnswerKind.DISPUTE;
        List<String> documents = lines.isEmpty() ? labels(contested) : lines.stream().filter(line -> line.kind() == kind)
                .map(PageLine::label).toList();
        ReminderAnswer whole = answer(kind, documents, Optional.empty());
        keep(batch, reply, new Said(statement, BoundBy.TOKEN, whole, parts.isEmpty() ? List.of(whole) : parts, contested,
                Optional.of("the page's address went to somebody else than the customer")
                        .filter(any -> heard.sender() == Heard.Sender.STRANGER)), asked);
    }

    /** Who contests a balance names the one that he has: it is not the part that he contests. */
    private static ReminderAnswer ofBalance(ReminderAnswer answer) {
        return answer.kind() == AnswerKind.DISPUTE && answer.documents().isEmpty() ? new ReminderAnswer(answer.kind(),
                answer.clear(), List.of(), answer.references(), Optional.empty(), answer.day(), answer.until()) : answer;
    }

    private static AnswerKind kind(List<PageLine> lines, ContestedLine contested) {
        return lines.stream().filter(line -> line.label().equals(contested.document())).map(PageLine::kind).findFirst()
                .orElse(AnswerKind.DISPUTE);
    }

    private static List<String> labels(List<ContestedLine> lines) {
        return lines.stream().map(ContestedLine::document).toList();
    }

    private static ReminderAnswer answer(AnswerKind kind, List<String> documents, Optional<Money> amount) {
        return new ReminderAnswer(kind, true, documents, List.of(), amount, Optional.empty(), Optional.empty());
    }

    /** What the statement shows and is still open, the oldest first. */
    private List<Debt> asked(Batch batch, StatementRow statement) {
        Set<Long> shown = new StatementFinder(batch).items(statement);
        return dunning.readCase(batch, statement.key().customer(), batch.day()).map(ReadAnswers::oldestFirst)
                .orElse(List.of()).stream().filter(debt -> shown.contains(debt.itemId())).toList();
    }

    private void keep(Batch batch, long reply, Said said, List<Debt> asked) {
        CustomerId customer = said.statement().key().customer();
        if (said.answer().kind() == AnswerKind.OTHER || companies.find(customer.company()).isEmpty()) {
            return;
        }
        read.keep(batch, companies.get(customer.company()), new ReadAnswers.Read(new ReminderAnswerRow(reply, customer,
                StatementMail.businessKey(said.statement().key()), said.by(), said.answer(), batch.day(), ""), said.parts(),
                asked, said.whyNone()));
        ContestedLines.add(batch, reply, said.statement(), said.lines());
    }
}
