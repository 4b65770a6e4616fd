package org.saldo.delivery;

import java.util.List;
import java.util.Map;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementOfAccount;

/** The mail that brings a customer its statement; its figures come from the statement that the page shows. */
public final class StatementMail {

    private StatementMail() {
    }

    /** What makes it the same mail again. */
    public static String businessKey(StatementOfAccount statement) {
        return "STATEMENT/" + statement.key();
    }

    /** @throws IllegalArgumentException when {@code to} is no address, or the statement is not this customer's */
    public static OutgoingMail of(StatementOfAccount statement, Company company, Customer customer, List<String> to,
                                  String from, StatementWording words, OutgoingMail.Attachment pdf) {
        if (!statement.key().customer().equals(customer.id()) || !company.id().equals(customer.id().company())) {
            throw new IllegalArgumentException("statement " + statement.key() + " is not for " + customer.id());
        }
        String month = words.month(statement.key().month());
        MailPage page = new MailPage().paragraph(words.of(StatementWord.MAIL_GREETING)).gap()
                .paragraph(words.of(StatementWord.MAIL_TEXT, Map.of("month", month, "customer", customer.id().number())))
                .gap()
                .table(List.of(), List.of(
                        List.of(words.of(StatementWord.OPENING), words.money(statement.opening())),
                        List.of(words.of(StatementWord.CLOSING), words.money(statement.closing())),
                        List.of(words.of(StatementWord.OVERDUE), words.money(statement.aging().overdue())),
                        List.of(words.of(StatementWord.NOT_DUE), words.money(statement.aging().notDue())),
                        List.of(words.of(StatementWord.CREDITS), words.money(statement.aging().credits().negated()))))
                .gap().paragraph(words.of(StatementWord.NOTE_LATER)).paragraph(words.of(StatementWord.MAIL_ANSWER)).gap()
                .paragraph(words.of(StatementWord.MAIL_CLOSING)).paragraph(company.name());
        String subject = words.of(StatementWord.MAIL_SUBJECT,
                Map.of("month", month, "company", company.name(), "customer", customer.id().number()));
        return new OutgoingMail(company.id(), MailKind.STATEMENT, customer.id().number(), businessKey(statement), from, to,
                company.replyTo(), subject, page.text(), page.html(), List.of(pdf), words.language().toLanguageTag());
    }
}
