package org.saldo.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Company;
import org.saldo.ledger.PrintedAccount;

/**
 * Tells finance that an account which is printed to customers was changed, released or withdrawn, so that whoever knows
 * better hears of it before a customer does.
 *
 * @param subject of the mail
 * @param text    what happened, in the words of finance, and what is to be done
 * @param event   what makes it the same mail again: what happened to which content
 */
public record AccountAlert(PrintedAccount account, StatementWord subject, List<String> text, String event) {

    public AccountAlert {
        text = List.copyOf(text);
    }

    /** Its content is not released: no mail leaves for customers of its company. Told once. @param hash of its content */
    public static AccountAlert changed(PrintedAccount account, StatementWording words, String hash) {
        return new AccountAlert(account, StatementWord.ACCOUNT_SUBJECT_CHANGED,
                List.of(words.of(StatementWord.ACCOUNT_CHANGED, "account", account.id()),
                        words.of(StatementWord.ACCOUNT_RELEASE, "account", account.id())), "changed/" + hash);
    }

    /** @param decision tells one decision from another */
    public static AccountAlert released(PrintedAccount account, StatementWording words, List<String> people,
                                        LocalDate from, long decision) {
        return new AccountAlert(account, StatementWord.ACCOUNT_SUBJECT_RELEASED,
                List.of(words.of(StatementWord.ACCOUNT_RELEASED, Map.of("account", account.id(),
                                "people", String.join(", ", people), "day", words.day(from))),
                        words.of(StatementWord.ACCOUNT_OBJECT, "account", account.id())), "released/" + decision);
    }

    /** @param decision tells one decision from another */
    public static AccountAlert withdrawn(PrintedAccount account, StatementWording words, String person, long decision) {
        return new AccountAlert(account, StatementWord.ACCOUNT_SUBJECT_WITHDRAWN,
                List.of(words.of(StatementWord.ACCOUNT_WITHDRAWN, Map.of("account", account.id(), "person", person))),
                "withdrawn/" + decision);
    }

    public String businessKey() {
        return "ALERT/bank-account/" + account.company() + "/" + account.id() + "/" + event;
    }

    /** The mail; empty when the company has no finance address. */
    public Optional<OutgoingMail> mail(Company company, StatementWording words, String from) {
        if (company.financeMail().isEmpty()) {
            return Optional.empty();
        }
        MailPage page = new MailPage().paragraph(text.get(0)).gap()
                .table(List.of(), List.of(
                        List.of(words.of(StatementWord.PAY_HOLDER), account.holder()),
                        List.of(words.of(StatementWord.PAY_ACCOUNT), account.iban()),
                        List.of(words.of(StatementWord.PAY_BIC), account.bic()),
                        List.of(words.of(StatementWord.PAY_BANK), account.bank()),
                        List.of(words.of(StatementWord.CURRENCY), account.currency().getCurrencyCode())));
        text.stream().skip(1).forEach(advice -> page.gap().paragraph(advice));
        return Optional.of(new OutgoingMail(company.id(), MailKind.ALERT, "", businessKey(), from, company.financeMail(), "",
                words.of(subject, Map.of("company", company.name(), "account", account.id())),
                page.text(), page.html(), List.of(), words.language().toLanguageTag()));
    }
}
