package org.saldo.command;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** What a person types as a day, a month, an instant, an amount or an id: read strictly, and refused with how to write it. */
final class TypedIn {

    private static final Pattern AMOUNT = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,4})?");
    /** {@code 1018}, or {@code M-1018} as other places call it. */
    private static final Pattern ID = Pattern.compile("(?:[A-Z]-)?(\\d{1,18})", Pattern.CASE_INSENSITIVE);

    private TypedIn() {
    }

    static CommandLine readBy(CommandLine line) {
        return line.registerConverter(LocalDate.class, text -> time(text, LocalDate::parse,
                        "is no day; write one that exists, as 2026-11-15"))
                .registerConverter(YearMonth.class, text -> time(text, YearMonth::parse, "is no month; write it as 2026-11"))
                .registerConverter(Instant.class, text -> time(text, Instant::parse,
                        "is no instant; write it as 2026-11-15T18:00:00Z"))
                .registerConverter(BigDecimal.class, TypedIn::amount)
                .registerConverter(Long.class, TypedIn::id);
    }

    private static <T> T time(String text, Function<String, T> read, String otherwise) {
        try {
            return read.apply(text);
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException("'" + text + "' " + otherwise);
        }
    }

    private static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is no amount; write it as 1500.00, with a point before the "
                    + "cents and nothing between thousands");
        }
        return new BigDecimal(text);
    }

    private static long id(String text) {
        var id = ID.matcher(text);
        if (!id.matches()) {
            throw new TypeConversionException("'" + text + "' is no id; write its number, as the list shows it");
        }
        return Long.parseLong(id.group(1));
    }
}
