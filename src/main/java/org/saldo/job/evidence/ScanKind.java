package org.saldo.job.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a scan may be, told by its first bytes. */
public enum ScanKind {
    PDF("%PDF-"),
    PNG("\u0089PNG"),
    JPEG("\u00ff\u00d8\u00ff"),
    TIFF("II*\0", "MM\0*");

    private final List<String> heads;

    ScanKind(String... heads) {
        this.heads = List.of(heads);
    }

    public static Optional<ScanKind> of(byte[] scan) {
        String head = new String(scan, 0, Math.min(8, scan.length), StandardCharsets.ISO_8859_1);
        return Arrays.stream(values()).filter(kind -> kind.heads.stream().anyMatch(head::startsWith)).findFirst();
    }

    /** How the name of such a file ends, {@code .pdf}; empty when it is none. */
    public static String endingOf(byte[] scan) {
        return of(scan).map(ScanKind::ending).orElse("");
    }

    private String ending() {
        return this == JPEG ? ".jpg" : "." + name().toLowerCase(Locale.ROOT);
    }
}
