package org.saldo.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.Locale;
import org.saldo.delivery.worklist.HouseWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.Cover;
import org.saldo.dunning.Withheld;
import org.saldo.ledger.Company;
import org.saldo.money.Money;

/**
 * What finance is told of a run of reminders, on one screen: how many and how much, who was not reminded and why, and which
 * receipts have waited too long. A company without finance addresses is told nothing.
 */
public final class ReminderSummary {

    private static final int MOST_LINES = 15;
    /** What stands before the first level is counted together: a notice has no number of its own. */
    private static final int NOTICES = -1;
    private static final String WORDS = "reminders-summary.ftl";

    private final Templates templates;
    private final String from;
    private final WorklistWordings words;

    /** With reasons in English. @throws org.saldo.settings.SettingsException when the house language lacks the words */
    public ReminderSummary(Templates templates, String from) {
        this(templates, from, new WorklistWordings(Map.of()));
    }

    /**
     * @param words in which reasons are told
     * @throws org.saldo.settings.SettingsException when the house language lacks the words
     */
    public ReminderSummary(Templates templates, String from, WorklistWordings words) {
        this.templates = templates;
        this.from = from;
        this.words = words;
        templates.require(WORDS);
    }

    /**
     * What was reminded on a day; empty when there is nothing to tell or nobody to tell it to.
     *
     * @param state names what is told: the same day in the same state has the same business key
     */
    public Optional<OutgoingMail> of(Company company, CompanyReminders result, long state) {
        boolean silent = result.nobody().isEmpty() && result.reminded().isEmpty() && result.notable().isEmpty()
                && result.notes().isEmpty();
        return silent ? Optional.empty()
                : mail(company, result, MailKind.FINANCE, "summary", key(company, result, "summary") + "/" + state);
    }

    /** The alarm that receipts have waited for a decision too long, once a day. */
    public Optional<OutgoingMail> alarm(Company company, CompanyReminders result) {
        return result.expired().isEmpty() ? Optional.empty()
                : mail(company, result, MailKind.ALERT, "alarm", key(company, result, "alarm"));
    }

    private static String key(Company company, CompanyReminders result, String what) {
        return "reminders-" + what + "/" + company.id() + "/" + result.day();
    }

    private Optional<OutgoingMail> mail(Company company, CompanyReminders result, MailKind kind, String what, String key) {
        if (company.financeMail().isEmpty()) {
            return Optional.empty();
        }
        String language = templates.languageFor(company.language().getLanguage(), WORDS);
        Map<String, Object> model = model(company, result, language);
        model.put("what", what);
        return Optional.of(new OutgoingMail(company.id(), kind, "", key, from, company.financeMail(), "",
                Wording.line(templates.render("layout", "reminders-summary.subject.ftl", model)),
                templates.render("layout", "reminders-summary.text.ftl", model),
                templates.render("layout", "reminders-summary.html.ftlh", model), List.of(), language));
    }

    private Map<String, Object> model(Company company, CompanyReminders result, String language) {
        Wording wording = templates.wording(language);
        WorklistWording told = words.in(Locale.forLanguageTag(language));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", language);
        model.put("day", wording.day(result.day()));
        model.put("company", Wording.line(company.name()));
        model.put("nobody", result.nobody().map(told::told).map(Wording::line).orElse(""));
        model.put("count", result.reminded().size());
        model.put("asked", String.join(" + ", result.asked().values().stream().map(wording::amount).toList()));
        model.put("levels", levels(result));
        model.put("reasons", reasons(result, wording));
        model.put("withheld", lines(result.notable(), wording, told));
        model.put("more", Math.max(0, result.notable().size() - MOST_LINES));
        model.put("expired", result.expired().stream().limit(MOST_LINES).map(each -> Map.of(
                "customer", Wording.line(each.customer().number()), "payment", each.receipt().kind() == Cover.Kind.PAYABLE
                        ? told.of(HouseWord.PAYABLES) : Wording.line(each.receipt().label()),
                "amount", wording.amount(each.receipt().amount()), "since", wording.day(each.receipt().since()))).toList());
        model.put("notes", result.notes().stream().map(told::told).map(Wording::line).toList());
        model.put("moreExpired", Math.max(0, result.expired().size() - MOST_LINES));
        return model;
    }

    private static List<Map<String, Object>> levels(CompanyReminders result) {
        Map<Integer, Integer> counts = new TreeMap<>();
        result.reminded().forEach(each -> counts.merge(Math.max(NOTICES, each.level()), 1, Integer::sum));
        List<Map<String, Object>> levels = new ArrayList<>();
        counts.forEach((level, count) -> levels.add(Map.of("level", level, "count", count)));
        return levels;
    }

    private static List<Map<String, Object>> reasons(CompanyReminders result, Wording wording) {
        Map<Withheld.Reason, List<Withheld>> byReason = new TreeMap<>();
        result.notable().forEach(each -> byReason.computeIfAbsent(each.reason(), any -> new ArrayList<>()).add(each));
        List<Map<String, Object>> reasons = new ArrayList<>();
        byReason.forEach((reason, each) -> reasons.add(Map.of("code", reason.name(), "words", reason.words(),
                "count", each.size(), "amount", sums(each, wording))));
        return reasons;
    }

    private static String sums(List<Withheld> withheld, Wording wording) {
        Map<String, Money> sums = new TreeMap<>();
        withheld.forEach(each -> each.overdue().ifPresent(amount ->
                sums.merge(amount.currency().getCurrencyCode(), amount, Money::plus)));
        return String.join(" + ", sums.values().stream().map(wording::amount).toList());
    }

    private static List<Map<String, Object>> lines(List<Withheld> notable, Wording wording, WorklistWording told) {
        return notable.stream().limit(MOST_LINES).map(each -> Map.<String, Object>of(
                "customer", Wording.line(each.customer().number()), "words", Wording.line(told.told(each.words())),
                "amount", each.overdue().map(wording::amount).orElse(""))).toList();
    }
}
