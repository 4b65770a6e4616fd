package org.saldo.delivery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.saldo.ledger.ItemNote;
import org.saldo.money.Money;
import org.saldo.statement.HeldBack;
import org.saldo.statement.Movement;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementKey;

/** The words of a statement in one language, and how that language writes days and amounts. */
public final class StatementWording {

    private final Locale language;
    private final Map<StatementWord, String> texts;
    private final DateTimeFormatter day;
    private final DateTimeFormatter longDay;
    private final DateTimeFormatter month;

    /** @throws IllegalArgumentException when a text is missing or a date pattern is none, saying which key */
    public StatementWording(Locale language, Map<StatementWord, String> texts) {
        this.language = language;
        this.texts = new EnumMap<>(texts);
        for (StatementWord word : StatementWord.values()) {
            if (!this.texts.containsKey(word)) {
                throw new IllegalArgumentException(word.key() + ": is missing; add it");
            }
        }
        this.day = pattern(StatementWord.FORMAT_DAY);
        this.longDay = pattern(StatementWord.FORMAT_LONG_DAY);
        this.month = pattern(StatementWord.FORMAT_MONTH);
    }

    private DateTimeFormatter pattern(StatementWord word) {
        try {
            DateTimeFormatter pattern = DateTimeFormatter.ofPattern(texts.get(word), language);
            pattern.format(LocalDate.EPOCH);
            return pattern;
        } catch (RuntimeException fault) {
            throw new IllegalArgumentException(word.key() + ": '" + texts.get(word)
                    + "' is no date pattern such as dd.MM.yyyy", fault);
        }
    }

    public Locale language() {
        return language;
    }

    public String of(StatementWord word) {
        return texts.get(word);
    }

    /** The text with {@code {name}} filled in. */
    public String of(StatementWord word, String name, String value) {
        return texts.get(word).replace("{" + name + "}", value);
    }

    public String of(StatementWord word, Map<String, String> values) {
        String text = texts.get(word);
        for (Map.Entry<String, String> each : values.entrySet()) {
            text = text.replace("{" + each.getKey() + "}", each.getValue());
        }
        return text;
    }

    /** What a movement is, and that it takes back an earlier one. */
    public String entry(Movement movement) {
        String entry = of(StatementWord.of(movement.kind()));
        return movement.reversal() ? of(StatementWord.REVERSAL, "entry", entry) : entry;
    }

    /** Why a statement is not made or not mailed. */
    public String of(HeldBack.Reason reason) {
        return of(StatementWord.of(reason));
    }

    /** How far a statement came that is held back. */
    public String of(HeldBack.Stage stage) {
        return switch (stage) {
            case NOT_MADE -> of(StatementWord.FINANCE_FAILED);
            case LEFT_OUT -> of(StatementWord.FINANCE_LEFT_OUT);
            case NOT_MAILED -> of(StatementWord.FINANCE_NOT_MAILED);
        };
    }

    /** The mark, the part that it is about, and its day: {@code promised: 500.00, by 5 Nov 2026}. */
    public String of(ItemNote note) {
        String mark = of(StatementWord.valueOf("MARK_" + note.mark().name()));
        String part = note.amount().map(amount -> of(StatementWord.MARK_PART, Map.of("mark", mark, "amount", amount(amount))))
                .orElse(mark);
        return note.until().map(day -> of(StatementWord.MARK_BY, Map.of("mark", part, "day", day(day)))).orElse(part);
    }

    public String of(MovementKind.Group group) {
        return of(StatementWord.of(group));
    }

    public String day(LocalDate date) {
        return day.format(date);
    }

    public String longDay(LocalDate date) {
        return longDay.format(date);
    }

    /** What a statement is of, as a reader says it: its month, or the day of an interim one. */
    public String name(StatementKey key) {
        return key.interim() ? longDay(key.cutOff()) : month(key.month());
    }

    public String month(YearMonth yearMonth) {
        return month.format(yearMonth.atDay(1));
    }

    /** The amount without its currency, for a column that names it; a minus sign in front when negative. */
    public String amount(Money money) {
        BigDecimal decimal = money.toDecimal();
        String plain = decimal.abs().toPlainString();
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        StringBuilder text = new StringBuilder(plain.length() + 8);
        if (decimal.signum() < 0) {
            text.append('-');
        }
        for (int i = 0; i < whole.length(); i++) {
            if (i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(texts.get(StatementWord.FORMAT_GROUPING));
            }
            text.append(whole.charAt(i));
        }
        return point < 0 ? text.toString()
                : text.append(texts.get(StatementWord.FORMAT_DECIMAL)).append(plain, point + 1, plain.length()).toString();
    }

    /** The amount with its ISO currency. */
    public String money(Money money) {
        return texts.get(StatementWord.FORMAT_MONEY).replace("{currency}", money.currency().getCurrencyCode())
                .replace("{amount}", amount(money)).replace(' ', '\u00a0');
    }
}
