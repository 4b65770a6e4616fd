package org.saldo.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {

    private static final OwnWords OWN_WORDS = new OwnWords(TrueReply.WORDS);

    @ParameterizedTest
    @ValueSource(strings = {
        "On Mon, Nov 2, 2026 at 8:02 AM Ann <a@b.example> wrote:",
        "On Mon, Nov 2, 2026 at 8:02 AM Ann from the accounts department\n<a@b.example> wrote:",
        "Am Mo., 2. Nov. 2026 um 08:02 Uhr schrieb Ann <a@b.example>:",
        "El lun, 2 nov 2026 a las 8:02, Ann (<a@b.example>) escribió:",
        "Le lun. 2 nov. 2026 à 08:02, Ann <a@b.example> a écrit :",
        "Em seg., 2 de nov. de 2026 às 08:02, Ann <a@b.example> escreveu:",
        "在 2026年11月2日，上午8:02，Ann <a@b.example> 写道：",
        "-----Original Message-----\nFrom: Ann",
        "-----Ursprüngliche Nachricht-----\nVon: Ann",
        "-----Mensaje original-----\nDe: Ann",
        "-----Message d'origine-----\nDe : Ann",
        "-----Mensagem original-----\nDe: Ann",
        "------------------ 原始邮件 ------------------\n发件人: Ann",
        "---------- Forwarded message ---------\nFrom: Ann",
        "Begin forwarded message:\n\nFrom: Ann",
        "From: Ann\nSent: Monday, November 2, 2026 8:02\nTo: Tom\nSubject: Statement",
        "*Von:* Ann\n*Gesendet:* Montag, 2. November 2026 08:02\n*An:* Tom\n*Betreff:* Kontoauszug",
        "发件人: Ann\n发送时间: 2026年11月2日 8:02\n收件人: Tom\n主题: 对账单",
        "________________________________\nDe: Ann\nEnviado: lunes 8:02\nPara: Tom\nAsunto: Extracto"
    })
    void whatStandsBelowAnOldMailsHeadIsNotHisOwn(String head) {
        assertThat(OWN_WORDS.of("We see it another way.\n\n" + head + "\n\nWe agree with the balance.\nAnn"))
                .isEqualTo("We see it another way.");
    }

    @Test
    void answersBetweenAndBelowQuotedLinesAreHisOwn() {
        assertThat(OWN_WORDS.of("On Mon, 2 Nov 2026 at 10:12, Ann <a@b.example> wrote:\n> Is the balance right?\nNo.\n> "
                + "> Really?\n>\n> Is the address right?\nYes.")).isEqualTo("No.\nYes.");
    }

    @Test
    void greetingSignatureAndDisclaimerAreNotTheMatter() {
        assertThat(OWN_WORDS.of("""
                Dear Ms Keller,

                the balance is fine.

                Kind regards
                Tom Hardy
                Head of Accounts | Tel. +44 20 7946 0123
                --
                Harbour Foods Ltd, Bristol

                This e-mail is confidential. If you are not the intended recipient you do not agree to
                anything by reading it.
                """)).isEqualTo("the balance is fine.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"But invoice 77001 is missing.", "PS: the freight is not included", "Invoice 77001 went back",
        "We wait for your credit of October first.", "除运费外", "Is that so?", "less 350.00", "Our balance: 900.00 EUR",
        "Unser Saldo: 900,00", "nuestro saldo 1.250 EUR", "- 350 €"})
    void whatSpeaksOfTheMatterBelowASignatureIsKept(String line) {
        assertThat(OWN_WORDS.of("Agreed.\n\nThanks\nTom\n" + line)).contains("Agreed.").contains(line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"We do not accept INV-17, EUR 350.00.", "However, INV-17 is disputed.", "INV-17 is wrong.",
        "We do not accept the second one.", "Wir erkennen die Rechnung 17 nicht an.", "No estamos de acuerdo."})
    void whatSpeaksOfTheMatterBelowADisclaimerIsKept(String line) {
        assertThat(OWN_WORDS.of("Agreed.\n\nThis message may contain confidential information.\n" + line)).contains(line);
        assertThat(OWN_WORDS.of("Agreed.\n\nThis e-mail is confidential. " + line)).contains(line);
    }

    @Test
    void aTableIsQuotedOnlyAmongWhatIsQuoted() {
        assertThat(OWN_WORDS.of("We confirm the balance.\n\n| INV-1 | 900.00 |\n| INV-17 | not ours |"))
                .contains("| INV-17 | not ours |");
        assertThat(OWN_WORDS.of("On Mon, 2 Nov 2026 at 10:12, Ann <a@b.example> wrote:\n\n| Is it right?\n| Please tell.\n\nNo."))
                .isEqualTo("No.");
        assertThat(OWN_WORDS.of("> Is it right?\n| Please tell.\nNo.\n\n| INV-17 | not ours |"))
                .isEqualTo("No.\n\n| INV-17 | not ours |");
    }

    @Test
    void ownWordsOfOwnWordsAreTheSame() {
        for (TrueReply reply : TrueReply.all()) {
            String once = OWN_WORDS.of(reply.reply().text());
            assertThat(OWN_WORDS.of(once)).as("%s", reply).hasSizeLessThanOrEqualTo(once.length());
        }
    }

    @Test
    void hugeAndHostileTextsTakeNoLongerThanTheirLength() {
        ReplyReader reader = new ReplyReader(TrueReply.WORDS);
        List<String> texts = List.of("a ".repeat(5_000_000), ">".repeat(2_000_000), "> ".repeat(1000) + "\nno\n",
                "From: a\n".repeat(400_000), "On 10:12 wrote ".repeat(400_000), "1.".repeat(1_000_000), "、".repeat(1_000_000),
                "not ".repeat(200_000) + "agreed", "ne n' ".repeat(300_000), "-".repeat(1_000_000), "不".repeat(1_000_000),
                "Thanks\n".repeat(400_000), "𐒠𐒡 ".repeat(1000), "½①² EUR \ud800",
                "a@b 10:12\n".repeat(300_000), "\u0301".repeat(1_000_000), "werden ".repeat(300_000));
        Asked asked = TrueReply.all().get(0).reply().asked();
        for (String text : texts) {
            String subject = "Re: " + text.substring(0, Math.min(text.length(), 1000));
            WrittenReply reply = new WrittenReply(subject, text, "", TrueReply.SENT_ON, "en", false, asked);
            Reading reading = Assertions.assertTimeout(Duration.ofSeconds(10), () -> reader.read(reply));
            assertThat(reading.clear() && reading.intent() == Intent.CONFIRM).as(text.substring(0, 9)).isFalse();
        }
    }
}
