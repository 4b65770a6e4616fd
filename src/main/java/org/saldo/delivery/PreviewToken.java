package org.saldo.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the preview of waiting reminders carries in its subject so that finance can answer it: {@code [RL-20261029-7F3K...]}.
 * The code, 100 bits of an HMAC in Crockford's base32, binds to this one preview; {@link ReplyKey} makes and checks it.
 */
public record PreviewToken(LocalDate day, String code) {

    private static final int TEXT_LONGEST = 4000;
    private static final Pattern SHAPE = Pattern.compile("(?<![A-Z0-9])RL-(\\d{8})-([A-Z0-9]{20})(?![A-Z0-9])");

    /** As it stands in a subject. */
    public String inSubject() {
        return "[RL-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + code + "]";
    }

    /** The tokens in a decoded subject, each once, whatever mail programs have put before or between. */
    public static List<PreviewToken> in(String subject) {
        String text = subject.substring(0, Math.min(subject.length(), TEXT_LONGEST)).toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]+", "");
        return SHAPE.matcher(text).results().flatMap(found -> token(found).stream()).distinct().toList();
    }

    private static List<PreviewToken> token(MatchResult found) {
        try {
            return List.of(new PreviewToken(LocalDate.parse(found.group(1), DateTimeFormatter.BASIC_ISO_DATE),
                    found.group(2).replace('O', '0').replace('I', '1').replace('L', '1')));
        } catch (DateTimeException noDay) {
            return List.of();
        }
    }
}
