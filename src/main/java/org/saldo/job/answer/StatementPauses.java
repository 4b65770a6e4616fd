package org.saldo.job.answer;

import java.util.ArrayList;
import java.util.Currency;
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
import org.saldo.statement.answer.Heard;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.answer.ReminderAnswerRow;
import org.saldo.store.answer.ReminderAnswerRow.BoundBy;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.statement.StatementRow;

/**
 * What an answer to a statement stops: reminders of the documents that it names, else of all that the statement shows and
 * that is open, by the policy for answers to reminders. A yes stops nothing.
 */
public final class StatementPauses {

    private static final Set<Heard.Binding> BOUND = EnumSet.of(Heard.Binding.TOKEN, Heard.Binding.HINT);

    private final Companies companies;
    private final ReadAnswers read;
    private final DunningStore dunning;

    public StatementPauses(Ledger ledger, Companies companies, ReminderAnswerPolicy policy, BusinessCalendars calendars) {
        this.companies = companies;
        this.read = new ReadAnswers(policy, calendars);
        this.dunning = new DunningStore(ledger);
    }

    /** A mail that answers a statement was kept as {@code reply}. */
    void byMail(Batch batch, long reply, InboundMail mail, ReplyOrigin origin, ReplyMeaning said) {
        if (!BOUND.contains(origin.binding()) || origin.statement().isEmpty() || origin.customer().isEmpty()
                || !mail.faults().isEmpty() || mail.report().isPresent()) {
            return;
        }
        StatementRow statement = origin.statement().get();
        ReminderMeaning meaning = ReminderMeaning.of(said.reading(), Set.of(statement.key().currency()), batch.day());
        boolean proved = mail.proof().proof() == Heard.Proof.PASSED && origin.sender() != Heard.Sender.STRANGER;
        Optional<String> whyNone = Optional.of("nothing proves that it comes from the customer").filter(any -> !proved)
                .or(() -> ReadAnswers.whyNone(mail, meaning.answer().kind()));
        keep(batch, reply, statement, origin.binding() == Heard.Binding.TOKEN ? BoundBy.TOKEN : BoundBy.MESSAGE_ID,
                meaning.answer(), List.of(meaning.answer()), whyNone);
        if (proved && mail.heard() == Heard.Nature.PERSON) {
            read.signal(batch, statement.key().customer(), meaning.signals(), reply, meaning.words());
        }
    }

    /** The page of a statement was answered, which was kept as {@code reply}. */
    void byPage(Batch batch, long reply, StatementRow statement, List<PageLine> lines, Heard heard) {
        Currency currency = statement.key().currency();
        List<ReminderAnswer> parts = new ArrayList<>();
        lines.forEach(line -> parts.add(answer(line.kind(), List.of(line.label()), line.contested()
                .map(amount -> Money.of(currency, amount)))));
        AnswerKind kind = lines.stream().anyMatch(line -> line.kind() == AnswerKind.DISPUTE) || lines.isEmpty()
                ? AnswerKind.DISPUTE : AnswerKind.PAID;
        ReminderAnswer whole = answer(kind, lines.stream().map(PageLine::label).toList(), Optional.empty());
        keep(batch, reply, statement, BoundBy.TOKEN, whole, parts.isEmpty() ? List.of(whole) : parts,
                Optional.of("the page's address went to somebody else than the customer")
                        .filter(any -> heard.sender() == Heard.Sender.STRANGER));
    }

    private static ReminderAnswer answer(AnswerKind kind, List<String> documents, Optional<Money> amount) {
        return new ReminderAnswer(kind, true, documents, List.of(), amount, Optional.empty(), Optional.empty());
    }

    private void keep(Batch batch, long reply, StatementRow statement, BoundBy by, ReminderAnswer answer,
            List<ReminderAnswer> parts, Optional<String> whyNone) {
        CustomerId customer = statement.key().customer();
        if (answer.kind() == AnswerKind.OTHER || companies.find(customer.company()).isEmpty()) {
            return;
        }
        Set<Long> shown = new StatementFinder(batch).items(statement);
        List<Debt> asked = dunning.readCase(batch, customer, batch.day()).map(ReadAnswers::oldestFirst).orElse(List.of())
                .stream().filter(debt -> shown.contains(debt.itemId())).toList();
        read.keep(batch, companies.get(customer.company()), new ReadAnswers.Read(new ReminderAnswerRow(reply, customer,
                StatementMail.businessKey(statement.key()), by, answer, batch.day(), ""), parts, asked, whyNone));
    }
}
