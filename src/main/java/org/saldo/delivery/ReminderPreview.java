package org.saldo.delivery;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.Locale;
import org.saldo.delivery.finance.ReminderWorkbook;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.WaitingReminder;
import org.saldo.ledger.Company;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/** What finance is shown of reminders that wait for it: how many, how much, why, and each of them in a workbook. */
public final class ReminderPreview {

    private static final int MOST_LINES = 20;
    private static final String WORDS = "reminders-preview.ftl";

    private final Templates templates;
    private final String from;
    private final ReplyKey key;
    private final ReleaseWords words;
    private final WorklistWordings house;

    /**
     * @param key   by which an answer is known to be about this preview
     * @param words by which it is answered
     * @param house in which reasons and the workbook are told
     * @throws org.saldo.settings.SettingsException when the house language lacks the words
     */
    public ReminderPreview(Templates templates, String from, ReplyKey key, ReleaseWords words, WorklistWordings house) {
        this.templates = templates;
        this.from = from;
        this.key = key;
        this.words = words;
        this.house = house;
        requireWords(templates);
    }

    /** @throws org.saldo.settings.SettingsException when the house language lacks the words */
    public static void requireWords(Templates templates) {
        templates.require(WORDS);
    }

    /** {@code reminders-preview/company/day/state}: the business key of a preview. */
    public static String keyOf(String company, LocalDate day, String state) {
        return "reminders-preview/" + company + "/" + day + "/" + state;
    }

    /**
     * The mail to finance; empty when nobody is to be told, or nothing waits.
     *
     * @param why   why they wait
     * @param state names what is shown: the same day in the same state has the same business key
     */
    public Optional<OutgoingMail> of(Company company, LocalDate day, List<WaitingReminder> waiting, Words why, String state) {
        if (company.financeMail().isEmpty() || waiting.isEmpty()) {
            return Optional.empty();
        }
        String language = templates.languageFor(company.language().getLanguage(), WORDS);
        String businessKey = keyOf(company.id(), day, state);
        Map<String, Object> model = model(company, day, waiting, why, language);
        String token = key.previewToken(day, businessKey).inSubject();
        model.put("token", token);
        model.put("replyTo", company.replyTo());
        model.put("releaseWord", words.toRelease(language));
        model.put("stopWord", words.toStop(language));
        return Optional.of(new OutgoingMail(company.id(), MailKind.ALERT, "", businessKey, from, company.financeMail(),
                company.replyTo(), Wording.line(templates.render("layout", "reminders-preview.subject.ftl", model)) + " " + token,
                templates.render("layout", "reminders-preview.text.ftl", model),
                templates.render("layout", "reminders-preview.html.ftlh", model),
                List.of(new OutgoingMail.Attachment("reminders-" + company.id() + "-" + day + ".xlsx", ReminderWorkbook.TYPE,
                        ReminderWorkbook.of(company.id(), day, businessKey, waiting,
                                house.in(Locale.forLanguageTag(language))))), language));
    }

    private Map<String, Object> model(Company company, LocalDate day, List<WaitingReminder> waiting, Words why,
            String language) {
        Wording wording = templates.wording(language);
        WorklistWording told = house.in(Locale.forLanguageTag(language));
        Map<String, Money> sums = new TreeMap<>();
        waiting.forEach(each -> sums.merge(each.asked().currency().getCurrencyCode(), each.asked(), Money::plus));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", language);
        model.put("day", wording.day(day));
        model.put("isoDay", day.toString());
        model.put("company", Wording.line(company.name()));
        model.put("companyId", company.id());
        model.put("why", Wording.line(told.told(why)));
        model.put("count", waiting.stream().map(WaitingReminder::customer).distinct().count());
        model.put("asked", String.join(" + ", sums.values().stream().map(wording::amount).toList()));
        model.put("lines", waiting.stream().sorted((one, other) -> other.asked().toDecimal()
                .compareTo(one.asked().toDecimal())).limit(MOST_LINES).map(each -> Map.of(
                        "customer", Wording.line(each.customer().number()), "name", Wording.line(each.name()),
                        "level", each.level(), "asked", wording.amount(each.asked()), "to", Wording.line(each.recipients()),
                        "why", Wording.line(told.told(each.why())))).toList());
        model.put("more", Math.max(0, waiting.size() - MOST_LINES));
        return model;
    }
}
