package org.saldo.store;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Another content that stands in the bytes that are kept, before the byte at {@code startsAt}: as it is, like a font in a
 * PDF, or in base64, like a file in a mail.
 */
record ContentPart(int startsAt, boolean asItIs, String sha256) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,9})([:=])([0-9a-f]{64})");

    /** Parts as one text: {@code 1042:3f...} for one in base64, {@code 9871=c0...} for one as it is; empty for none. */
    static String line(List<ContentPart> parts) {
        return parts.stream().map(part -> part.startsAt + (part.asItIs ? "=" : ":") + part.sha256)
                .collect(Collectors.joining(","));
    }

    static List<ContentPart> read(String line) {
        return line.isEmpty() ? List.of() : Arrays.stream(line.split(",")).map(ContentPart::part).toList();
    }

    private static ContentPart part(String text) {
        Matcher part = TEXT.matcher(text);
        if (!part.matches()) {
            throw new StoreException("'" + text + "' names no part of a content; the table content was changed by hand");
        }
        return new ContentPart(Integer.parseInt(part.group(1)), part.group(2).equals("="), part.group(3));
    }
}
