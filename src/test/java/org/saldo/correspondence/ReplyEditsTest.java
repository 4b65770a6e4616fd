package org.saldo.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Whatever is added to a reply that does not clearly confirm, or against one that does: it never clearly confirms. */
class ReplyEditsTest {

    private static final long SEED = 20261104;
    private static final int ROUNDS = 400;
    private static final ReplyReader READER = new ReplyReader(TrueReply.WORDS);
    private static final OwnWords OWN_WORDS = new OwnWords(TrueReply.WORDS);
    private static final List<TrueReply> REPLIES = TrueReply.all();
    private static final List<TrueReply> YES = REPLIES.stream()
            .filter(truth -> truth.isConfirmation() && READER.read(truth.reply()).clear()).toList();

    private static final List<String> REFUSALS = List.of("We do not agree.", "This is not correct.", "Invoice 77001 is missing.",
            "Please explain.", "Is that so?", "Only in part.", "But not the last invoice.", "We owe EUR 5.00 only.",
            "Das stimmt so nicht.", "Aber nicht ganz.", "Leider fehlt eine Gutschrift.", "Wir sind nicht einverstanden.",
            "No estamos conformes.", "Salvo la última factura.", "No es correcto.", "Falta un abono.",
            "Nous ne sommes pas d'accord.", "Sauf la dernière facture.", "Ce n'est pas exact.", "Il manque un avoir.",
            "Não concordamos.", "Exceto a última fatura.", "Não está certo.", "Falta um crédito.",
            "我们不同意。", "但金额不对。", "与我司账面不符。", "除最后一张发票外。", "Our auditor sees it another way.");
    private static final List<String> NOTS = List.of("not", "no,", "never", "nicht", "kein", "nein,", "no", "nunca", "pas",
            "non,", "jamais", "não", "nem", "不", "没有", "并非");
    private static final List<String> QUOTED = List.of("Agreed.", "We confirm the balance.", "Der Saldo stimmt.", "Conforme.",
            "Bon pour accord.", "De acordo.", "确认无误。");

    @Test
    void aRefusalAnywhereTakesTheClearYesAway() {
        assertThat(wrong(YES, (own, random) -> {
            String refusal = any(REFUSALS, random);
            return any(List.of(own + "\n" + refusal, refusal + "\n" + own, own + "\n\n" + refusal, own + " " + refusal,
                    own + "\n\nRegards\nTom\n\nPS: " + refusal, own + "\n\nThanks\n" + refusal), random);
        })).isEmpty();
    }

    @Test
    void aNotBeforeAnyWordTakesTheClearYesAway() {
        assertThat(wrong(YES, (own, random) -> {
            List<Token> words = Tokens.of(own).stream().filter(Token::speaks).toList();
            int at = random.nextBoolean() ? 0 : any(words, random).start();
            return own.substring(0, at) + any(NOTS, random) + " " + own.substring(at);
        })).isEmpty();
    }

    @Test
    void aQuotedYesConfirmsNothing() {
        List<TrueReply> others = REPLIES.stream().filter(truth -> !truth.isConfirmation()).toList();
        assertThat(wrong(others, (text, random) -> {
            String yes = any(QUOTED, random);
            return any(List.of("> " + yes + "\n\n" + text, text + "\n\n> " + yes, text
                    + "\n\nOn Mon, 2 Nov 2026 at 10:12, Ann <a@b.example> wrote:\n" + yes, text
                    + "\n\n-----Original Message-----\nFrom: Ann\nSent: Monday 10:12\nTo: Tom\nSubject: x\n\n" + yes), random);
        })).isEmpty();
    }

    @Test
    void aYesBesideARefusalConfirmsNothing() {
        List<TrueReply> refusals = REPLIES.stream().filter(truth -> truth.clear()
                && (truth.intents().contains(Intent.DISPUTE) || truth.intents().contains(Intent.PARTLY))).toList();
        assertThat(wrong(refusals, (own, random) -> {
            String yes = OWN_WORDS.of(any(YES, random).reply().text());
            return random.nextBoolean() ? own + " " + yes : yes + " " + own;
        })).isEmpty();
    }

    /** The edited texts that are falsely read as a clear yes. */
    private static List<String> wrong(List<TrueReply> replies, BiFunction<String, Random, String> edit) {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            WrittenReply old = any(replies, random).reply();
            String text = edit.apply(OWN_WORDS.of(old.text()), random);
            Reading reading = READER.read(new WrittenReply(old.subject(), text, old.sender(), old.sentOn(), old.language(),
                    old.hasAttachment(), old.asked()));
            if (reading.intent() == Intent.CONFIRM && reading.clear()) {
                wrong.add(text.replace('\n', '/'));
            }
        }
        return wrong;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
