package org.saldo.delivery;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.saldo.money.Money;

/** Amounts, days and names as a reader of one language writes them. */
record Wording(Locale locale) {

    static Wording of(String language) {
        return new Wording(Locale.forLanguageTag(language));
    }

    /** The amount with the minor digits of its currency and the currency's code: {@code 12.759,00 EUR}. */
    String amount(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        int digits = money.toDecimal().scale();
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.toDecimal()) + " " + money.currency();
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    /** Text from outside in one line, so that it cannot pose as more of the mail than it is. */
    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
