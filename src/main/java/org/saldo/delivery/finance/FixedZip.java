package org.saldo.delivery.finance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A workbook without the time at which it was written, so that the same figures make the same file. */
final class FixedZip {

    private static final String PROPERTIES = "docProps/core.xml";

    private FixedZip() {
    }

    /** The library says how long an entry is only in the directory at the end, which Java reads of a file alone. */
    static byte[] of(byte[] workbook, LocalDate day) {
        try {
            Path file = Files.createTempFile("workbook", ".xlsx");
            try {
                Files.write(file, workbook);
                return copied(file, day);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("the folder for temporary files cannot be written to", failure);
        }
    }

    private static byte[] copied(Path workbook, LocalDate day) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(workbook.toFile()); ZipOutputStream to = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(day.atStartOfDay());
                to.putNextEntry(fixed);
                try (InputStream content = from.getInputStream(entry)) {
                    if (entry.getName().equals(PROPERTIES)) {
                        to.write(dated(content.readAllBytes(), day));
                    } else {
                        content.transferTo(to);
                    }
                }
                to.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] dated(byte[] properties, LocalDate day) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll(">\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?<", ">" + day + "T00:00:00Z<")
                .getBytes(StandardCharsets.UTF_8);
    }
}
