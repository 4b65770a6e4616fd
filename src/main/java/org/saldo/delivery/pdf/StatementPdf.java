package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWord;
import org.saldo.statement.StatementKey;

/**
 * A statement of account as a PDF. Equal letters give the same bytes: document id and dates come from the data. Fonts are
 * parsed once for all documents of this object; it serves one thread at a time.
 */
public final class StatementPdf {

    private final Typefaces typefaces = new Typefaces();

    /** The bytes of the PDF. */
    public synchronized byte[] render(StatementLetter letter) {
        try (PDDocument document = new PDDocument()) {
            describe(document, letter);
            new StatementPage(document, typefaces, letter).draw();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void describe(PDDocument document, StatementLetter letter) {
        StatementKey key = letter.statement().key();
        document.setDocumentId(UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits());
        document.getDocumentCatalog().setLanguage(letter.words().language().toLanguageTag());
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(letter.words().of(StatementWord.TITLE) + " " + key.number() + " · " + key.customer().number() + " · "
                + key.currency().getCurrencyCode());
        about.setAuthor(letter.company().name());
        about.setProducer("Saldo");
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(letter.statement().asKnownAt().toEpochMilli());
        about.setCreationDate(made);
        about.setModificationDate(made);
        document.setDocumentInformation(about);
    }
}
