package org.saldo.correspondence;

import static java.util.Map.entry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.money.Money;
import org.saldo.settings.RepliesFile;

/**
 * A reply of the truth set with what it means. How the files are written is told in src/test/truth/replies/README.txt.
 *
 * @param intents any of these is right
 * @param facts what else a clerk would read from it, by key
 */
record TrueReply(String file, int line, List<Intent> intents, boolean clear, Map<String, String> facts, WrittenReply reply) {

    /** The shipped words, read once for all tests. */
    static final ReplyWords WORDS = RepliesFile.read(Path.of("config/policies/replies.yaml"));
    static final Path FOLDER = Path.of("src/test/truth/replies");
    private static final Map<String, String> PARTS = Map.ofEntries(entry("", "1 before the words"),
            entry("later", "2 after the words"), entry("last", "3 after they were mended"),
            entry("wide", "4 before the words stood in sets"), entry("more", "5 after that"), entry("final", "6 last of all"),
            entry("plain", "7 plain ones after that"), entry("today", "8 before the grammar"),
            entry("aside", "9 before the grammar, put aside"), entry("next", "after the grammar"),
            entry("kept", "after the grammar, put aside"), entry("fresh", "plain ones after all, put aside"),
            entry("unseen", "plain ones after that, put aside"), entry("blind", "as customers write, before mending"));
    static final LocalDate SENT_ON = LocalDate.of(2026, 11, 4);

    static List<TrueReply> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.endsWith("README.txt")).sorted().flatMap(file -> read(file).stream()).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<TrueReply> read(Path file) {
        List<TrueReply> replies = new ArrayList<>();
        List<String> lines = lines(file);
        Map<String, String> head = new HashMap<>();
        int at = 0;
        while (!lines.get(at).startsWith("=== ")) {
            String[] parts = lines.get(at++).split(": ", 2);
            head.put(parts[0], parts[1]);
        }
        while (at < lines.size()) {
            int from = at++;
            while (at < lines.size() && !lines.get(at).startsWith("=== ")) {
                at++;
            }
            String text = String.join("\n", lines.subList(from + 1, at));
            replies.add(of(file.getFileName().toString(), from + 1, lines.get(from).substring(4), text, head));
        }
        return replies;
    }

    private static TrueReply of(String file, int line, String told, String text, Map<String, String> head) {
        int subjectAt = told.indexOf(" subject=");
        String subject = subjectAt < 0 ? "Re: " : told.substring(subjectAt + 9);
        String[] words = (subjectAt < 0 ? told : told.substring(0, subjectAt)).split(" ");
        Map<String, String> facts = new HashMap<>();
        String key = "";
        for (String word : List.of(words).subList(2, words.length)) {
            int equals = word.indexOf('=');
            key = equals < 0 ? key : word.substring(0, equals);
            facts.merge(key, word.substring(equals + 1), (first, next) -> first + " " + next);
        }
        String[] balance = head.get("balance").split(" ");
        Asked asked = new Asked(Optional.of(Money.of(balance[0], balance[1])), Optional.of(LocalDate.parse(head.get("as-of"))),
                list(head.get("documents")), list(head.get("names")));
        String read = "yes".equals(facts.get("html")) ? fromHtml(text) : text;
        WrittenReply reply = new WrittenReply(subject, read, facts.getOrDefault("sender", ""), SENT_ON,
                file.substring(0, 2), "yes".equals(facts.get("attachment")), asked);
        List<Intent> intents = Stream.of(words[0].split("\\|")).map(Intent::valueOf).toList();
        return new TrueReply(file, line, intents, words[1].equals("clear"), facts, reply);
    }

    private static String fromHtml(String html) {
        String mail = "From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;
        return new MailReader(MailLimits.USUAL, "", 0).read(mail.getBytes(StandardCharsets.UTF_8)).text();
    }

    private static Set<String> list(String text) {
        return Stream.of(text.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String language() {
        return file.substring(0, file.indexOf('.')).replaceAll("-.*$", "");
    }

    /** When it was written: before the words, after them, or after they were mended. */
    String part() {
        return PARTS
                .get(file.replaceAll("^[a-z]*-?|[.].*", ""));
    }

    /** Whether no word was mended by it: what such replies score is what an unseen reply may expect. */
    boolean isPutAside() {
        return file.contains("-aside") || file.contains("-kept") || isFresh();
    }

    /** Whether it is of the last two sets, whose replies are all plain. */
    private boolean isFresh() {
        return file.contains("-fresh") || file.contains("-unseen");
    }

    String wording() {
        return facts.getOrDefault("wording", "not told");
    }

    boolean isPlain() {
        return isFresh() || wording().equals("plain");
    }

    boolean isConfirmation() {
        return clear && intents.contains(Intent.CONFIRM);
    }

    /** A clear yes where a clerk sees none. */
    boolean isFalselyConfirmed(Reading reading) {
        return reading.intent() == Intent.CONFIRM && reading.clear() && !isConfirmation();
    }

    /** Whether intent, clearness and all facts are read as the clerk reads them. */
    boolean isUnderstood(Reading reading) {
        return intents.contains(reading.intent()) && reading.clear() && missing(reading).isEmpty();
    }

    /** The facts that were not read, or differently. */
    List<String> missing(Reading reading) {
        List<String> missing = new ArrayList<>();
        check("amounts", reading.amounts().stream().map(amount -> amount.amount().setScale(2).toPlainString()).toList(), missing);
        check("days", reading.days().stream().map(LocalDate::toString).toList(), missing);
        check("docs", reading.documents(), missing);
        check("refs", reading.references(), missing);
        check("until", reading.until().stream().map(LocalDate::toString).toList(), missing);
        check("marks", reading.marks().stream().map(Mark::name).toList(), missing);
        check("others", reading.others().stream().map(Intent::name).toList(), missing);
        return missing;
    }

    private void check(String key, List<String> read, List<String> missing) {
        if (facts.containsKey(key) && !read.containsAll(List.of(facts.get(key).split(",")))) {
            missing.add(key + " " + facts.get(key) + " read as " + read);
        }
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + intents + (clear ? " clear" : " unclear") + " '"
                + reply.text().strip().replaceAll("\\s+", " ") + "'";
    }
}
