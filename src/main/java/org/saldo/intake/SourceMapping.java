package org.saldo.intake;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How rows of a source database become records: the question to ask, whose columns bear the names of the hub's own CSV,
 * and the mark by which it knows what is new or changed. Each poll asks from the last mark on, less an overlap for what
 * was committed late; what it meets again is the same again.
 *
 * @param sql with {@value #PLACEHOLDER} where the mark goes
 * @param markColumn the column whose greatest value is the mark of the next poll; it is no column of the record
 * @param from the mark of the first poll
 * @param overlap how far a poll reaches back before its mark: a span of time, or a number for a mark that counts
 */
public record SourceMapping(String id, FileKind kind, String sql, String markColumn, MarkType type, String from,
                            String overlap) {

    /** Where the mark stands in the SQL. */
    public static final String PLACEHOLDER = ":watermark";

    /** What a mark is: an instant of the source's own clock, or a number that only grows. */
    public enum MarkType { TIMESTAMP, NUMBER }

    private static final DateTimeFormatter SQL_TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    public SourceMapping {
        if (!sql.contains(PLACEHOLDER)) {
            throw new IllegalArgumentException("the SQL has no " + PLACEHOLDER);
        }
        if (type == MarkType.TIMESTAMP) {
            timestamp(from);
            Duration.parse(overlap);
        } else {
            new BigDecimal(from);
            new BigDecimal(overlap);
        }
    }

    /** The SQL of the next poll: with the mark up to which the source has been read, less the overlap. */
    public String sqlFrom(Optional<String> lastMark) {
        return sql.replace(PLACEHOLDER, type == MarkType.NUMBER
                ? lastMark.map(mark -> new BigDecimal(mark).subtract(new BigDecimal(overlap)))
                        .orElseGet(() -> new BigDecimal(from)).toPlainString()
                : "TIMESTAMP '" + SQL_TIMESTAMP.format(lastMark.map(mark -> timestamp(mark).minus(Duration.parse(overlap)))
                        .orElseGet(() -> timestamp(from))) + "'");
    }

    /** The later of two marks, in the form in which a mark is kept. */
    String later(String mark, String other) {
        if (type == MarkType.NUMBER) {
            BigDecimal one = new BigDecimal(mark);
            BigDecimal two = new BigDecimal(other);
            return one.max(two).toPlainString();
        }
        LocalDateTime one = timestamp(mark);
        LocalDateTime two = timestamp(other);
        return (one.isAfter(two) ? one : two).toString();
    }

    private static LocalDateTime timestamp(String text) {
        String iso = text.strip().replace(' ', 'T');
        return LocalDateTime.parse(iso.length() == 10 ? iso + "T00:00:00" : iso.replaceAll("(Z|[+-]\\d{2}(:?\\d{2})?)$", ""))
                .truncatedTo(ChronoUnit.MICROS);
    }
}
