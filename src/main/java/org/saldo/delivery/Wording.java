package org.saldo.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.saldo.money.Money;
import org.saldo.settings.SettingsException;

/**
 * Amounts, days and names as a reader of one language writes them: as on the statements in this language, by the lines {@code
 * format-...} of its {@code statement.properties}. A language without statements is written as its country does.
 */
final class Wording {

    private static final String FILE = "statement.properties";

    private final Locale locale;
    private final DateTimeFormatter days;
    private final String decimal;
    private final String grouping;
    private final String money;

    private Wording(Locale locale, DateTimeFormatter days, String decimal, String grouping, String money) {
        this.locale = locale;
        this.days = days;
        this.decimal = decimal;
        this.grouping = grouping;
        this.money = money;
    }

    /** @throws SettingsException when a format is missing or is none */
    static Wording read(Path language) {
        Locale locale = Locale.forLanguageTag(language.getFileName().toString());
        Path file = language.resolve(FILE);
        if (!Files.exists(file)) {
            return new Wording(locale, DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale), ".", ",",
                    "{amount} {currency}");
        }
        Map<String, String> formats = formats(file);
        try {
            return new Wording(locale, DateTimeFormatter.ofPattern(formats.get(StatementWord.FORMAT_DAY.key()), locale),
                    formats.get(StatementWord.FORMAT_DECIMAL.key()), formats.get(StatementWord.FORMAT_GROUPING.key()),
                    formats.get(StatementWord.FORMAT_MONEY.key()));
        } catch (RuntimeException fault) {
            throw new SettingsException(file + ": the formats cannot be read; `saldo check` says which", fault);
        }
    }

    private static Map<String, String> formats(Path file) {
        try {
            Map<String, String> formats = new HashMap<>();
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    formats.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
                }
            }
            return formats;
        } catch (IOException unreadable) {
            throw new SettingsException(file + ": cannot be read as UTF-8: " + unreadable.getMessage(), unreadable);
        }
    }

    Locale locale() {
        return locale;
    }

    /** The amount with the minor digits of its currency and the currency's code: {@code 12.759,00 EUR}. */
    String amount(Money amount) {
        return money.replace("{currency}", amount.currency().getCurrencyCode())
                .replace("{amount}", amount.written(decimal, grouping));
    }

    String day(LocalDate day) {
        return days.format(day);
    }

    /** Text from outside in one line, so that it cannot pose as more of the mail than it is. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
