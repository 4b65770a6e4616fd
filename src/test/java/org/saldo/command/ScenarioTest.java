package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.delivery.worklist.FilledWorklist;

/**
 * Each folder of {@code src/test/scenarios} is a story. {@code story.txt} holds what a person types: {@code $ saldo ...};
 * {@code $ received} shows the mails that arrived, {@code $ read WORD} the text of those with a word in their subject;
 * {@code $ decide PAYMENT CHOICE [DOCUMENTS [CUSTOMER [REASON]]]} fills a row of the newest worklist in, and
 * {@code $ drop FILE KIND} puts a file (worklist.xlsx: that worklist) into the inbox; {@code $ cure WRONG RIGHT} is a hand
 * that corrects the refused rows;
 * {@code $ set NAME VALUE} sets the environment. {@code transcript.txt} is the same with the answers. A folder
 * {@code config} goes over the shipped one. A new story needs no Java: {@code mvn test -Dtest=ScenarioTest
 * -DupdateScenarios=true} writes the transcripts anew, to be read before they are kept.
 */
class ScenarioTest {

    private static final Path STORIES = Path.of("src/test/scenarios");
    private static final Instant NOW = Instant.parse("2026-11-05T08:00:00Z");
    private static final String PERSON = System.getProperty("user.name");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    @TempDir
    private Path home;

    @TestFactory
    Stream<DynamicTest> stories() throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(STORIES)) {
            folders = all.filter(folder -> Files.exists(folder.resolve("story.txt"))).sorted().toList();
        }
        assertThat(folders).hasSizeGreaterThanOrEqualTo(12);
        return folders.stream().map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> tell(folder)));
    }

    private void tell(Path story) throws IOException {
        Path place = home.resolve(story.getFileName().toString());
        Shell shell = new Shell(place, NOW);
        copy(story.resolve("config"), place.resolve("config"));
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        shell.with("MAIL_HOST", "127.0.0.1").with("MAIL_SECURITY", "none")
                .with("MAIL_PORT", Integer.toString(server.getSmtp().getPort()));
        StringBuilder transcript = new StringBuilder();
        try {
            for (String line : Files.readAllLines(story.resolve("story.txt"))) {
                transcript.append(line).append('\n');
                if (line.startsWith("$ ")) {
                    transcript.append(answer(shell, words(line.substring(2)), story, server));
                }
            }
        } finally {
            server.stop();
        }
        Path expected = story.resolve("transcript.txt");
        if (Boolean.getBoolean("updateScenarios")) {
            Files.writeString(expected, transcript);
        }
        assertThat(transcript.toString()).isEqualTo(Files.readString(expected));
    }

    private static String answer(Shell shell, List<String> words, Path story, GreenMail server) throws IOException {
        return switch (words.get(0)) {
            case "saldo" -> saldo(shell, words.subList(1, words.size()), story);
            case "received" -> steady(received(server));
            case "cure" -> cure(shell.folder().resolve("data/rejected"), words.get(1), words.get(2));
            case "drop" -> drop(story, shell.folder(), words.get(1), words.get(2));
            case "decide" -> {
                FilledWorklist.decide(shell.folder(), words.get(1), words.subList(2, words.size()));
                yield "";
            }
            case "read" -> steady(text(server, words.get(1)).replace(shell.folder().toString(), "<home>"));
            case "set" -> {
                shell.with(words.get(1), words.get(2));
                yield "";
            }
            default -> throw new IllegalArgumentException("a story knows saldo, received, read, cure, drop, decide and set,"
                    + " not " + words.get(0));
        };
    }

    private static String saldo(Shell shell, List<String> words, Path story) {
        Shell.Said said = shell.type(words.stream().map(word ->
                Files.isRegularFile(story.resolve(word)) ? story.resolve(word).toString() : word)
                .toArray(String[]::new));
        String text = said.out() + (said.exit() == 0 ? "" : said.err() + "[exit " + said.exit() + "]\n");
        return steady(text.replace(shell.folder().toString(), "<home>").replace(story + "/", ""));
    }

    /** Without the promises that hold, and what differs by its nature: instants, the chain's links, who runs the test. */
    private static String steady(String text) {
        return text.replaceAll("(?m)^I\\d+ +holds .*\\n", "").replaceAll("(?m)^\\d+ promises over", "all promises over")
                .replaceAll("2026-11-05T08:00:0\\d(\\.\\d+)?Z", "<now>").replaceAll("chain [0-9a-f]{64}", "chain <link>")
                .replaceAll("<[0-9a-f]{40}@", "<id@").replaceAll("(policy version \\S+\\+)[0-9a-f]{8}", "$1<hash>")
                .replaceAll("((?:RM|ST)-[0-9A-Z-]+)-[0-9A-Z]{20}\\]", "$1-<code>]")
                .replaceAll("\\b" + Pattern.quote(PERSON) + "\\b", "anna").replaceAll("(?m)[ \\t]+$", "").replaceAll("\\r", "");
    }

    private static String received(GreenMail server) {
        List<String> lines = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                lines.add("to " + Arrays.toString(message.getRecipients(Message.RecipientType.TO)) + ": "
                        + message.getSubject() + "\n");
            } catch (MessagingException failure) {
                throw new IllegalStateException(failure);
            }
        }
        lines.sort(null);
        return lines.isEmpty() ? "(no mail)\n" : String.join("", lines);
    }

    private static String text(GreenMail server, String word) {
        StringBuilder text = new StringBuilder();
        for (MimeMessage message : server.getReceivedMessages()) {
            try {
                if (message.getSubject().contains(word)) {
                    text.append("subject: ").append(message.getSubject()).append('\n').append(plain(message.getContent()));
                }
            } catch (MessagingException | IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return text.toString();
    }

    /** The text of the first part that is plain text. */
    private static String plain(Object content) throws MessagingException, IOException {
        return content instanceof Multipart parts ? plain(parts.getBodyPart(0).getContent()) : content.toString();
    }

    private static String drop(Path story, Path place, String name, String kind) throws IOException {
        Path inbox = Files.createDirectories(place.resolve("data/inbox").resolve(kind));
        Files.copy((name.endsWith(".xlsx") ? place : story).resolve(name), inbox.resolve(name));
        return "";
    }

    private static String cure(Path rejected, String wrong, String right) throws IOException {
        try (Stream<Path> files = Files.list(rejected)) {
            for (Path file : files.filter(one -> !one.toString().endsWith(".reasons.csv")).toList()) {
                Files.writeString(file, Files.readString(file).replace(wrong, right));
            }
        }
        return "";
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        return words;
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(to.resolve(from.relativize(file).toString()), Files.readString(file).replace("PERSON", PERSON));
            }
        }
    }
}
