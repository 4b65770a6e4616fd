package org.saldo.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.money.Money;

class ReplyReaderTest {

    private static final ReplyReader READER = new ReplyReader(TrueReply.WORDS);

    @ParameterizedTest
    @ValueSource(strings = {
        "Agreed.\n\nThis message may contain confidential information.\nWe do not accept INV-17, EUR 350.00.",
        "Agreed.\n\nThis e-mail is confidential.\nHowever, INV-17 is disputed.",
        "Agreed.\n\nBest regards\nAna Ruiz\nOur balance: 900.00 EUR",
        "Einverstanden.\n\nMit freundlichen Grüßen\nAna Ruiz\nUnser Saldo: 900,00 EUR",
        "De acuerdo.\n\nUn saludo\nAna Ruiz\nNuestro saldo: 900,00 EUR",
        "Agreed.\n\nRegards\nAna Ruiz\nless 350.00",
        "We confirm the balance.\n\n| INV-1 | 900.00 |\n| INV-17 | not ours |"
    })
    void whatStandsBelowASignatureOrADisclaimerCanUndoAYes(String text) {
        Reading reading = read(text);
        assertThat(reading.clear() && reading.intent() == Intent.CONFIRM).isFalse();
    }

    @Test
    void aPlainYesToTheBalanceIsAClearConfirmationWithItsWords() {
        Reading reading = read("Dear Ms Keller,\n\nwe agree with the balance.\n\nKind regards\nJane Doe\nTel. +44 20 1234");
        assertThat(reading.intent()).isEqualTo(Intent.CONFIRM);
        assertThat(reading.clear()).as("%s", reading.doubts()).isTrue();
        assertThat(reading.evidence()).isEqualTo("we agree with the balance");
        assertThat(reading.ownWords()).isEqualTo("we agree with the balance.");
    }

    @Test
    void aNotBesideAYesIsNoConfirmation() {
        Reading reading = read("We do not agree with the balance. Balance confirmed");
        assertThat(reading.clear()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"pt | é", "pt | É.", "pt | isso mesmo", "en | yup", "de | jep", "es | así es",
        "fr | tout à fait", "zh | 嗯嗯"})
    void aBareYesIsReadWhereItIsTheWholeAnswerAndConfirmsNothingByItself(String language, String text) {
        Reading reading = read(text, language);
        assertThat(reading.intent()).isEqualTo(Intent.CONFIRM);
        assertThat(reading.clear()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | nah", "de | nö", "es | qué va", "fr | nan", "pt | nada disso", "zh | 否"})
    void aNoIsReadWhereItIsTheWholeAnswer(String language, String text) {
        assertThat(read(text, language).intent()).isEqualTo(Intent.DISPUTE);
    }

    @Test
    void whatIsQuotedNeverCounts() {
        Reading reading = read("Hello,\n\n> we agree with the balance\n\nOn Mon, 2 Nov 2026 at 10:12, A <a@b.c> wrote:\n"
                + "we agree with the balance");
        assertThat(reading.intent()).isEqualTo(Intent.OTHER);
        assertThat(reading.ownWords()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"To be confirmed.", "Please agree.", "We will confirm the balance.", "Our figures are correct.",
        "We agree to check the balance.", "We agree to the closing of the account.", "Agreed, less the freight.",
        "Balance of September confirmed.", "Balance at 30 September 2026 confirmed.", "Balance 12,480.05 confirmed.",
        "The balance is correct in our books.", "The amount is correct as an amount due to us.",
        "No mistake on our side. Agreed.",
        "Agreed?", "Agreed, aren't we?", "I guess we agree.", "As agreed by telephone.", "Received and confirmed.",
        "Wir werden den Saldo bestätigen.", "Der Saldo ist zu bestätigen.", "Bei uns stimmt alles.", "Saldo stimmt zum Teil.",
        "Unser Saldo stimmt.", "Ob der Saldo stimmt, prüfen wir.", "Saldo a confirmar.", "Por confirmar.",
        "Nuestro saldo es correcto.",
        "De acuerdo con nuestros registros.", "Conforme si nos abonan.", "Solde à confirmer.", "Confirmez.",
        "Notre solde est exact.",
        "D'accord avec votre avoir.", "Confirma o saldo.", "O nosso saldo está certo.", "De acordo com os nossos registos.",
        "我司确认后", "待确认", "确认中", "一致吗", "是否一致", "同意对账。", "我司余额正确。", "同意付款", "未确认", "ok", "好的", "Ja.", "Sí.",
        "Confirmed 👎", "Agreed 😂", "Agreed.\nRegards\nTom\nDelivery was late",
        "We agree with EUR 1,200.00-", "-1,200.00 confirmed",
        "Agreed. This e-mail is confidential. We do not agree.", "Agreed.\n\nSent from my iPhone. But one is wrong.",
        "Agreed.\nOn Monday at 10:30 your driver wrote:\ngoods refused"})
    void whatOnlySoundsLikeAYesIsNoClearConfirmation(String text) {
        Reading reading = read(text);
        assertThat(reading.intent() == Intent.CONFIRM && reading.clear()).as("%s", reading).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void whatOurOwnLettersAskToBeWrittenIsUnderstood(String language) throws IOException {
        Properties words = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("config/templates", language, "statement.properties"))) {
            words.load(file);
        }
        String asked = words.getProperty("answer-agree");
        String wanted = asked.substring(Math.max(asked.lastIndexOf(':'), asked.lastIndexOf('：')) + 1).strip();
        String ticked = words.getProperty("reply-agreed").replace("{amount}", "EUR 1,200.00").replace("{day}", "2026-10-31");
        for (String yes : List.of(wanted, ticked)) {
            assertThat(read(yes).intent()).as(yes).isEqualTo(Intent.CONFIRM);
            assertThat(read(yes).doubts()).as(yes).isEmpty();
        }
        assertThat(read(words.getProperty("reply-different")).clear()
                && read(words.getProperty("reply-different")).intent() == Intent.CONFIRM).isFalse();
        assertThat(read(asked).clear() && read(asked).intent() == Intent.CONFIRM).as(asked).isFalse();
    }

    @Test
    void whatOneMustKnowIsMarkedWhateverElseIsSaid() {
        Reading reading = read("We agree with the balance. Our bank details have changed, see our lawyer's letter.");
        assertThat(reading.intent()).isEqualTo(Intent.BANK_CHANGE);
        assertThat(reading.others()).contains(Intent.CONFIRM);
        assertThat(reading.marks()).containsExactlyInAnyOrder(Mark.SUSPECTED_FRAUD, Mark.LAWYER);
    }

    private static Reading read(String text) {
        return read(text, "en");
    }

    private static Reading read(String text, String language) {
        return READER.read(new WrittenReply("Re: Statement", text, "", LocalDate.of(2026, 11, 4), language, false,
                new Asked(Optional.of(Money.of("EUR", "1200.00")), Optional.of(LocalDate.of(2026, 10, 31)), Set.of(), Set.of())));
    }
}
