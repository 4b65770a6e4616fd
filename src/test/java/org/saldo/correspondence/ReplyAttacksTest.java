package org.saldo.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;

/** Replies that hold the words of a yes and are none, one a line of attacks.txt: none may be a clear confirmation. */
class ReplyAttacksTest {

    private static final ReplyReader READER = new ReplyReader(TrueReply.WORDS);
    private static final List<String> WRAPPED = List.of("%s", "Dear Ms Keller,\n\n%s\n\nKind regards\nJane Whitfield",
            "Hello,\n%s\n\nOn Mon, 2 Nov 2026 at 10:12, Ann <a@b.example> wrote:\n> We agree with the balance.",
            "> Do you agree with the balance?\n> [x] agreed\n%s",
            "%s\n\n-----Original Message-----\nFrom: Ann\nSent: Monday 10:12\nTo: Tom\nSubject: x\n\nBalance agreed.");

    @Test
    void whatHoldsTheWordsOfAYesAndIsNoneNeverConfirms() throws IOException {
        List<String> attacks = Files.readAllLines(Path.of("src/test/truth/attacks.txt"));
        assertThat(attacks).hasSizeGreaterThan(200);
        assertThat(attacks.stream().flatMap(attack -> WRAPPED.stream().map(mail -> mail.replace("%s", attack)))
                .filter(ReplyAttacksTest::confirms)).isEmpty();
    }

    @Test
    void anAutomaticReplyThatQuotesAYesNeverConfirms() {
        for (String subject : List.of("Automatic reply: balance agreed", "Abwesend: Saldo bestätigt",
                "Respuesta automática: conforme", "Réponse automatique : solde conforme",
                "Resposta automática: saldo correto", "自动回复：余额无误")) {
            assertThat(Stream.of("I am away until 9 November.\n\n> We agree with the balance.",
                    "We agree with the balance.", "Thank you for your mail \"balance agreed\", which will be read on Monday.")
                    .map(text -> read(subject, text)).filter(reading -> reading.intent() == Intent.CONFIRM && reading.clear()))
                    .as(subject).isEmpty();
        }
    }

    private static boolean confirms(String text) {
        Reading reading = read("Re: Statement", text);
        return reading.intent() == Intent.CONFIRM && reading.clear();
    }

    private static Reading read(String subject, String text) {
        return READER.read(new WrittenReply(subject, text, "", LocalDate.of(2026, 11, 4), "en", false,
                new Asked(Optional.of(Money.of("EUR", "12480.50")), Optional.of(LocalDate.of(2026, 10, 31)),
                        Set.of("RE-10231", "RE-10245"), Set.of("Harbour Foods Ltd", "Jane Whitfield", "Nordwind", "Keller"))));
    }
}
