package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.StatementLetter;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.ItemNote;
import org.saldo.statement.StatementItem;

class OpenItemsCsvTest {

    @ParameterizedTest
    @EnumSource(SampleLetter.class)
    void theListInsideThePdfAddsUpToThePrintedTotal(SampleLetter sample) throws IOException {
        StatementLetter letter = sample.letter();
        List<String> rows = attached(new StatementPdf().render(letter)).lines().toList();
        BigDecimal sum = rows.stream().skip(1).map(row -> new BigDecimal(row.split(",", -1)[7]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(rows).hasSize(1 + letter.statement().items().size());
        assertThat(sum).isEqualByComparingTo(letter.statement().proof().openItems().toDecimal());
    }

    @Test
    void itsColumnsAreThoseOfTheExportAndItsStatusSaysWhatIsAgreed() throws IOException {
        StatementLetter letter = SampleStatement.letter("de");
        StatementItem first = letter.statement().items().get(0);
        StatementLetter noted = letter.withNotes(List.of(
                new ItemNote(first.itemId(), ItemMark.DISPUTED, Optional.empty(), Optional.empty())));
        assertThat(attached(new StatementPdf().render(noted)).lines().limit(3)).containsExactly(
                "company,document_number,instalment,document_type,customer_id,currency,amount,open_amount,issue_date,"
                        + "due_date,days_overdue,status",
                "main,INV-0980,1,INVOICE,C-0017,EUR,4200.00,1200.00,2026-06-03,2026-07-03,120,DISPUTED",
                "main,INV-1041,1,INVOICE,C-0017,EUR,12345.67,12345.67,2026-10-01,2026-10-01,30,OVERDUE");
    }

    private static String attached(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames()
                    .get(OpenItemsCsv.NAME);
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            assertThat((COSDictionary) associated.getObject(0)).isSameAs(file.getCOSObject());
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
            assertThat(file.getFileDescription()).isNotBlank();
            return new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8);
        }
    }
}
