package org.saldo.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.delivery.MailAddress;
import org.saldo.dunning.Ladder;
import org.saldo.dunning.Step;
import org.saldo.money.Money;

/** Reads a ladder of {@code policies/dunning.yaml}. */
final class LadderSection {

    private final YamlSection section;

    LadderSection(YamlSection section) {
        this.section = section;
    }

    Ladder read() {
        String name = section.text("name");
        Ladder.Fit fit = new Ladder.Fit(Set.copyOf(section.texts("segments")), countries(),
                section.flag("natural-persons", false));
        int grace = section.whole("grace-days");
        List<Step> steps = new ArrayList<>();
        int level = 0;
        for (YamlSection each : section.sections("steps")) {
            Step.Kind kind = choice(each, "kind", Step.Kind.class);
            level += kind.isReminder() ? 1 : 0;
            steps.add(step(each, kind, level));
        }
        if (section.has("repeat-last-level-after-days") && steps.stream().anyMatch(step -> step.kind() == Step.Kind.FINAL)) {
            throw section.fault("repeat-last-level-after-days", "a final notice is said once; take this line out");
        }
        try {
            Ladder ladder = Ladder.counted(name, fit, grace, steps,
                    section.optional("repeat-last-level-after-days", "a whole number", Integer::valueOf));
            section.refuseUnknown();
            return ladder;
        } catch (IllegalArgumentException fault) {
            throw section.fault("steps", name + ": " + fault.getMessage());
        }
    }

    private Set<String> countries() {
        Set<String> known = Set.of(Locale.getISOCountries());
        Set<String> countries = new LinkedHashSet<>(section.texts("countries"));
        countries.stream().filter(country -> !known.contains(country)).findFirst().ifPresent(country -> {
            throw section.fault("countries", "'" + country + "' is no country; write it as DE");
        });
        return countries;
    }

    private static Step step(YamlSection each, Step.Kind kind, int level) {
        Step.Pace pace = new Step.Pace(each.whole("days-between", kind.isReminder() ? 7 : 1),
                each.whole("grace-business-days", 0));
        try {
            Step step = new Step(kind, kind.isInternal() ? each.whole("after-level", -1) : 0, each.whole("days"), pace,
                    least(each), manner(each, kind, level), amounts(each, "fee"));
            each.refuseUnknown();
            return step;
        } catch (IllegalArgumentException fault) {
            throw each.fault("kind", fault.getMessage());
        }
    }

    private static Step.Least least(YamlSection each) {
        return new Step.Least(amounts(each, "minimum-of-item"), each.whole("percent-of-item", 0),
                amounts(each, "minimum-of-level"), each.whole("percent-of-open", 0));
    }

    private static Step.Manner manner(YamlSection each, Step.Kind kind, int level) {
        if (kind.isInternal()) {
            return Step.Manner.task(each.has("to") ? people(each) : kind == Step.Kind.SALESPERSON
                    ? List.of(Step.Manner.SALESPERSON) : List.of());
        }
        String template = each.text("template", kind == Step.Kind.REMINDER ? "reminder-" + level : "reminder-" + kind.word());
        if (!template.matches("[a-z0-9][a-z0-9-]*")) {
            throw each.fault("template", "'" + template + "' is not the name of a template such as reminder-1, without .ftl");
        }
        Step.Channel channel = each.has("channel") ? choice(each, "channel", Step.Channel.class) : Step.Channel.MAIL;
        if (channel == Step.Channel.TASK) {
            throw each.fault("channel", "what the customer is told goes by mail or letter; a task is a step of its own: "
                    + words(Step.Kind.class));
        }
        return new Step.Manner(template, channel, recipients(each), each.flag("approval", false),
                each.optional("last-day-after", "a whole number of days", Integer::valueOf),
                each.texts("attach").stream().map(text -> choice(each, "attach", text, Step.Enclosed.class)).distinct().toList(),
                List.of());
    }

    private static List<String> people(YamlSection each) {
        List<String> people = each.texts("to");
        people.stream().filter(person -> !person.equals(Step.Manner.SALESPERSON))
                .forEach(person -> MailAddress.problemOf(person).ifPresent(problem -> {
                    throw each.fault("to", problem + "; write salesperson, or a mail address");
                }));
        return people;
    }

    private static List<Step.Recipient> recipients(YamlSection each) {
        if (!each.has("recipients")) {
            return List.of(Step.Recipient.CONTACT);
        }
        List<Step.Recipient> recipients = each.texts("recipients").stream()
                .map(text -> choice(each, "recipients", text, Step.Recipient.class)).distinct().toList();
        if (!recipients.contains(Step.Recipient.CONTACT)) {
            throw each.fault("recipients", "the contact must be among them: it is the customer that is told");
        }
        return recipients;
    }

    /** Amounts such as EUR 10.00, one a currency. */
    static Map<Currency, Money> amounts(YamlSection section, String key) {
        Map<Currency, Money> amounts = new LinkedHashMap<>();
        for (Money amount : section.moneys(key)) {
            if (amount.isNegative() || amounts.put(amount.currency(), amount) != null) {
                throw section.fault(key, "'" + amount + "' is not an amount such as EUR 10.00, one a currency");
            }
        }
        return amounts;
    }

    private static <E extends Enum<E>> E choice(YamlSection section, String key, Class<E> of) {
        return choice(section, key, section.text(key), of);
    }

    private static <E extends Enum<E>> E choice(YamlSection section, String key, String text, Class<E> of) {
        return Arrays.stream(of.getEnumConstants()).filter(each -> word(each).equals(text)).findFirst()
                .orElseThrow(() -> section.fault(key, "'" + text + "' is none of " + words(of)));
    }

    private static <E extends Enum<E>> String words(Class<E> of) {
        return Arrays.stream(of.getEnumConstants()).map(LadderSection::word).collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> each) {
        return each.name().toLowerCase(Locale.ROOT);
    }
}
