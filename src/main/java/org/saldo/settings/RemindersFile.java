package org.saldo.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.Contact;
import org.saldo.delivery.ReleaseWords;
import org.saldo.delivery.ReminderTerms;
import org.saldo.dunning.RunLimits;
import org.saldo.money.Money;

/** Reads {@code policies/reminders.yaml}: how reminders leave the house. Whom and when is in {@code dunning.yaml}. */
public final class RemindersFile {

    private RemindersFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static ReminderTerms read(Path file) {
        YamlSection root = YamlSection.read(file);
        ReminderTerms terms = new ReminderTerms(limits(root), root.flag("attach-statement", false),
                root.flag("letters", true), root.sections("contacts").stream().map(RemindersFile::contact).toList(),
                words(root), 1000L * root.whole("attach-most-kilobytes", 5000),
                root.whole("letters-watched-days", ReminderTerms.LETTER_DAYS_USUAL),
                root.whole("not-due-listed", ReminderTerms.NOT_DUE_USUAL));
        root.refuseUnknown();
        return terms;
    }

    private static RunLimits limits(YamlSection root) {
        YamlSection section = root.section("first-mails");
        try {
            RunLimits.First first = new RunLimits.First(section.whole("mails"),
                    Duration.ofMinutes(section.whole("wait-minutes")), section.whole("most-failures-percent"));
            section.refuseUnknown();
            return new RunLimits(root.flag("look-at-every-run", false), amounts(root, "look-above-per-customer"),
                    amounts(root, "look-above-in-all"), first);
        } catch (IllegalArgumentException fault) {
            throw root.fault("first-mails", fault.getMessage());
        }
    }

    private static ReleaseWords words(YamlSection root) {
        if (!root.has("preview-answers")) {
            return ReleaseWords.ENGLISH;
        }
        YamlSection section = root.section("preview-answers");
        try {
            ReleaseWords words = new ReleaseWords(byLanguage(section.section("release")), byLanguage(section.section("stop")));
            section.refuseUnknown();
            return words;
        } catch (IllegalArgumentException fault) {
            throw root.fault("preview-answers", fault.getMessage());
        }
    }

    private static Map<String, List<String>> byLanguage(YamlSection section) {
        Map<String, List<String>> words = new LinkedHashMap<>();
        section.keys().forEach(language -> words.put(language, section.texts(language)));
        return words;
    }

    private static Map<Currency, Money> amounts(YamlSection root, String key) {
        Map<Currency, Money> amounts = new LinkedHashMap<>();
        root.moneys(key).forEach(amount -> {
            if (!amount.isPositive() || amounts.put(amount.currency(), amount) != null) {
                throw root.fault(key, amount + ": one positive amount a currency");
            }
        });
        return amounts;
    }

    private static Contact.Rule contact(YamlSection section) {
        try {
            Contact.Rule rule = new Contact.Rule(section.text("company", ""), section.text("salesperson", ""), new Contact(
                    section.text("name"), section.text("phone", ""), section.text("mail", "")));
            section.refuseUnknown();
            return rule;
        } catch (IllegalArgumentException fault) {
            throw section.fault("name", fault.getMessage());
        }
    }
}
