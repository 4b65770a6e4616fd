package org.saldo.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saldo.delivery.MailAddress;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.StatementRule;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.ChasePolicy;
import org.saldo.statement.answer.Grade;

/** Reads {@code policies/answers.yaml}: what customers' answers to statements count for, and what is done about silence. */
public final class AnswersFile {

    private AnswersFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static AnswerPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        Map<Grade, AnswerPolicy.Limit> limits = limits(root.section("confirms"));
        List<AnswerPolicy.Contact> contacts = root.sections("contacts").stream().map(AnswersFile::contact).toList();
        ChasePolicy chase = chase(root.section("chase"));
        boolean plus = root.flag("plus-address", false);
        boolean acknowledge = root.flag("acknowledge", false);
        AnswerPolicy.Lists lists = root.optional("lists", "one of " + words(), AnswersFile::lists)
                .orElse(AnswerPolicy.Lists.WITH_TASK);
        root.refuseUnknown();
        return new AnswerPolicy(limits, contacts, chase, plus, acknowledge, lists);
    }

    private static AnswerPolicy.Lists lists(String word) {
        return Arrays.stream(AnswerPolicy.Lists.values()).filter(each -> word(each).equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(word));
    }

    private static String words() {
        return Arrays.stream(AnswerPolicy.Lists.values()).map(AnswersFile::word).collect(Collectors.joining(", "));
    }

    private static String word(AnswerPolicy.Lists each) {
        return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<Grade, AnswerPolicy.Limit> limits(YamlSection section) {
        Map<Grade, AnswerPolicy.Limit> limits = new EnumMap<>(Grade.class);
        for (Grade grade : Grade.values()) {
            List<String> texts = section.texts(grade.word());
            if (texts.equals(List.of("any"))) {
                limits.put(grade, AnswerPolicy.Limit.ANY);
            } else if (!texts.isEmpty() && !texts.equals(List.of("none"))) {
                limits.put(grade, new AnswerPolicy.Limit(Optional.of(amounts(section, grade.word()))));
            }
        }
        section.refuseUnknown();
        return limits;
    }

    private static Map<Currency, Money> amounts(YamlSection section, String key) {
        Map<Currency, Money> amounts = new HashMap<>();
        for (Money amount : section.moneys(key)) {
            if (amount.isNegative() || amounts.put(amount.currency(), amount) != null) {
                throw section.fault(key, amount + " is negative, or its currency stands here twice; keep one that is not");
            }
        }
        return amounts;
    }

    private static AnswerPolicy.Contact contact(YamlSection section) {
        String address = section.text("mail");
        MailAddress.problemOf(address).ifPresent(problem -> {
            throw section.fault("mail", problem);
        });
        try {
            AnswerPolicy.Contact contact = new AnswerPolicy.Contact(
                    new CustomerId(section.text("company"), section.text("customer")), MailAddress.of(address).address(),
                    section.text("name"), section.text("role", ""), StatementRules.days(section));
            section.refuseUnknown();
            return contact;
        } catch (IllegalArgumentException fault) {
            throw section.fault("until", fault.getMessage());
        }
    }

    private static ChasePolicy chase(YamlSection section) {
        AnswerPolicy.Chase off = AnswerPolicy.Chase.OFF;
        List<ChasePolicy.Rule> rules = section.sections("customers").stream().map(AnswersFile::rule).toList();
        try {
            AnswerPolicy.Chase chase = new AnswerPolicy.Chase(section.flag("on", false),
                    section.whole("after-days", off.afterDays()), section.whole("every-days", off.everyDays()),
                    section.whole("most", off.most()), section.whole("then-days", off.thenDays()));
            section.refuseUnknown();
            return new ChasePolicy(chase, rules);
        } catch (IllegalArgumentException fault) {
            throw section.fault("on", fault.getMessage());
        }
    }

    /** What is other for some customers. */
    private static ChasePolicy.Rule rule(YamlSection section) {
        StatementRule.Who who = StatementRules.who(section);
        StatementRule.Days days = StatementRules.days(section);
        try {
            ChasePolicy.Rule rule = new ChasePolicy.Rule(who, days, new ChasePolicy.Change(
                    StatementRules.flag(section, "on"), whole(section, "after-days"), whole(section, "every-days"),
                    whole(section, "most"), whole(section, "then-days")));
            section.refuseUnknown();
            return rule;
        } catch (IllegalArgumentException fault) {
            throw section.fault(section.keys().get(0), fault.getMessage());
        }
    }

    private static Optional<Integer> whole(YamlSection section, String key) {
        return section.has(key) ? Optional.of(section.whole(key, 0)) : Optional.empty();
    }
}
