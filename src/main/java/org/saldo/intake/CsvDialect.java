package org.saldo.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a file is written: its character set, delimiter and quote; how many lines are skipped before the header, or a pattern
 * that the header line matches; and a pattern of the line with which the rows end, such as a sum. Without a header the rows
 * begin at once, and the columns are called 1, 2, 3 and so on.
 */
public record CsvDialect(
        Charset charset,
        char delimiter,
        char quote,
        int skippedLines,
        boolean headerless,
        Optional<Pattern> headerLine,
        Optional<Pattern> endLine) {

    /** The hub's own: UTF-8, comma, the header in the first line. */
    public static final CsvDialect OWN =
            new CsvDialect(StandardCharsets.UTF_8, ',', '"', 0, false, Optional.empty(), Optional.empty());
}
