package org.saldo.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.AnswerRules;
import org.saldo.statement.answer.ChasePolicy;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Meaning;
import org.saldo.statement.answer.Ruling;
import org.saldo.statement.answer.TaskReason;

/** Reads all replies of the truth set and keeps the score in target/reply-scores.md. */
class ReplyTruthTest {

    private static final int CLEAR_ONES_UNDERSTOOD_PERCENT_MIN = 97;
    private static final int OF_AN_INTENT_PERCENT_MIN = 90;
    private static final int PUT_ASIDE_PERCENT_MIN = 85;
    private static final int PUT_ASIDE_PLAIN_PERCENT_MIN = 94;
    private static final int PUT_ASIDE_OF_AN_INTENT_PERCENT_MIN = 80;

    private static final AnswerPolicy ANY = new AnswerPolicy(Map.of(Grade.EMAIL, AnswerPolicy.Limit.ANY), List.of(),
            ChasePolicy.OFF, false, false, AnswerPolicy.Lists.OFF);

    private static final Map<TrueReply, Reading> READINGS = new LinkedHashMap<>();

    @BeforeAll
    static void readAll() throws IOException {
        ReplyReader reader = new ReplyReader(TrueReply.WORDS);
        TrueReply.all().forEach(truth -> READINGS.put(truth, reader.read(truth.reply())));
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/reply-scores.md"), report());
    }

    @Test
    void theTruthSetHasEnoughRepliesInEachLanguage() {
        Map<String, Long> counts = READINGS.keySet().stream()
                .collect(Collectors.groupingBy(TrueReply::language, TreeMap::new, Collectors.counting()));
        assertThat(counts).containsKeys("de", "en", "es", "fr", "pt", "zh");
        assertThat(READINGS.size()).isGreaterThan(1300);
    }

