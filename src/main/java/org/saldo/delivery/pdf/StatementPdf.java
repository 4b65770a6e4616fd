package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWord;
import org.saldo.statement.StatementKey;

/**
 * A statement of account as PDF/A-3b and PDF/UA-1, with its open items as CSV inside. Equal letters give the same bytes:
 * document id and dates come from the data. Fonts are parsed once, and their parts made once, for all documents of this
 * object; it serves one thread at a time.
 */
public final class StatementPdf {

    private final Typefaces typefaces = new Typefaces();

    /** The bytes of the PDF. */
    public synchronized byte[] render(StatementLetter letter) {
        try (PDDocument document = new PDDocument()) {
            StatementKey key = letter.statement().key();
            Instant made = letter.statement().asKnownAt();
            document.setDocumentId(UUID.nameUUIDFromBytes(key.toString().getBytes(StandardCharsets.UTF_8))
                    .getMostSignificantBits());
            Archive archive = new Archive(document);
            archive.describe(new Metadata(letter.words().of(StatementWord.TITLE) + " " + key.number() + " · "
                    + key.customer().number() + " · " + key.currency().getCurrencyCode(), letter.company().name(),
                    letter.words().language().toLanguageTag(), made));
            archive.meanSrgb();
            new StatementPage(document, typefaces, letter).draw();
            archive.attachCsv(OpenItemsCsv.NAME, letter.words().of(StatementWord.ITEMS), OpenItemsCsv.of(letter), made);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
