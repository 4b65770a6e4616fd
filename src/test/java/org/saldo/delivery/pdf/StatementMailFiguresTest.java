package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.StatementFile;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementMail;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.answer.ReplyToken;

/** A statement's mail says the same in its text, in its HTML and on the page that it brings, in every language. */
class StatementMailFiguresTest {

    private static final StatementPdf PDF = new StatementPdf();
    private static final String ADDRESS = "billing@acme.example";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void textHtmlAndPageSayTheSame(String language) throws IOException {
        StatementLetter first = SampleStatement.reissued(language);
        StatementLetter letter = StatementLetter.of(first.statement(), first.company(), customer(), first.words())
                .withChanges(first.changes().orElseThrow());
        byte[] pdf = PDF.render(letter);
        OutgoingMail mail = mail(letter, pdf);
        String html = plain(mail.html());
        List<String> figures = figures(letter.words(), mail.text());
        assertThat(figures(letter.words(), html)).as("HTML has the same figures in the same order").isEqualTo(figures);
        String page = oneSpaced(text(pdf));
        assertThat(figures).hasSizeGreaterThan(20).allSatisfy(figure -> assertThat(page).contains(oneSpaced(figure)));
        assertThat(amounts(letter.statement()).map(letter.words()::amount).toList())
                .allSatisfy(amount -> assertThat(figures).contains(amount));
        for (StatementItem item : letter.statement().items()) {
            assertThat(mail.text()).contains(item.label(), letter.words().day(item.dueDate()));
            assertThat(html).contains(item.label(), letter.words().day(item.dueDate()));
            assertThat(page).contains(item.label());
        }
        String changed = letter.words().of(StatementWord.CHANGES, "version", "1");
        assertThat(List.of(mail.text(), html, page)).allSatisfy(each -> assertThat(each).contains(changed));
    }

    @Test
    void theMailWarnsAndTellsWhatIsContestedUnappliedAndWhereToPayAsThePageDoes() throws IOException {
        StatementLetter full = SampleLetter.FULL.letter();
        StatementLetter letter = StatementLetter.of(full.statement(), full.company(), customer(), full.words())
                .withNotes(full.notes()).withPayment(full.payment().orElseThrow()).withLegalLines(full.legalLines());
        byte[] pdf = PDF.render(letter);
        OutgoingMail mail = mail(letter, pdf);
        String page = oneSpaced(text(pdf));
        StatementWording words = letter.words();
        List<String> said = new ArrayList<>(List.of(words.of(StatementWord.NOTE_SAFETY), letter.legalLines().get(0),
                "DE89 3704 0044 0532 0130 00", "RF18 5390 0754 7034", "COBADEFFXXX", words.of(StatementWord.PAY_TITLE),
                "P-2304", words.of(StatementWord.RECEIPTS), words.of(StatementWord.PROOF)));
        letter.notes().forEach(note -> said.add(words.of(StatementWord.valueOf("MARK_" + note.mark().name()))));
        said.addAll(List.of(words.amount(Money.of("EUR", "500.00")), "5 Nov 2026", "15 Nov 2026"));
        assertThat(List.of(oneSpaced(mail.text()), oneSpaced(plain(mail.html())), page))
                .allSatisfy(each -> assertThat(each).contains(said));
        assertThat(figures(words, plain(mail.html()))).isEqualTo(figures(words, mail.text()))
                .allSatisfy(figure -> assertThat(page).contains(oneSpaced(figure)));
    }

    private static Stream<Money> amounts(StatementOfAccount statement) {
        return Stream.concat(Stream.of(statement.opening(), statement.closing(), statement.aging().overdue(),
                        statement.aging().notDue(), statement.aging().credits().negated()),
                statement.items().stream().map(StatementItem::balance));
    }

    /** All amounts as this language writes them, in their order. */
    private static List<String> figures(StatementWording words, String text) {
        String group = Pattern.quote(words.of(StatementWord.FORMAT_GROUPING));
        Matcher matcher = Pattern.compile("(?<!\\d)-?\\d{1,3}(?:" + group + "\\d{3})*"
                + Pattern.quote(words.of(StatementWord.FORMAT_DECIMAL)) + "\\d{2}(?!\\d)").matcher(text);
        List<String> figures = new ArrayList<>();
        while (matcher.find()) {
            figures.add(matcher.group());
        }
        return figures;
    }

    private static OutgoingMail mail(StatementLetter letter, byte[] pdf) {
        ReplyToken token = new ReplyKey("the secret of this test")
                .token(letter.statement().key(), "5".repeat(64));
        return StatementMail.of(letter, token, List.of(ADDRESS), "receivables@nordlicht.example",
                List.of(StatementFile.made(letter.statement().key(), "statement.pdf", "application/pdf", pdf)));
    }

    private static String plain(String html) {
        return html.replaceAll("style=\"[^\"]*\"", "").replaceAll("<[^>]+>", " ").replace("&nbsp;", " ").replace("&amp;", "&")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String oneSpaced(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ");
    }

    private static Customer customer() {
        return new Customer(new CustomerId("main", "C-0017"), "ACME", "DE", "de", "EUR", ADDRESS, "", "", "", "",
                "DE 987 654 321", "", "", "", "", "", Optional.empty(), "", "", "", false, false);
    }
}
