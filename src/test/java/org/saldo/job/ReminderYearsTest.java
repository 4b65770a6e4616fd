package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.ScriptedServer;
import org.saldo.delivery.SmtpSettings;
import org.saldo.delivery.Templates;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.intake.FileKind;
import org.saldo.intake.Incoming;
import org.saldo.job.SimulatedPayers.Bill;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.settings.DunningFile;
import org.saldo.store.AnswerStore;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.IntakeStore;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;
import org.saldo.store.ReconciliationStore;
import org.saldo.store.TestDatabase;
import org.saldo.store.VerifyStore;

/**
 * Two years, a leap day among them, of customers who pay in time, late, in parts, twice, without a word, or never. The
 * bank's data stops, the mail server is away, puts off, refuses, and hangs up after the final dot; runs are killed, missed
 * and started twice; people block; money comes between the decision and the mail. Every mail that arrives is held against
 * what the bank told, and on every day it is asked whether a mail is missing. {@code -Dsimulation.seed} and
 * {@code -Dsimulation.payers} play others.
 */
class ReminderYearsTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 3, 1);
    private static final LocalDate LAST = LocalDate.of(2029, 2, 28);
    private static final long SEED = Long.getLong("simulation.seed", 20_270_301);
    private static final int PAYERS = Integer.getInteger("simulation.payers", 24);
    private static final Pattern ROW = Pattern.compile("(?m)^(INV-\\d+) +.*? (\\d+) +[\\d,.]+ EUR +([\\d,]+\\.\\d\\d) EUR$");
    private static final Pattern TO = Pattern.compile("(?m)^To: c(\\d+)@payer\\.example");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.*>)");

    /** Thrown by the clock: the process is gone, whatever it was about to do. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    @TempDir
    private Path data;
    private final Random random = new Random(SEED);
    private final SimulatedPayers payers = new SimulatedPayers(new Random(SEED + 1), PAYERS);
    private final ScriptedServer server = new ScriptedServer();
    private final Set<String> messages = new HashSet<>();
    private final Set<String> arrived = new HashSet<>();
    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private final DunningRules rules = new DunningRules(IntakeDesk.COMPANIES,
            DunningFile.read(Path.of("config/policies/dunning.yaml")), InterestPolicy.NONE, new BusinessCalendars(Map.of()),
            company -> Optional.empty(), HoldOut.NOBODY);
    private Instant now = FIRST.atTime(7, 0).toInstant(ZoneOffset.UTC);
    private int looksLeft;
    private Database database;
    private Ledger ledger;
    private Leases leases;
    private DunningBooks books;
    private IntakeJob intake;
    private int files;
    private int seen;
    private int killed;

    @AfterEach
    void close() {
        leases.close();
        database.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource(names = "HSQLDB")
    void nobodyIsRemindedOfWhatIsPaidNorTwiceAndNobodyIsForgotten(TestDatabase kind) throws Exception {
        open(kind);
        take(FileKind.CUSTOMERS, payers.customers(), FIRST);
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
                live(day);
            }
        }
        assertThat(seen).as("mails that arrived").isGreaterThan(10 * PAYERS);
        assertThat(killed).isGreaterThan(5);
        assertThat(books.rows("SELECT COUNT(*) AS n FROM mail WHERE kind = 'REMINDER' AND state = 'CANCELLED'").get(0)
                .values().toString()).as("withdrawn by the last look").isNotEqualTo("[0]");
        assertThat(new VerifyStore(ledger).verify(rows -> { }).results()).allSatisfy(promise ->
                assertThat(promise.breaches()).isEmpty());
    }

    private void live(LocalDate day) throws Exception {
        now = day.atTime(7, 0).toInstant(ZoneOffset.UTC);
        take(FileKind.INVOICES, payers.billsOf(day), day);
        boolean early = random.nextInt(8) > 0;
        if (early) {
            bankData(day);
        }
        blocks(day);
        boolean missed = random.nextInt(25) == 0;
        if (!missed) {
            remind(day);
            nobodyIsForgotten(day);
        }
        if (!early) {
            bankData(day);
        }
        deliver(day);
    }

    private void bankData(LocalDate day) {
        payers.bankDataOf(day).forEach(file -> take(FileKind.PAYMENTS, file, day));
        new ReconciliationJob(leases, new ReconciliationStore(ledger), IntakeDesk.COMPANIES, MatchingPolicy.shipped()).run(day);
    }

    private void blocks(LocalDate day) {
        if (random.nextInt(6) == 0 && !payers.bills.isEmpty()) {
            LocalDate until = day.plusDays(3 + random.nextInt(20));
            if (random.nextBoolean()) {
                int payer = random.nextInt(PAYERS);
                payers.block(payer, until);
                books.block(SimulatedPayers.number(payer), null, day, until);
            } else {
                Bill bill = new ArrayList<>(payers.bills.values()).get(random.nextInt(payers.bills.size()));
                bill.blockedUntil = until.isAfter(bill.blockedUntil) ? until : bill.blockedUntil;
                books.block(null, bill.number, day, until);
            }
        }
    }

    /** Now and then the run is killed at some point and begun again, and now and then it is simply begun twice. */
    private void remind(LocalDate day) {
        if (random.nextInt(20) == 0) {
            looksLeft = 1 + random.nextInt(12);
            try {
                dunning().run(day, false);
            } catch (Killed gone) {
                killed++;
            }
            looksLeft = 0;
        }
        dunning().run(day, false);
        if (random.nextInt(10) == 0) {
            dunning().run(day, false);
        }
    }

    /** Who has an item that is due for its first reminder, may be written to, and was left alone for ten days, was told. */
    private void nobodyIsForgotten(LocalDate day) {
        boolean quiet = day.getMonthValue() == 12 && day.getDayOfMonth() >= 24;
        if (quiet || payers.bankDataAge(day) > 3) {
            return;
        }
        for (Bill bill : payers.bills.values()) {
            boolean due = ChronoUnit.DAYS.between(bill.due, day) >= 5 && bill.open() >= 1_000;
            if (due && SimulatedPayers.habit(bill.payer).isPlain() && !arrived.contains(bill.number)
                    && !payers.isBlocked(bill, day) && !isSaid(bill)) {
                assertThat(lastReminded(bill)).as(() -> "%s: nobody reminded %s of %s, seed %d; %s".formatted(day,
                        SimulatedPayers.number(bill.payer), bill.number, SEED, why(bill, day)))
                        .isAfter(day.minusDays(10));
            }
        }
    }

    /** Whether a mail that waits, or of which nobody knows, tells of it. */
    private boolean isSaid(Bill bill) {
        return !books.rows("SELECT m.state FROM document d JOIN reminder_item i ON i.item_id = d.item_id"
                + " JOIN reminder r ON r.reminder_id = i.reminder_id JOIN mail m ON m.business_key = r.business_key"
                + " WHERE d.document_number = '" + bill.number + "' AND m.state NOT IN ('FAILED', 'BOUNCED', 'CANCELLED')")
                .isEmpty();
    }

    private LocalDate lastReminded(Bill bill) {
        return books.rows("SELECT r.reminded_on FROM reminder r WHERE r.company = 'main' AND r.customer_id = '"
                + SimulatedPayers.number(bill.payer) + "' AND NOT EXISTS (SELECT 1 FROM reminder_withdrawal w"
                + " WHERE w.reminder_id = r.reminder_id)").stream().map(row -> LocalDate.parse(text(row, "reminded_on")))
                .max(LocalDate::compareTo).orElse(LocalDate.MIN);
    }

    private List<String> why(Bill bill, LocalDate day) {
        return dunning().run(day, true).companies().get(0).withheld().stream().filter(each ->
                each.customer().number().equals(SimulatedPayers.number(bill.payer))).map(each -> each.words()).toList();
    }

    private void deliver(LocalDate day) throws Exception {
        for (int round = 0; round < 2; round++) {
            weather();
            new DeliveryJob(ledger, leases, new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                    Duration.ofSeconds(5), ""), Backoff.ABOUT_A_DAY, new ReminderLook(ledger, outbox(), rules)).run();
            now = now.plus(Duration.ofHours(3));
        }
        for (; seen < server.taken().size(); seen++) {
            String mail = server.taken().get(seen);
            if (TO.matcher(mail).find()) {
                look(mail, day);
            }
        }
    }

    private void weather() {
        switch (random.nextInt(30)) {
            case 0 -> server.at(ScriptedServer.Step.GREETING, "421 too busy");
            case 1 -> server.at(ScriptedServer.Step.RCPT, "451 greylisted, try later");
            case 2 -> server.at(ScriptedServer.Step.RCPT, "550 5.7.1 not from you");
            case 3 -> server.at(ScriptedServer.Step.DOT, ScriptedServer.HANG_UP);
            case 4 -> server.at(ScriptedServer.Step.BODY, ScriptedServer.HANG_UP);
            default -> { }
        }
    }

    /** What stands in a mail that arrived is what the books say, and what the bank told where a customer names its bills. */
    private void look(String mail, LocalDate day) throws Exception {
        Matcher to = TO.matcher(mail);
        Matcher id = MESSAGE_ID.matcher(mail);
        assertThat(to.find() && id.find()).isTrue();
        assertThat(messages.add(id.group(1))).as("the same mail twice").isTrue();
        assertThat(payers.bankDataAge(day)).as("age of the bank data on " + day).isLessThanOrEqualTo(3);
        Map<String, String> open = books.rows("SELECT d.document_number, o.open_amount FROM open_item o"
                + " JOIN document d ON d.item_id = o.item_id WHERE o.customer_id = 'C-" + to.group(1) + "'").stream()
                .collect(Collectors.toMap(row -> text(row, "document_number"), row -> text(row, "open_amount")));
        List<Bill> asked = new ArrayList<>();
        Matcher row = ROW.matcher(text(mail));
        while (row.find()) {
            Bill bill = payers.bills.get(row.group(1));
            String where = day + " " + bill.number + ", seed " + SEED;
            assertThat(bill.payer).as(where).isEqualTo(Integer.parseInt(to.group(1)));
            assertThat(new java.math.BigDecimal(row.group(3).replace(",", ""))).as(where)
                    .isEqualByComparingTo(open.getOrDefault(bill.number, "0"));
            assertThat(payers.isBlocked(bill, day)).as(where + " is blocked").isFalse();
            assertThat(ChronoUnit.DAYS.between(bill.due, day)).as(where).isGreaterThan(3);
            if (SimulatedPayers.habit(bill.payer).isPlain()) {
                assertThat(row.group(3).replace(",", "")).as(where).isEqualTo(SimulatedPayers.decimal(bill.open()));
            }
            asked.add(bill);
            arrived.add(bill.number);
        }
        assertThat(asked).as(mail).isNotEmpty();
    }

    private static String text(String mail) throws MessagingException, IOException {
        return plain(new MimeMessage(null, new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)))).orElseThrow()
                .replace("\r\n", "\n");
    }

    private static Optional<String> plain(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of((String) part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> text = plain(parts.getBodyPart(i));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    private static String text(Map<String, Object> row, String column) {
        return row.get(column).toString();
    }

    private void open(TestDatabase kind) {
        database = kind.open();
        ledger = new Ledger(database, this::now);
        leases = new Leases(database, () -> now, "me");
        books = new DunningBooks(database, ledger);
        intake = new IntakeJob(new IntakeStore(ledger, IntakeDesk.COMPANIES), new IntakeLease(leases, Duration.ZERO),
                IntakeDesk.COMPANIES, List.of(), new DataFolders(data));
    }

    private Instant now() {
        if (looksLeft > 0 && --looksLeft == 0) {
            throw new Killed();
        }
        return now;
    }

    private void take(FileKind kind, String text, LocalDate day) {
        Path file = IntakeDesk.write(data.resolve("by-hand").resolve(kind + "-" + ++files + ".csv"), text);
        intake.takeIn(Incoming.command(file, Optional.of(kind), Optional.empty(), false, "test"), day);
    }

    private OutboxStore outbox() {
        return new OutboxStore(ledger, CustomerMail.ON);
    }

    private DunningJob dunning() {
        return new DunningJob(ledger, leases, outbox(), rules, ReminderWriting.plain(new ReminderMail(templates,
                "hub@seller.example"), new AnswerStore(ledger).replyKey()), new ReminderSummary(templates, "hub@seller.example"));
    }
}
