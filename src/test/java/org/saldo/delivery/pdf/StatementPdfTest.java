package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.delivery.ItemColumn;
import org.saldo.delivery.Look;
import org.saldo.delivery.MovementColumn;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementSection;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementOfAccount;

class StatementPdfTest {

    private static final StatementPdf PDF = new StatementPdf();

    @Test
    void theSameStatementMakesTheSameBytes() {
        StatementOfAccount statement = SampleStatement.statement(40, "EUR");
        byte[] once = render(statement, "ACME 株式会社", "en");
        render(SampleStatement.statement(3, "USD"), "Other", "zh");
        assertThat(render(statement, "ACME 株式会社", "en")).isEqualTo(once);
        assertThat(new StatementPdf().render(letter(statement, "ACME 株式会社", "en"))).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void aStatementThatSaysLittleStandsOnOnePageWithAllThatItHasToSay(String language) throws IOException {
        StatementLetter small = SampleStatement.small(language);
        byte[] pdf = PDF.render(small);
        assertThat(pageCount(pdf)).isEqualTo(1);
        String text = asDrawn(pdf).replaceAll("\\s+", "");
        for (StatementWord word : List.of(StatementWord.MOVEMENTS, StatementWord.ITEMS, StatementWord.PROOF,
                StatementWord.PAY_TITLE, StatementWord.REPLY, StatementWord.NOTE_SAFETY, StatementWord.NOTE_LATER)) {
            assertThat(text).contains(small.words().of(word).replaceAll("\\s+", ""));
        }
        assertThat(text).contains("ST-2026-10-C0017").contains(small.legalLines().get(0).replaceAll("\\s+", ""));
        StatementLetter more = small.withLegalLines(List.of("It is long. ".repeat(40)));
        assertThat(pageCount(PDF.render(more))).as("set as usual").isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void everyFigureOfTheModelStandsOnThePageInTheLanguageOfTheCustomer(String language) throws IOException {
        StatementOfAccount statement = SampleStatement.statement(9, "EUR");
        StatementWording words = SampleStatement.words(language);
        String text = text(keep("statement-" + language, render(statement, "ACME Industrie-Service GmbH & Co. KG", language)));
        statement.lines().forEach(line -> assertThat(text).contains(words.day(line.movement().effectiveOn()))
                .contains(line.movement().reference()).contains(words.amount(line.movement().amount()))
                .contains(words.amount(line.balance())));
        statement.items().forEach(item -> assertThat(text).contains(item.label()).contains(words.amount(item.balance()))
                .contains(words.day(item.dueDate())));
        statement.aging().amounts().forEach(amount -> assertThat(text).contains(words.amount(amount)));
        for (MovementKind.Group group : MovementKind.Group.values()) {
            if (!statement.proof().movements().get(group).isZero()) {
                assertThat(text).contains(words.of(group) + " " + words.amount(statement.proof().movements().get(group)));
            }
        }
        assertThat(text).contains(words.of(StatementWord.TITLE)).contains("Nordlicht Pumpen GmbH")
                .contains(words.money(statement.closing()).replace('\u00a0', ' '))
                .contains(words.of(StatementWord.PRIOR_PERIOD)).contains("Europe/Berlin").doesNotContain("{");
    }

    @Test
    void aLongStatementGoesOverPagesWithItsHeaderOnEach() throws IOException {
        byte[] pdf = keep("statement-long", render(SampleStatement.statement(150, "EUR"), "ACME", "en"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(6);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("Page " + page + " of " + pages)
                        .contains("Nordlicht Pumpen GmbH · Statement no. 2026-10");
            }
            PDFTextStripper third = new PDFTextStripper();
            third.setSortByPosition(true);
            third.setStartPage(3);
            third.setEndPage(3);
            assertThat(third.getText(document)).contains("Date Entry Reference Amount EUR Balance EUR");
        }
    }

    @Test
    void nothingIsSetOutsideTheMarginsHoweverLongTheNames() throws IOException {
        String name = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft ".repeat(2);
        byte[] pdf = PDF.render(StatementLetter.of(SampleStatement.statement(9, "EUR"),
                SampleStatement.company(name.strip()), SampleStatement.customer("W".repeat(199)), SampleStatement.words("es")));
        keep("statement-names", pdf);
        List<TextPosition> outside = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition position) {
                    if (position.getX() < Sheet.LEFT - 1 || position.getX() + position.getWidth() > Sheet.RIGHT + 1) {
                        outside.add(position);
                    }
                }
            }.getText(document);
        }
        assertThat(outside).isEmpty();
    }

    @Test
    void chineseIsRealTextAndEveryFontIsEmbedded() throws IOException {
        byte[] pdf = keep("statement-chinese", PDF.render(StatementLetter.of(
                SampleStatement.statement(5, "CNY"), SampleStatement.company("北极光泵业（汉堡）有限公司"),
                SampleStatement.customer("上海精密机械制造有限公司"), SampleStatement.words("zh"))));
        assertThat(text(pdf)).contains("上海精密机械制造有限公司").contains("北极光泵业（汉堡）有限公司").contains("期末余额")
                .contains("CNY");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            document.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
                } catch (IOException failure) {
                    throw new java.io.UncheckedIOException(failure);
                }
            });
        }
        assertThat(pdf.length).isLessThan(150_000);
    }

    @Test
    void whatNoFontHasAndControlCharactersDoNotStopAStatement() throws IOException {
        byte[] pdf = render(SampleStatement.statement(1, "EUR"), "Line\nbreak \u0000 \ud83d\ude00 e\u0301", "en");
        assertThat(text(pdf)).contains("Line break").contains("é");
    }

    @Test
    void thePageTellsWhatCameInLateWhatIsAgreedOfItemsAndHowToAnswer() throws IOException {
        String text = text(PDF.render(SampleLetter.FULL.letter()));
        assertThat(text).contains("Received after the cut-off, not included", "P-2310", "-12,345.67",
                "What we knew of on 1 November 2026").doesNotContain("INV-2000");
        assertThat(text).contains("disputed: 500.00", "promised, by 5 Nov", "in a plan, by 15 Nov", "assigned");
        assertThat(text).contains("We agree with the balance of EUR 95,456.17 on 31 October 2026.", "ledger@nordlicht.example",
                "Reference 2026-10-C-0017-EUR", "Our bank details do not change by e-mail.",
                "it changes no agreed term of payment.");
    }

    @Test
    void everySectionStandsWhereTheLookPutsIt() throws IOException {
        List<StatementSection> reversed = new java.util.ArrayList<>(List.of(StatementSection.values()));
        java.util.Collections.reverse(reversed);
        List<String> lines = text(PDF.render(SampleStatement.reissued("en").withPayment(PaymentSectionTest.PART)
                .withLook(new Look(0x333333, Optional.empty(), reversed, Look.PLAIN.movementColumns(),
                        Look.PLAIN.itemColumns())))).lines().map(String::strip).toList();
        List<Integer> places = java.util.stream.Stream.of("Notes", "Your answer", "Where to pay", "How the figures agree",
                "Received after the cut-off, not included", "Open amounts by days past the due date", "Open items",
                "Movements", "What changed since version 1").map(lines::indexOf).toList();
        assertThat(places).isSorted().doesNotContain(-1);
    }

    @Test
    void sectionsAndColumnsStandAsTheLookSays() throws IOException {
        Look few = new Look(0x333333, Optional.empty(), List.of(StatementSection.PROOF, StatementSection.ITEMS,
                StatementSection.MOVEMENTS, StatementSection.CHANGES, StatementSection.RECEIPTS, StatementSection.LATER,
                StatementSection.REPLY, StatementSection.NOTES),
                List.of(MovementColumn.DATE, MovementColumn.AMOUNT, MovementColumn.BALANCE),
                List.of(ItemColumn.DOCUMENT, ItemColumn.OPEN));
        String text = text(PDF.render(SampleStatement.letter("en").withLook(few)));
        assertThat(text).contains("Document Open EUR", "Date Amount EUR Balance EUR")
                .doesNotContain("Where to pay", "Open amounts by days");
        assertThat(text.indexOf("How the figures agree")).isLessThan(text.indexOf("Document Open EUR"));
        assertThat(text.indexOf("Document Open EUR")).isLessThan(text.indexOf("Date Amount EUR"));
    }

    @Test
    void whatTheLawAndSafetyWantSaidIsNeverCutAndGoesOverPages() throws IOException {
        String reservation = java.util.stream.IntStream.rangeClosed(1, 420).mapToObj(i -> "word" + i)
                .collect(java.util.stream.Collectors.joining(" ")) + " this is no waiver";
        String chinese = "本对账单不变更合同约定的付款期限及逾期责任。".repeat(70) + "保留全部权利";
        byte[] pdf = PDF.render(SampleStatement.letter("en").withLegalLines(List.of(reservation, chinese)));
        String text = text(keep("statement-legal", pdf)).replaceAll("\\s+", " ");
        assertThat(text).contains(SampleStatement.words("en").of(StatementWord.NOTE_SAFETY)).contains("this is no waiver")
                .contains("保留全部权利").doesNotContain("…");
        for (int i = 1; i <= 420; i++) {
            assertThat(text).contains("word" + i + " ");
        }
    }

    @Test
    void aDocumentsNumberIsNeverCutHoweverLongItIsAndTheDayOfIssueStandsThere() throws IOException {
        String number = "INVOICE-2026/10/HAMBURG-SPEICHERSTADT/0000000000000000123456";
        String text = text(PDF.render(SampleStatement.letter("en", number)));
        assertThat(text.replaceAll("\\s+", "")).as("below the day that stands beside its first line")
                .contains(number.substring("INVOICE-".length()));
        assertThat(text).contains("Issued 1 Nov 2026").doesNotContain("…");
    }

    @Test
    void longNamesOfBothPartiesStandThereInFullAndTheNumberOnEachPage() throws IOException {
        String name = "Internationale Industrie- und Anlagenservice Beteiligungsgesellschaft mbH & Co. KG";
        byte[] pdf = PDF.render(StatementLetter.of(SampleStatement.statement(60, "EUR"), SampleStatement.company(name),
                SampleStatement.customer(name), SampleStatement.words("pt")));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            String first = stripper.getText(document).replaceAll("\\s+", " ");
            assertThat(first.split(java.util.regex.Pattern.quote(name), -1)).as("seller and customer").hasSizeGreaterThan(2);
            for (int page = 2; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).containsPattern("2026-10 · C-0017").containsPattern("(…|KG) · C-0017");
            }
        }
    }

    @Test
    void anEmptyStatementSaysThatNothingMovedAndAReplacementSaysSo() throws IOException {
        String text = text(keep("statement-empty", render(SampleStatement.empty(), "ACME", "en")));
        assertThat(text).contains("Nothing moved in this period.").contains("No document is open.")
                .contains("29 Feb 2028").contains("Replaces version 1.").contains("JPY 0");
    }

    private static byte[] render(StatementOfAccount statement, String customer, String language) {
        return PDF.render(letter(statement, customer, language));
    }

    private static StatementLetter letter(StatementOfAccount statement, String customer, String language) {
        return StatementLetter.of(statement, SampleStatement.company(), SampleStatement.customer(customer),
                SampleStatement.words(language));
    }

    static byte[] keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/samples"));
        Files.write(folder.resolve(name + ".pdf"), pdf);
        return pdf;
    }

    /** In the order in which it is read aloud, wherever it stands. */
    private static String asDrawn(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int pageCount(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replace('\u00a0', ' ');
        }
    }
}
