package org.saldo.delivery;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.delivery.finance.BarChart;
import org.saldo.dunning.measure.DunningFigures;
import org.saldo.dunning.measure.Recovery;
import org.saldo.dunning.measure.Share;
import org.saldo.dunning.measure.StepEffect;
import org.saldo.dunning.measure.TimeToPay;
import org.saldo.ledger.Company;

/**
 * What reminders have brought, told to finance once a month: the effect of each level, the time to pay, promises, what is
 * collected of old debts, why what is overdue is late, and what to change. The words are in
 * {@code templates/<language>/measures.ftl}.
 */
public final class MeasuresMail {

    private static final String WORDS = "measures.ftl";
    private static final String CHART = "measures.png";

    private final Templates templates;
    private final String from;

    /** @throws org.saldo.settings.SettingsException when the house language lacks the words */
    public MeasuresMail(Templates templates, String from) {
        this.templates = templates;
        this.from = from;
        templates.require(WORDS);
    }

    /** {@code company/day}: the figures up to a day are told once. */
    public static String businessKey(DunningFigures figures) {
        return businessKey(figures.company(), figures.asOf().toString());
    }

    /** @param asOf the day up to which payments count, as ISO text */
    public static String businessKey(String company, String asOf) {
        return "measures/" + company + "/" + asOf;
    }

    /** @throws IllegalArgumentException when the company has no finance addresses */
    public OutgoingMail of(Company company, DunningFigures figures) {
        String language = templates.languageFor(company.language().getLanguage(), WORDS);
        Map<String, Object> model = model(company, figures, language);
        List<BarChart.Panel> panels = panels(figures, language, model);
        model.put("chart", panels.isEmpty() ? "" : CHART);
        model.put("width", BarChart.WIDTH);
        List<OutgoingMail.Attachment> chart = panels.isEmpty() ? List.of()
                : List.of(new OutgoingMail.Attachment(CHART, "image/png", new BarChart().draw(panels)));
        return new OutgoingMail(company.id(), MailKind.FINANCE, "", businessKey(figures), from, company.financeMail(), "",
                Wording.line(templates.render("layout", "measures.subject.ftl", model)),
                templates.render("layout", "measures.text.ftl", model),
                templates.render("layout", "measures.html.ftlh", model), chart, language);
    }

    private Map<String, Object> model(Company company, DunningFigures figures, String language) {
        Wording wording = templates.wording(language);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", language);
        model.put("company", Wording.line(company.name()));
        model.put("first", wording.day(figures.from()));
        model.put("day", wording.day(figures.asOf()));
        model.put("percent", figures.policy().holdOut().percent());
        model.put("days", figures.policy().holdOut().days());
        model.put("within", figures.policy().paidWithin());
        model.put("recoveryDays", figures.policy().recoveryDays());
        model.put("fewest", figures.policy().fewestCustomers());
        model.put("effects", figures.effects().stream().map(effect -> effect(effect, wording)).toList());
        model.put("times", figures.times().stream().map(MeasuresMail::time).toList());
        model.put("promises", promises(figures, wording));
        model.put("recoveries", figures.recoveries().stream().map(each -> recovery(each, wording)).toList());
        model.put("causes", figures.causes().stream().map(each -> Map.of("code", each.code(), "meaning",
                Wording.line(each.meaning()), "open", wording.amount(each.open()), "share", percent(each.share(), wording),
                "documents", each.documents(), "customers", each.customers())).toList());
        model.put("suggestions", figures.suggestions().stream().map(each -> Map.of("kind", each.kind().name(),
                "level", each.level(), "number", each.number())).toList());
        return model;
    }

    private static Map<String, Object> effect(StepEffect effect, Wording wording) {
        Map<String, Object> row = new LinkedHashMap<>(Map.of("level", effect.level(),
                "told", effect.told().items(), "toldCustomers", effect.told().customers(),
                "toldPaid", percent(effect.told().paid(), wording), "held", effect.heldOut().items(),
                "heldCustomers", effect.heldOut().customers(), "heldPaid", percent(effect.heldOut().paid(), wording)));
        Optional<Share> difference = effect.difference();
        row.put("points", difference.map(Share::value).map(MeasuresMail::points).orElse(""));
        row.put("low", difference.map(Share::low).map(MeasuresMail::points).orElse(""));
        row.put("high", difference.map(Share::high).map(MeasuresMail::points).orElse(""));
        return row;
    }

    private static Map<String, Object> time(TimeToPay time) {
        return Map.of("level", time.level(), "items", time.items(), "median",
                time.medianDays().isPresent() ? Integer.toString(time.medianDays().getAsInt()) : "");
    }

    private static Map<String, Object> promises(DunningFigures figures, Wording wording) {
        Map<String, Object> promises = new LinkedHashMap<>(Map.of("all", figures.promises().all(),
                "kept", figures.promises().kept(), "partly", figures.promises().partly(),
                "broken", figures.promises().broken()));
        figures.promises().share().ifPresent(share -> {
            promises.put("share", percent(share.value(), wording));
            promises.put("low", percent(share.low(), wording));
            promises.put("high", percent(share.high(), wording));
        });
        return promises;
    }

    private static Map<String, Object> recovery(Recovery recovery, Wording wording) {
        return Map.of("age", recovery.age(), "open", wording.amount(recovery.stillOpen()),
                "collected", wording.amount(recovery.collected()), "share", percent(recovery.share(), wording));
    }

    /** A panel for the levels, if anybody is held out, and one for each currency's old debts. */
    private List<BarChart.Panel> panels(DunningFigures figures, String language, Map<String, Object> model) {
        Wording wording = templates.wording(language);
        List<BarChart.Panel> panels = new ArrayList<>();
        List<BarChart.Bar> levels = new ArrayList<>();
        figures.effects().stream().filter(effect -> effect.heldOut().items() > 0).forEach(effect -> {
            String told = word("told", effect.level(), language, model);
            String held = word("held", effect.level(), language, model);
            levels.add(bar(BarChart.Kind.NOT_DUE, told, effect.told().paid(), wording));
            levels.add(bar(BarChart.Kind.CREDIT, held, effect.heldOut().paid(), wording));
        });
        if (!levels.isEmpty()) {
            panels.add(new BarChart.Panel(word("effect", 0, language, model), "", levels));
        }
        Map<String, List<BarChart.Bar>> byCurrency = new TreeMap<>();
        figures.recoveries().forEach(each -> byCurrency.computeIfAbsent(each.stillOpen().currency().getCurrencyCode(),
                any -> new ArrayList<>()).add(bar(BarChart.Kind.OVERDUE, word("age", each.age(), language, model),
                        each.share(), wording)));
        byCurrency.forEach((currency, bars) -> panels.add(new BarChart.Panel(word("recovery", 0, language, model), currency,
                bars)));
        return panels;
    }

    private String word(String what, int number, String language, Map<String, Object> model) {
        Map<String, Object> asked = new LinkedHashMap<>(model);
        asked.put("what", what);
        asked.put("number", number);
        return Wording.line(templates.render("layout", "measures.label.ftl", asked));
    }

    private static BarChart.Bar bar(BarChart.Kind kind, String label, double share, Wording wording) {
        return new BarChart.Bar(kind, label, percent(share, wording), (int) Math.round(share * 1000));
    }

    private static String percent(double share, Wording wording) {
        NumberFormat format = NumberFormat.getPercentInstance(wording.locale());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(share);
    }

    private static String points(double difference) {
        return String.format(Locale.ROOT, "%+d", Math.round(difference * 100)).replace('-', '\u2212');
    }
}
