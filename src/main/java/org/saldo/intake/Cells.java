package org.saldo.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.saldo.ledger.MisreadText;
import org.saldo.money.Money;

/**
 * One row in the hub's own terms: texts under the column names of its kind, in the form of the hub's own CSV, whatever
 * shape they came in. Each is read strictly: what does not fit is a {@link BadField}. An empty field counts as absent.
 */
public final class Cells {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final FileKind kind;
    private final String[] values;

    /** @param values as many as the kind has columns, in their order; null or empty where the row says nothing */
    Cells(FileKind kind, String[] values) {
        this.kind = kind;
        this.values = values;
    }

    /** The fields that say something, under their columns' names. */
    Map<String, String> filled() {
        Map<String, String> filled = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null && !values[i].isBlank()) {
                filled.put(kind.columns().get(i), values[i]);
            }
        }
        return filled;
    }

    /** The same of a bank's words: line breaks and tabs are blanks, and what only a misread character set explains is mended. */
    String ofBank(String column, int most) {
        String raw = values[kind.position(column)];
        return optional(column, raw == null ? null
                : MisreadText.readable(raw).replaceAll("[ \\t]*[\\r\\n\\t]+[ \\t]*", " "), most);
    }

    /** The field's text without outer blanks; empty when there is none. */
    String optional(String column, int most) {
        return optional(column, values[kind.position(column)], most);
    }

    private static String optional(String column, String raw, int most) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        String text = raw.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f && c < 0xa0) {
                throw new BadField(column, BadField.shown(text) + " holds a control character, such as a line break",
                        "take it out");
            }
            if (c == '\ufffd') {
                throw new BadField(column, BadField.shown(text) + " holds bytes that are not of the file's character set",
                        "save the file as UTF-8, or name its charset in a mapping");
            }
        }
        if (text.length() > most) {
            throw new BadField(column, BadField.shown(text) + " has " + text.length() + " characters",
                    "use at most " + most);
        }
        return text;
    }

    String required(String column, int most) {
        String text = optional(column, most);
        if (text.isEmpty()) {
            throw new BadField(column, "is empty", "fill it in");
        }
        return text;
    }

    boolean has(String column) {
        String raw = values[kind.position(column)];
        return raw != null && !raw.isBlank();
    }

    /** A text in capitals without blanks inside, as account numbers are compared. */
    String account(String column, int most) {
        return withoutBlanks(optional(column, most)).toUpperCase(Locale.ROOT);
    }

    private static String withoutBlanks(String text) {
        return text.indexOf(' ') < 0 ? text : text.replace(" ", "");
    }

    /** Two letters of ISO 3166-1; empty when there are none. */
    String country(String column) {
        String country = optional(column, 40);
        if (!country.isEmpty() && !COUNTRIES.contains(country)) {
            throw new BadField(column, BadField.shown(country) + " is no country",
                    "write its two letters of ISO 3166-1, such as DE");
        }
        return country;
    }

    LocalDate day(String column) {
        return FieldFormats.day(column, required(column, 40));
    }

    Optional<LocalDate> optionalDay(String column) {
        return has(column) ? Optional.of(day(column)) : Optional.empty();
    }

    Currency currency(String column) {
        return FieldFormats.currency(column, required(column, 40));
    }

    Money money(String column, Currency currency) {
        return FieldFormats.money(column, required(column, 40), currency);
    }

    Optional<Money> optionalMoney(String column, Currency currency) {
        return has(column) ? Optional.of(money(column, currency)) : Optional.empty();
    }

    Money positive(String column, Currency currency, String remedy) {
        Money amount = money(column, currency);
        if (!amount.isPositive()) {
            throw new BadField(column, BadField.shown(required(column, 40)) + " is not above zero", remedy);
        }
        return amount;
    }

    Optional<Money> optionalPositive(String column, Currency currency) {
        return has(column) ? Optional.of(positive(column, currency, "write the amount without a sign, or leave it empty"))
                : Optional.empty();
    }

    BigDecimal decimal(String column) {
        return FieldFormats.decimal(column, required(column, 40));
    }

    int whole(String column, int least, int otherwise) {
        if (!has(column)) {
            return otherwise;
        }
        String text = required(column, 40);
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        if (number < least) {
            throw new BadField(column, BadField.shown(text) + " is no whole number from " + least + " on",
                    "write digits only");
        }
        return number;
    }

    boolean flag(String column) {
        return switch (optional(column, 40)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw new BadField(column, BadField.shown(optional(column, 40)) + " is neither true nor false",
                    "write true or false");
        };
    }

    <E extends Enum<E>> E choice(String column, Class<E> choices) {
        String text = required(column, 40);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        throw new BadField(column, BadField.shown(text) + " is not known",
                "write one of " + String.join(", ", Arrays.stream(choices.getEnumConstants()).map(Enum::name).toList()));
    }

    <E extends Enum<E>> E choice(String column, Class<E> choices, E otherwise) {
        return has(column) ? choice(column, choices) : otherwise;
    }

    /** The parts of a text that are joined by a bar. */
    List<String> bars(String column, int most) {
        String text = optional(column, most);
        return text.isEmpty() ? List.of()
                : Arrays.stream(text.split("\\|")).map(String::strip).filter(part -> !part.isEmpty()).toList();
    }

    /** The text as {@code parse} understands it, empty when there is none; what it throws is told with the remedy. */
    <T> Optional<T> parsed(String column, int most, Function<String, T> parse, String what, String remedy) {
        String text = optional(column, most);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text));
        } catch (RuntimeException fault) {
            throw new BadField(column, BadField.shown(text) + " is " + what, remedy);
        }
    }
}
