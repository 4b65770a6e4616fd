package org.saldo.delivery;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Locale;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.ledger.Company;
import org.saldo.money.Money;

/**
 * What people of the house beside finance are told of reminders, in the company's language: the steps that are theirs, promises
 * that were broken in a row, deliveries that are to be held or released.
 */
public final class HouseMail {

    private static final String WORDS = "house.ftl";
    private static final int LISTED_MOST = 100;

    private final Templates templates;
    private final String from;
    private final WorklistWordings words;

    /** With reasons in English. @throws org.saldo.settings.SettingsException when the house language lacks the words */
    public HouseMail(Templates templates, String from) {
        this(templates, from, new WorklistWordings(Map.of()));
    }

    /**
     * @param words in which reasons are told
     * @throws org.saldo.settings.SettingsException when the house language lacks the words
     */
    public HouseMail(Templates templates, String from, WorklistWordings words) {
        this.words = words;
        this.templates = templates;
        this.from = from;
        templates.require(WORDS);
    }

    /** A step inside the house; {@code kind} as in policies, {@code papers} where those of a handover lie. */
    public record StepLine(String label, String kind, String customer, String name, List<Money> asked, long daysOverdue,
            Optional<Path> papers) {
    }

    /** A promise that was broken, with what came for it; {@code again} says that it was promised anew. */
    public record Broken(String label, Money promised, LocalDate by, Money paid, boolean again) {
    }

    /** A request to the ERP: {@code action} is HOLD or RELEASE. */
    public record Hold(String label, String action, String customer, String reason) {
    }

    /** To whom, and what it is about. */
    public record Addressed(Company company, List<String> to, String businessKey) {
    }

    /** The steps of a day that are one person's; at least one. */
    public OutgoingMail steps(Addressed about, LocalDate day, List<StepLine> steps) {
        Wording wording = templates.wording(language(about));
        Map<String, Object> model = model(about, "steps");
        model.put("day", wording.day(day));
        model.put("count", steps.size());
        model.put("more", Math.max(0, steps.size() - LISTED_MOST));
        model.put("steps", steps.stream().limit(LISTED_MOST).map(step -> Map.of("label", step.label(), "kind", step.kind(),
                "customer", Wording.line(step.customer()), "name", Wording.line(step.name()),
                "asked", String.join(" + ", step.asked().stream().map(wording::amount).toList()),
                "days", step.daysOverdue(), "papers", step.papers().map(Path::toString).orElse(""))).toList());
        return mail(about, MailKind.FINANCE, model, List.of());
    }

    /** Promises that a customer has broken one after the other; the last ones of {@code broken} are those in a row. */
    public OutgoingMail broken(Addressed about, String customer, int inARow, List<Broken> broken) {
        Wording wording = templates.wording(language(about));
        Map<String, Object> model = model(about, "broken");
        model.put("customer", Wording.line(customer));
        model.put("count", inARow);
        model.put("broken", broken.stream().map(each -> Map.of("label", each.label(), "promised",
                wording.amount(each.promised()), "by", wording.day(each.by()), "paid", wording.amount(each.paid()),
                "again", each.again())).toList());
        return mail(about, MailKind.ALERT, model, List.of());
    }

    /** Requests to hold or release deliveries, which go along as a list. */
    public OutgoingMail holds(Addressed about, List<Hold> holds, OutgoingMail.Attachment list) {
        WorklistWording told = words.in(Locale.forLanguageTag(language(about)));
        Map<String, Object> model = model(about, "holds");
        model.put("count", holds.size());
        model.put("holds", holds.stream().map(each -> Map.of("label", each.label(), "action", each.action(),
                "customer", Wording.line(each.customer()), "reason", Wording.line(told.toldOrWritten(each.reason())))).toList());
        return mail(about, MailKind.ALERT, model, List.of(list));
    }

    private String language(Addressed about) {
        return templates.languageFor(about.company().language().getLanguage(), WORDS);
    }

    private Map<String, Object> model(Addressed about, String what) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", language(about));
        model.put("what", what);
        model.put("company", Wording.line(about.company().name()));
        return model;
    }

    private OutgoingMail mail(Addressed about, MailKind kind, Map<String, Object> model, List<OutgoingMail.Attachment> files) {
        return new OutgoingMail(about.company().id(), kind, "", about.businessKey(), from, about.to(), "",
                Wording.line(templates.render("layout", "house.subject.ftl", model)),
                templates.render("layout", "house.text.ftl", model), "", files, language(about));
    }
}
