package org.saldo.store;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Another content whose base64 stands in the bytes that are kept, before the byte at {@code startsAt}. */
record ContentPart(int startsAt, String sha256) {

    /** Parts as one text: {@code 1042:3f...,9871:c0...}; empty for none. */
    static String line(List<ContentPart> parts) {
        return parts.stream().map(part -> part.startsAt + ":" + part.sha256).collect(Collectors.joining(","));
    }

    static List<ContentPart> read(String line) {
        return line.isEmpty() ? List.of() : Arrays.stream(line.split(",")).map(part -> part.split(":"))
                .map(part -> new ContentPart(Integer.parseInt(part[0]), part[1])).toList();
    }
}
