package org.saldo.job.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.ReplyKey;
import org.saldo.intake.mail.InboundMail;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.Heard.Binding;
import org.saldo.statement.answer.Heard.Sender;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.CustomerAddresses;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.statement.StatementRow;

/**
 * Which statement a mail answers, and whether its sender belongs to the customer. What only hints at a statement (the
 * mail that is answered, a reference that was typed) finds it for a person and never confirms.
 */
record ReplyOrigin(Binding binding, Optional<StatementRow> statement, Optional<Customer> customer, Sender sender,
                   Optional<AnswerPolicy.Contact> contact) {

    static ReplyOrigin of(InboundMail mail, StatementFinder finder, ReplyKey key, AnswerPolicy policy, LocalDate day) {
        List<String> codes = ReplyToken.codesIn(mail.subject(), mail.recipients());
        List<StatementRow> named = codes.stream().flatMap(code -> finder.byCode(code)
                .filter(row -> key.isCodeOf(row.key(), row.pdfSha256(), code)).stream()).toList();
        Optional<StatementRow> answered = answered(mail, finder);
        if (codes.size() == 1 && named.size() == 1) {
            boolean another = answered.filter(row -> row.id() != named.get(0).id()).isPresent();
            return ofStatement(another ? Binding.SEVERAL : Binding.TOKEN, named.get(0), mail, finder, policy, day);
        }
        Optional<StatementRow> hinted = named.stream().findFirst().or(() -> answered).or(() -> quoted(mail, finder));
        Binding binding = codes.size() > 1 ? Binding.SEVERAL : codes.size() == 1 ? Binding.WRONG_TOKEN
                : hinted.isPresent() ? Binding.HINT : Binding.NONE;
        return hinted.map(row -> ofStatement(binding, row, mail, finder, policy, day))
                .orElseGet(() -> ofSender(binding, mail, finder, policy, day));
    }

    private static Optional<StatementRow> answered(InboundMail mail, StatementFinder finder) {
        return mail.report().map(InboundMail.Report::originalMessageId).filter(id -> !id.isEmpty())
                .map(List::of).orElse(mail.answersTo()).stream().flatMap(id -> finder.byMessageId(id).stream()).findFirst();
    }

    private static Optional<StatementRow> quoted(InboundMail mail, StatementFinder finder) {
        List<String> references = ReplyToken.referencesIn(mail.subject() + " " + mail.text());
        List<CustomerId> customers = references.isEmpty() ? List.of() : mail.from().map(finder::at).orElse(List.of());
        return finder.byReference(customers, references).stream().findFirst();
    }

    private static ReplyOrigin ofStatement(Binding binding, StatementRow row, InboundMail mail, StatementFinder finder,
                                           AnswerPolicy policy, LocalDate day) {
        Optional<Customer> customer = finder.customer(row.key().customer());
        Optional<AnswerPolicy.Contact> contact = mail.from().flatMap(from -> policy.contact(row.key().customer(), from, day));
        return new ReplyOrigin(binding, Optional.of(row), customer, sender(mail, customer, contact), contact);
    }

    private static ReplyOrigin ofSender(Binding binding, InboundMail mail, StatementFinder finder, AnswerPolicy policy,
                                        LocalDate day) {
        List<CustomerId> customers = mail.from().map(finder::at).orElse(List.of());
        Optional<Customer> customer = customers.size() == 1 ? finder.customer(customers.get(0)) : Optional.empty();
        Optional<AnswerPolicy.Contact> contact = customer.flatMap(known -> mail.from()
                .flatMap(from -> policy.contact(known.id(), from, day)));
        return new ReplyOrigin(binding, Optional.empty(), customer, sender(mail, customer, contact), contact);
    }

    private static Sender sender(InboundMail mail, Optional<Customer> customer, Optional<AnswerPolicy.Contact> contact) {
        if (contact.isPresent()) {
            return Sender.AUTHORISED;
        }
        return customer.map(CustomerAddresses::of).orElse(List.of()).stream()
                .anyMatch(address -> mail.from().filter(address::equals).isPresent()) ? Sender.ON_FILE : Sender.STRANGER;
    }
}