    @Test
    void theSetsThatWereFrozenAreAsTheyWereWritten() throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (String part : List.of("fresh", "unseen")) {
            for (String language : List.of("de", "en", "es", "fr", "pt", "zh")) {
                digest.update(Files.readAllBytes(TrueReply.FOLDER.resolve(language + "-" + part + ".txt")));
            }
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).as("a frozen reply was changed; put it into a set of its own")
                .isEqualTo("f389151b61ee6248fce21dc8288d43c17033b865d35b127acb0d4bfb4603fc3f");
    }

    @Test
    void noReplyIsFalselyTakenForAConfirmation() {
        assertThat(READINGS.keySet().stream().filter(truth -> truth.isFalselyConfirmed(READINGS.get(truth)))).isEmpty();
    }

    @Test
    void aClearYesOfAForgedSenderOrWithAWrongTokenIsForAPerson() {
        Map<String, List<TrueReply>> doubtful = READINGS.keySet().stream().filter(truth -> truth.facts().containsKey("origin"))
                .collect(Collectors.groupingBy(truth -> truth.facts().get("origin")));
        assertThat(doubtful).containsOnlyKeys("forged", "wrong-token");
        doubtful.forEach((origin, replies) -> assertThat(replies).allSatisfy(truth -> {
            Reading reading = READINGS.get(truth);
            boolean forged = origin.equals("forged");
            Ruling ruling = AnswerRules.rule(ANY, new Heard(Heard.Nature.PERSON, Heard.Sender.ON_FILE,
                    forged ? Heard.Proof.FAILED : Heard.Proof.PASSED, forged ? Heard.Binding.TOKEN : Heard.Binding.WRONG_TOKEN,
                    Meaning.AGREED, reading.clear(), false, 0, truth.reply().asked().balance(), true, true, Optional.empty()));
            assertThat(reading.intent()).isEqualTo(Intent.CONFIRM);
            assertThat(ruling.reason()).hasValue(forged ? TaskReason.FORGED : TaskReason.WRONG_TOKEN);
        }));
    }

    @Test
    void theClearOnesAreUnderstoodInEveryLanguage() {
        Map<String, List<TrueReply>> mended = clearOnes(truth -> !truth.isPutAside() && !truth.part().startsWith("after"))
                .collect(Collectors.groupingBy(TrueReply::language));
        mended.forEach((language, replies) -> assertThat(percent(replies))
                .as("%s, see target/reply-scores.md", language).isGreaterThanOrEqualTo(CLEAR_ONES_UNDERSTOOD_PERCENT_MIN));
    }

    @Test
    void theClearOnesOfEveryIntentAreUnderstood() {
        byKey(truth -> truth.intents().get(0).name()).forEach((intent, replies) -> assertThat(percent(replies))
                .as("%s, see target/reply-scores.md", intent).isGreaterThanOrEqualTo(OF_AN_INTENT_PERCENT_MIN));
    }

    @Test
    void whatWasPutAsideIsUnderstoodToo() {
        assertThat(percent(clearOnes(TrueReply::isPutAside).toList())).as("all that was put aside")
                .isGreaterThanOrEqualTo(PUT_ASIDE_PERCENT_MIN);
        List<TrueReply> plain = clearOnes(TrueReply::isPutAside).filter(TrueReply::isPlain).toList();
        assertThat(plain).hasSizeGreaterThan(250);
        assertThat(percent(plain)).as("the plain ones of it").isGreaterThanOrEqualTo(PUT_ASIDE_PLAIN_PERCENT_MIN);
        clearOnes(TrueReply::isPutAside).collect(Collectors.groupingBy(truth -> truth.intents().get(0)))
                .forEach((intent, replies) -> assertThat(percent(replies)).as("%s of what was put aside", intent)
                        .isGreaterThanOrEqualTo(PUT_ASIDE_OF_AN_INTENT_PERCENT_MIN));
    }

    @Test
    void whatIsReadNamesItsWordsAndWhatIsNotClearSaysWhy() {
        READINGS.forEach((truth, reading) -> {
            assertThat(reading.evidence().isEmpty()).as("evidence of %s", truth).isEqualTo(reading.intent() == Intent.OTHER);
            assertThat(reading.clear()).as("doubts of %s", truth).isEqualTo(reading.doubts().isEmpty());
        });
    }

    private static Map<String, List<TrueReply>> byKey(Function<TrueReply, String> key) {
        return clearOnes(truth -> true).collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    private static Stream<TrueReply> clearOnes(Predicate<TrueReply> which) {
        return READINGS.keySet().stream().filter(TrueReply::clear).filter(which);
    }

    private static int percent(List<TrueReply> replies) {
        return (int) (100 * replies.stream().filter(truth -> truth.isUnderstood(READINGS.get(truth))).count() / replies.size());
    }

    private static String report() {
        StringBuilder report = new StringBuilder("# How replies are read\n\n");
        long falsely = READINGS.keySet().stream().filter(truth -> truth.isFalselyConfirmed(READINGS.get(truth))).count();
        report.append(READINGS.size()).append(" replies, ").append(falsely).append(" falsely confirmed.\n");
        table(report, "written", byKey(TrueReply::part));
        table(report, "language", byKey(TrueReply::language));
        table(report, "wording, put aside", clearOnes(TrueReply::isPutAside)
                .collect(Collectors.groupingBy(TrueReply::wording, TreeMap::new, Collectors.toList())));
        table(report, "wording, before and after the grammar", clearOnes(truth -> truth.file().contains("-next"))
                .collect(Collectors.groupingBy(TrueReply::wording, TreeMap::new, Collectors.toList())));
        table(report, "intent, put aside", clearOnes(TrueReply::isPutAside)
                .collect(Collectors.groupingBy(truth -> truth.intents().get(0).name(), TreeMap::new, Collectors.toList())));
        table(report, "intent", byKey(truth -> truth.intents().get(0).name()));
        report.append("\n## Not as a clerk reads them\n\n");
        READINGS.forEach((truth, reading) -> {
            boolean wrong = truth.clear() ? !truth.isUnderstood(reading) : !truth.intents().contains(reading.intent());
            if (!truth.isPutAside() && wrong || truth.isFalselyConfirmed(reading)) {
                report.append("- ").append(truth.isFalselyConfirmed(reading) ? "FALSELY CONFIRMED " : "").append(truth)
                        .append("\n  read ").append(reading.intent()).append(reading.clear() ? " clear" : " unclear").append(' ')
                        .append(reading.others()).append(" '").append(reading.evidence()).append("' ").append(reading.doubts())
                        .append(' ').append(truth.missing(reading)).append('\n');
            }
        });
        return report.toString();
    }

    private static void table(StringBuilder report, String head, Map<String, List<TrueReply>> groups) {
        report.append("\n| ").append(head).append(" | clear | understood | % |\n|---|---|---|---|\n");
        List<TrueReply> all = new ArrayList<>();
        groups.forEach((key, replies) -> {
            row(report, key, replies);
            all.addAll(replies);
        });
        row(report, "all", all);
    }

    private static void row(StringBuilder report, String key, List<TrueReply> replies) {
        long understood = replies.stream().filter(truth -> truth.isUnderstood(READINGS.get(truth))).count();
        report.append("| ").append(key).append(" | ").append(replies.size()).append(" | ").append(understood).append(" | ")
                .append(percent(replies)).append(" |\n");
    }
}
