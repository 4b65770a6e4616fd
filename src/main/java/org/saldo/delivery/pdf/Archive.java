package org.saldo.delivery.pdf;

import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Makes a document one that can be kept for ever (PDF/A-3b): what it is, which colours it means, what lies in it. */
final class Archive {

    private static final byte[] SRGB = Deflated.bytes(SrgbProfile.bytes());
    private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
    private static final COSName EMBEDDED_FILES = COSName.getPDFName("EmbeddedFiles");
    private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

    private final PDDocument document;
    private final COSDictionary catalog;
    private final Streams streams;

    Archive(PDDocument document) {
        this.document = document;
        this.catalog = document.getDocumentCatalog().getCOSObject();
        this.streams = new Streams(document.getDocument());
        document.setVersion(1.7f);
    }

    void describe(Metadata metadata) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle(metadata.title());
        about.setAuthor(metadata.author());
        about.setProducer("Saldo");
        about.setCreationDate(calendar(metadata.made()));
        about.setModificationDate(calendar(metadata.made()));
        document.setDocumentInformation(about);
        COSStream xmp = streams.plain(metadata.xmp());
        xmp.setName(COSName.TYPE, "Metadata");
        xmp.setName(COSName.SUBTYPE, "XML");
        catalog.setItem(COSName.METADATA, xmp);
        catalog.setString(COSName.LANG, metadata.language());
        COSDictionary preferences = new COSDictionary();
        preferences.setBoolean(COSName.getPDFName("DisplayDocTitle"), true);
        catalog.setItem(COSName.getPDFName("ViewerPreferences"), preferences);
    }

    private static Calendar calendar(Instant instant) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        return calendar;
    }

    /** Says that the document's colours are those of sRGB. */
    void meanSrgb() {
        COSStream profile = streams.packed(SRGB);
        profile.setInt(COSName.N, 3);
        COSDictionary intent = new COSDictionary();
        intent.setName(COSName.TYPE, "OutputIntent");
        intent.setName(COSName.S, "GTS_PDFA1");
        intent.setString(COSName.getPDFName("OutputConditionIdentifier"), "sRGB");
        intent.setString(COSName.getPDFName("Info"), "sRGB IEC61966-2.1");
        intent.setItem(COSName.getPDFName("DestOutputProfile"), profile);
        COSArray intents = new COSArray();
        intents.add(intent);
        catalog.setItem(COSName.getPDFName("OutputIntents"), intents);
    }

    /** Puts a CSV file into the document, as the data that its pages show. */
    void attachCsv(String name, String description, byte[] csv, Instant made) {
        COSStream file = streams.packed(Deflated.bytes(csv));
        file.setName(COSName.TYPE, "EmbeddedFile");
        file.setName(COSName.SUBTYPE, "text/csv");
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.SIZE, csv.length);
        parameters.setDate(COSName.MOD_DATE, calendar(made));
        file.setItem(COSName.PARAMS, parameters);
        COSDictionary embedded = new COSDictionary();
        embedded.setItem(COSName.F, file);
        embedded.setItem(COSName.UF, file);
        COSDictionary specification = new COSDictionary();
        specification.setItem(COSName.TYPE, COSName.FILESPEC);
        specification.setString(COSName.F, name);
        specification.setString(COSName.UF, name);
        specification.setString(COSName.DESC, description);
        specification.setName(RELATIONSHIP, "Data");
        specification.setItem(COSName.EF, embedded);
        COSArray names = new COSArray();
        names.add(new COSString(name));
        names.add(specification);
        COSDictionary files = new COSDictionary();
        files.setItem(COSName.NAMES, names);
        COSDictionary all = new COSDictionary();
        all.setItem(EMBEDDED_FILES, files);
        catalog.setItem(COSName.NAMES, all);
        COSArray associated = new COSArray();
        associated.add(specification);
        catalog.setItem(ASSOCIATED_FILES, associated);
    }
}
