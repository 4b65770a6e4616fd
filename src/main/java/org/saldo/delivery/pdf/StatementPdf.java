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
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementOfAccount;

/**
 * A statement of account as a PDF. The same statement, company, customer and words give the same bytes: document id and
 * dates come from the data. Fonts are parsed once for all documents of this object; it serves one thread at a time.
 */
public final class StatementPdf {

    private final Typefaces typefaces = new Typefaces();

    /** The bytes of the PDF. */
    public synchronized byte[] render(StatementOfAccount statement, Company company, Customer customer,
                                      StatementWording words) {
        try (PDDocument document = new PDDocument()) {
            describe(document, statement, company, words);
            new StatementPage(document, typefaces, statement, company, customer, words).draw();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
    }

    private static void describe(PDDocument document, StatementOfAccount statement, Company company,
                                 StatementWording words) {
        document.setDocumentId(UUID.nameUUIDFromBytes(statement.key().toString().getBytes(StandardCharsets.UTF_8))
                .getMostSignificantBits());
        document.getDocumentCatalog().setLanguage(words.language().toLanguageTag());
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(words.of(StatementWord.TITLE) + " " + statement.key().number() + " · "
                + statement.key().customer().number() + " · " + statement.key().currency().getCurrencyCode());
        about.setAuthor(company.name());
        about.setProducer("Saldo");
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(statement.asKnownAt().toEpochMilli());
        about.setCreationDate(made);
        about.setModificationDate(made);
        document.setDocumentInformation(about);
    }
}
