package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private final Typefaces typefaces;

    public StatementPdf() {
        this(List.of());
    }

    /**
     * @param fonts TrueType files for characters that the fonts of the house lack
     * @throws IllegalArgumentException when one of them cannot be set and embedded
     */
    public StatementPdf(List<Path> fonts) {
        this.typefaces = new Typefaces(fonts);
    }

    /** @throws IllegalArgumentException when the file is no font that can be set and embedded, naming it */
    public static void requireFont(Path file) {
        Face.read(file);
    }

    /** Why a name or number of the letter cannot be printed as it is, and what to do; empty when all can. */
    public synchronized Optional<String> unprintable(StatementLetter letter) {
        return new Printable(typefaces).fault(letter);
    }

    /** The bytes of the PDF. */
    public synchronized byte[] render(StatementLetter letter) {
        return (Frame.isLittle(letter) ? rendered(letter, true) : Optional.<byte[]>empty())
                .or(() -> rendered(letter, false)).orElseThrow();
    }

    /** Empty when it is to be set closely and yet does not stand on one page. */
    private Optional<byte[]> rendered(StatementLetter letter, boolean tight) {
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
            if (!new StatementPage(document, typefaces, letter, tight).draw()) {
                return Optional.empty();
            }
            archive.attachCsv(OpenItemsCsv.NAME, letter.words().of(StatementWord.ITEMS), OpenItemsCsv.of(letter), made);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            document.save(bytes);
            return Optional.of(bytes.toByteArray());
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }
}
