package org.saldo.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.job.DataFolders;
import org.saldo.job.VerifyJob;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Ledger;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.MailState;
import org.saldo.store.mail.OutboxDesk;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/**
 * The hub is killed again and again while it takes in, reconciles and delivers. In the end everything is there once.
 * {@code -Dcrash.kills} says how often in all, {@code -Dcrash.seed} repeats a run.
 */
class CrashIT {

    private static final int MAILS_A_ROUND = 150;

    private final int kills = Integer.getInteger("crash.kills", 0);
    private final long seed = Long.getLong("crash.seed", 0) == 0 ? System.nanoTime() : Long.getLong("crash.seed");
    private final GreenMail mailServer = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Path data;
    private DatabaseSettings settings;
    private CrashStory story;
    private Killer killer;
    private int mails;

    @BeforeEach
    void startMailServer() {
        mailServer.start();
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndNothingHappensTwice(TestDatabase kind, @TempDir Path folder) throws Exception {
        data = folder.resolve("data");
        settings = kind == TestDatabase.HSQLDB ? new DatabaseSettings(Worker.FILE, "", "") : kind.fresh();
        story = new CrashStory(new DataFolders(data).inbox());
        killer = new Killer(data, settings, mailServer.getSmtp().getPort(), new Random(seed));
        int killsAPhase = killsAPhase(kind);
        System.out.println("crash test on " + kind + ": " + killsAPhase + " kills a phase; again with -Dcrash.seed=" + seed);
        for (Phase phase : Phase.values()) {
            addWork(phase);
            int killed = 0;
            while (killed < killsAPhase) {
                if (killer.kill(phase)) {
                    killed++;
                } else {
                    addWork(phase);
                }
                awaitTheServersNotice();
            }
            killer.complete(phase);
            System.out.println(phase + ": " + killed + " kills of " + killer.started() + " processes so far");
        }
        check(killsAPhase);
    }

    private int killsAPhase(TestDatabase kind) {
        if (kills == 0) {
            return kind == TestDatabase.HSQLDB ? 6 : 2;
        }
        return (int) Math.ceil(kills / (kind == TestDatabase.HSQLDB ? 4.0 : 12.0));
    }

    private void addWork(Phase phase) throws Exception {
        if (phase == Phase.DELIVER) {
            enqueueMails();
            return;
        }
        story.nextRound();
        if (phase == Phase.RECONCILE) {
            killer.complete(Phase.INTAKE);
        }
    }

    private void enqueueMails() {
        try (Database database = open()) {
            Ledger ledger = new Ledger(database, InstantSource.system());
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
            ledger.write(BatchKind.PERSON, "test", CrashStory.DAY, batch -> {
                for (int end = mails + MAILS_A_ROUND; mails < end; mails++) {
                    outbox.enqueue(batch, new OutgoingMail("main", MailKind.FINANCE, "", "crash-" + mails, "hub@seller.example",
                            List.of("finance@seller.example"), "", "Mail " + mails, "text", "", List.of(), "en"));
                }
            });
        }
    }

    private Database open() {
        return Worker.open(data, settings);
    }

    /** A server goes on for a moment with what a killed client had sent; a lease does not run out as fast as that. */
    private void awaitTheServersNotice() {
        if (settings.url().equals(Worker.FILE)) {
            return;
        }
        try (Database database = open()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(Rows.texts(database, """
                    SELECT CAST(pid AS VARCHAR(20)) FROM pg_stat_activity WHERE datname = current_database()
                    AND application_name = 'saldo' AND backend_start < (SELECT MIN(backend_start) FROM pg_stat_activity
                    WHERE pid = pg_backend_pid()) AND state <> 'idle'""")).isEmpty());
        }
    }

    private void check(int killsAPhase) throws Exception {
        try (Database database = open()) {
            assertThat(amounts(database, "SELECT document_number || '=' || CAST(amount AS VARCHAR(30)) FROM document"))
                    .isEqualTo(comparable(story.documents()));
            assertThat(amounts(database, "SELECT payment_id || '=' || CAST(amount AS VARCHAR(30)) FROM receipt"))
                    .isEqualTo(comparable(story.receipts()));
            assertThat(amounts(database, """
                    SELECT d.document_number || '=' || CAST(o.open_amount AS VARCHAR(30))
                    FROM open_item o JOIN document d ON d.item_id = o.item_id""")).isEqualTo(comparable(story.open()));
            assertThat(Rows.count(database, "open_receipt")).isZero();
            assertThat(acceptedRows(database)).isEqualTo(story.files());
            assertThat(filesUnder(new DataFolders(data).inbox())).isEmpty();
            VerifyReport report = new VerifyJob(new VerifyStore(new Ledger(database, InstantSource.system()))).run();
            assertThat(report.results()).allMatch(VerifyReport.Result::holds);
            checkMails(new OutboxDesk(new Ledger(database, InstantSource.system())), killsAPhase);
        }
    }

    private static Map<String, BigDecimal> amounts(Database database, String sql) {
        Map<String, BigDecimal> amounts = new TreeMap<>();
        for (String row : Rows.texts(database, sql)) {
            String[] parts = row.split("=");
            BigDecimal twice = amounts.put(parts[0], new BigDecimal(parts[1]).stripTrailingZeros());
            assertThat(twice).as(parts[0] + " is there twice").isNull();
        }
        return amounts;
    }

    private static Map<String, BigDecimal> comparable(Map<String, BigDecimal> amounts) {
        amounts.replaceAll((key, amount) -> amount.stripTrailingZeros());
        return amounts;
    }

    private static Map<String, Long> acceptedRows(Database database) {
        return Rows.texts(database, """
                        SELECT file_name || '=' || CAST(accepted_count AS VARCHAR(20)) FROM intake_file""").stream()
                .map(row -> row.split("="))
                .collect(Collectors.groupingBy(parts -> parts[0], TreeMap::new,
                        Collectors.summingLong(parts -> Long.parseLong(parts[1]))));
    }

    private static List<Path> filesUnder(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** What the mail server has is what the ledger says it took; of a mail in doubt it has one or none. */
    private void checkMails(OutboxDesk desk, int killsAPhase) throws Exception {
        Map<String, MailState> states = new HashMap<>();
        desk.list(List.of(MailState.values()), 0, mails + 1).forEach(mail -> states.put(mail.messageId(), mail.state()));
        assertThat(states).hasSize(mails);
        List<String> received = new ArrayList<>();
        for (MimeMessage message : mailServer.getReceivedMessages()) {
            received.add(message.getMessageID());
        }
        List<String> accepted = states.keySet().stream().filter(id -> states.get(id) == MailState.ACCEPTED).toList();
        List<String> inDoubt = states.keySet().stream().filter(id -> states.get(id) == MailState.IN_DOUBT).toList();
        System.out.println(mails + " mails: " + accepted.size() + " accepted, " + inDoubt.size() + " in doubt, of which "
                + inDoubt.stream().filter(received::contains).count() + " arrived");
        assertThat(received).doesNotHaveDuplicates().containsAll(accepted);
        assertThat(states.keySet()).containsAll(received);
        assertThat(accepted.size() + inDoubt.size()).isEqualTo(mails);
        assertThat(inDoubt.size()).isLessThanOrEqualTo(killsAPhase);
    }
}
