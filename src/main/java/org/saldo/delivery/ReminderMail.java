package org.saldo.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/**
 * A reminder as a mail: the layouts {@code layout/reminder.*} are filled with the words of {@code reminder.ftl} and
 * those that the step names in the customer's language. Text and HTML say the same, the table included.
 */
public final class ReminderMail {

    private static final String WORDS = "reminder.ftl";

    private final Templates templates;
    private final String from;

    /** @param from the sender of every mail */
    public ReminderMail(Templates templates, String from) {
        this.templates = templates;
        this.from = from;
        MailAddress.of(from);
    }

    /** @throws org.saldo.settings.SettingsException when the house language lacks one of the words of these names */
    public void require(Set<String> names) {
        templates.require(WORDS);
        names.forEach(name -> templates.require(name + ".ftl"));
    }

    /** The mail to the customer's address for reminders; the address must be a usable one. */
    public OutgoingMail of(Company company, Reminder reminder, InterestNotice notice, String businessKey) {
        Customer customer = reminder.customer();
        String wanted = customer.language().toLowerCase(Locale.ROOT);
        String language = templates.languageFor(wanted, template(reminder) + ".ftl");
        Map<String, Object> model = model(company, reminder, notice, language);
        return new OutgoingMail(company.id(), MailKind.REMINDER, customer.id().number(), businessKey, from,
                MailAddress.split(customer.addressForReminders()), company.replyTo(),
                Wording.line(templates.render("layout", "reminder.subject.ftl", model)),
                templates.render("layout", "reminder.text.ftl", model),
                templates.render("layout", "reminder.html.ftlh", model), List.of(), language);
    }

    private static Map<String, Object> model(Company company, Reminder reminder, InterestNotice notice,
            String language) {
        Wording wording = Wording.of(language);
        Customer customer = reminder.customer();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", language);
        model.put("level", reminder.level());
        model.put("template", template(reminder));
        model.put("lastDay", reminder.lastDay().map(wording::day).orElse(""));
        model.put("day", wording.day(reminder.day()));
        model.put("company", Map.of("name", Wording.line(company.name()), "taxId", Wording.line(company.taxId()),
                "address", company.address().stream().map(Wording::line).toList()));
        model.put("customer", Map.of("name", Wording.line(customer.name()), "number", Wording.line(customer.id().number()),
                "contact", Wording.line(customer.contactName())));
        model.put("sections", reminder.sections().stream().map(section -> section(section, notice, wording)).toList());
        model.put("reserved", notice.reserved());
        model.put("asked", String.join(" + ", reminder.sections().stream()
                .map(section -> wording.amount(section.asked())).toList()));
        return model;
    }

    private static Map<String, Object> section(Reminder.Section section, InterestNotice notice, Wording wording) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Reminder.Line line : section.lines()) {
            rows.add(Map.of("document", Wording.line(line.debt().document()), "issued", wording.day(line.debt().issued()),
                    "due", wording.day(line.debt().due()), "amount", wording.amount(line.debt().amount()),
                    "open", wording.amount(line.debt().open()), "days", line.daysOverdue()));
        }
        Map<String, Object> model = new LinkedHashMap<>(Map.of("currency", section.currency().getCurrencyCode(), "rows", rows,
                "open", wording.amount(section.open()), "asked", wording.amount(section.asked()),
                "credited", orNothing(section.credited(), wording), "excluded", orNothing(section.excluded(), wording),
                "notAskedFor", section.notAskedFor().stream().map(each -> Map.of("document", Wording.line(each.document()),
                        "amount", wording.amount(each.amount()), "mark", each.mark().name(),
                        "until", each.until().map(wording::day).orElse(""))).toList()));
        notice.sums().stream().filter(sum -> sum.interest().currency().equals(section.currency())).findFirst()
                .ifPresent(sum -> model.put("interest", Map.of("law", Wording.line(sum.law()),
                        "until", wording.day(sum.last()), "amount", wording.amount(sum.interest()),
                        "lumpSums", orNothing(sum.lumpSums(), wording))));
        return model;
    }

    private static String template(Reminder reminder) {
        return reminder.step().map(step -> step.manner().template()).orElse("reminder-" + reminder.level());
    }

    private static String orNothing(Money amount, Wording wording) {
        return amount.isZero() ? "" : wording.amount(amount);
    }
}
