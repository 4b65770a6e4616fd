package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Every statement is PDF/A-3b and PDF/UA-1; the judge is veraPDF. */
class StatementArchiveTest {

    private static final StatementPdf PDF = new StatementPdf();

    /** The tags do not depend on the language, and this judge is slow. */
    private static final Set<SampleLetter> READ_ALOUD = EnumSet.of(SampleLetter.CHINESE, SampleLetter.FULL,
            SampleLetter.PAYABLE, SampleLetter.SWISS, SampleLetter.REISSUED, SampleLetter.LONG);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(SampleLetter.class)
    void everyStatementCanBeKeptForEverAndReadByEverybody(SampleLetter sample) throws Exception {
        byte[] pdf = PDF.render(sample.letter());
        Files.write(Files.createDirectories(Path.of("target/samples")).resolve("letter-" + sample.name().toLowerCase(Locale.ROOT)
                + ".pdf"), pdf);
        assertThat(faults(pdf, PDFAFlavour.PDFA_3_B)).isEmpty();
        if (READ_ALOUD.contains(sample)) {
            assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
        }
    }

    @Test
    void theJudgeSeesAFault() throws Exception {
        String pdf = new String(PDF.render(SampleLetter.ENGLISH.letter()), java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] spoilt = pdf.replace("<pdfaid:part>3<", "<pdfaid:part>9<").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(faults(spoilt, PDFAFlavour.PDFA_3_B)).isNotEmpty();
    }

    static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(500);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "/" + assertion.getRuleId().getTestNumber() + ": "
                            + assertion.getMessage() + " at " + assertion.getLocation().getContext())
                    .limit(20).toList();
        }
    }
}
