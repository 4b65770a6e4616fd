package org.saldo.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;

/** Tells a customer that its answer to a reminder came, in the words of {@code reminder-answer.ftl} in its language. */
public final class ReminderAnswerMail {

    private static final String WORDS = "reminder-answer.ftl";

    private final Templates templates;
    private final String from;

    /** @param from the sender of every mail */
    public ReminderAnswerMail(Templates templates, String from) {
        this.templates = templates;
        this.from = from;
    }

    /** @throws org.saldo.settings.SettingsException when the house language lacks the words */
    public void requireWords() {
        templates.require(WORDS);
    }

    /**
     * @param to    who has answered
     * @param until the last day on which nothing of it is asked for, when it paused something
     */
    public OutgoingMail of(Company company, Customer customer, String to, Optional<LocalDate> until, String businessKey) {
        String language = templates.languageFor(customer.language().toLowerCase(Locale.ROOT), WORDS);
        Map<String, Object> model = Map.of("language", language, "company", Map.of("name", Wording.line(company.name())),
                "customer", Map.of("number", Wording.line(customer.id().number()),
                        "contact", Wording.line(customer.contactName())),
                "until", until.map(templates.wording(language)::day).orElse(""));
        String text = templates.render("layout", "reminder-answer.text.ftl", model);
        MailPage page = new MailPage();
        text.lines().forEach(line -> {
            if (line.isBlank()) {
                page.gap();
            } else {
                page.paragraph(line);
            }
        });
        return new OutgoingMail(company.id(), MailKind.ACKNOWLEDGEMENT, customer.id().number(), businessKey, from, List.of(to),
                company.replyTo(), Wording.line(templates.render("layout", "reminder-answer.subject.ftl", model)), text,
                page.html(), List.of(), language);
    }
}
