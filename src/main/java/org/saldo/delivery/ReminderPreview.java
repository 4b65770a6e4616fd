package org.saldo.delivery;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.delivery.finance.ReminderWorkbook;
import org.saldo.dunning.WaitingReminder;
import org.saldo.ledger.Company;
import org.saldo.money.Money;

/** What finance is shown of reminders that wait for it: how many, how much, why, and each of them in a workbook. */
public final class ReminderPreview {

    private static final int MOST_LINES = 20;
    private static final String WORDS = "reminders-preview.ftl";

    private final Templates templates;
    private final String from;

    /** @throws org.saldo.settings.SettingsException when the house language lacks the words */
    public ReminderPreview(Templates templates, String from) {
        this.templates = templates;
        this.from = from;
        templates.require(WORDS);
    }

    /**
     * The mail to finance; empty when nobody is to be told, or nothing waits.
     *
     * @param why   why they wait
     * @param state names what is shown: the same day in the same state has the same business key
     */
    public Optional<OutgoingMail> of(Company company, LocalDate day, List<WaitingReminder> waiting, String why, String state) {
        if (company.financeMail().isEmpty() || waiting.isEmpty()) {
            return Optional.empty();
        }
        String language = templates.languageFor(company.language().getLanguage(), WORDS);
        Map<String, Object> model = model(company, day, waiting, why, language);
        return Optional.of(new OutgoingMail(company.id(), MailKind.ALERT, "",
                "reminders-preview/" + company.id() + "/" + day + "/" + state, from, company.financeMail(), "",
                Wording.line(templates.render("layout", "reminders-preview.subject.ftl", model)),
                templates.render("layout", "reminders-preview.text.ftl", model),
                templates.render("layout", "reminders-preview.html.ftlh", model),
                List.of(new OutgoingMail.Attachment("reminders-" + company.id() + "-" + day + ".xlsx", ReminderWorkbook.TYPE,
                        ReminderWorkbook.of(day, waiting))), language));
    }

    private static Map<String, Object> model(Company company, LocalDate day, List<WaitingReminder> waiting, String why,
            String language) {
        Wording wording = Wording.of(language);
        Map<String, Money> sums = new TreeMap<>();
        waiting.forEach(each -> sums.merge(each.asked().currency().getCurrencyCode(), each.asked(), Money::plus));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", language);
        model.put("day", wording.day(day));
        model.put("isoDay", day.toString());
        model.put("company", Wording.line(company.name()));
        model.put("companyId", company.id());
        model.put("why", Wording.line(why));
        model.put("count", waiting.stream().map(WaitingReminder::customer).distinct().count());
        model.put("asked", String.join(" + ", sums.values().stream().map(wording::amount).toList()));
        model.put("lines", waiting.stream().sorted((one, other) -> other.asked().toDecimal()
                .compareTo(one.asked().toDecimal())).limit(MOST_LINES).map(each -> Map.of(
                        "customer", Wording.line(each.customer().number()), "name", Wording.line(each.name()),
                        "level", each.level(), "asked", wording.amount(each.asked()), "to", Wording.line(each.recipients()),
                        "why", Wording.line(each.why()))).toList());
        model.put("more", Math.max(0, waiting.size() - MOST_LINES));
        return model;
    }
}
