package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.builder.NotifyBuilder;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.intake.Channel;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.IntakeFigures;

/**
 * The service with the shipped routes, over real sockets: files, a mailbox and a source database go in, a statement and a
 * reminder come out. Then the same goes in again.
 */
class EndToEndIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final String EVERY_SECOND = "* * * * * ?";
    private static final String NEVER = "0 0 0 1 1 ? 2099";
    private static final String PAYMENTS = "payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,"
            + "payer_iban,end_to_end_id,remittance_text\n";
    private static final String MAILED = PAYMENTS
            + "P-2,DE02120300000000202051,2026-10-30,2026-10-30,EUR,119.00,EBRO,ES9121000418450200051332,,INV-4001\n";
    private static final Map<String, String> FILES = Map.of("customers", """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Alster Werft GmbH,DE,de,EUR,ap@alster.example,DE75512108001245126199,NET30,S01
            C-2,Castilla Riegos S.L.,ES,es,EUR,pagos@castilla.example,,NET30,S02
            C-3,Delft Waterwerken B.V.,NL,en,EUR,ap@delft.example,NL91ABNA0417164300,NET30,S01
            """, "invoices", """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1001,C-1,2026-09-01,2026-10-01,EUR,1000.00
            INVOICE,INV-1002,C-2,2026-09-01,2026-10-01,EUR,400.00
            INVOICE,INV-1003,C-3,2026-10-10,2026-11-09,EUR,300.00
            INVOICE,INV-1003,C-3,2026-10-10,2026-11-09,EUR,300.00
            INVOICE,INV-1004,C-3,2026-10-10,2026-31-12,EUR,7.00
            """, "payments", PAYMENTS
            + "P-1,DE02120300000000202051,2026-10-30,2026-10-30,EUR,400.00,CASTILLA,ES7921000813610123456789,,INV-1002\n");

    @TempDir
    Path folder;

    private TestDatabase kind;
    private DatabaseSettings ledger;

    @ParameterizedTest
    @EnumSource
    void whatComesInGoesOutOnceAsAStatementAndAReminder(TestDatabase database) throws Exception {
        kind = database;
        ledger = database.fresh();
        copy(Path.of("config"), folder.resolve("config"));
        Files.writeString(folder.resolve("config/policies/companies.yaml"), """
                companies:
                  - {id: main, name: Nordlicht Pumpen GmbH, address: [Kai 1, 20457 Hamburg], country: DE, language: en,
                     time-zone: Europe/Berlin, mode: SUBLEDGER, reply-to: accounts@nordlicht.example,
                     accounts: [{iban: DE02120300000000202051, currency: EUR}], finance-mail: [finance@nordlicht.example]}
                """);
        Path statements = folder.resolve("config/policies/statements.yaml");
        Files.writeString(statements, Files.readString(statements).replace("business-day: 2 ", "business-day: 1 "));
        try (World world = new World(kind.name())) {
            world.sql("INSERT INTO erp_customer VALUES ('C-4', 'Ebro Canal S.A.', 'ES', 'es', 'EUR', 'pagos@ebro.example',"
                    + " 'ES9121000418450200051332', 'NET30', '', TIMESTAMP '2026-10-01 08:00:00')");
            world.sql("INSERT INTO erp_invoice VALUES ('INVOICE', 'INV-4001', 'C-4', DATE '2026-10-02', DATE '2026-11-01',"
                    + " 'EUR', 119.00, '', '', TIMESTAMP '2026-10-02 08:00:00')");
            try (Installation hub = hub(world, NEVER).start()) {
                everythingIsTakenInAndApplied(world, hub);
            }
            try (Installation hub = hub(world, EVERY_SECOND).start()) {
                theMailsArrive(world);
                theSameAgainChangesNothing(world, hub);
                assertThat(hub.jobs().verify().run().results()).allMatch(promise -> promise.holds());
            }
        }
    }

    private Installation hub(World world, String outgoing) {
        Installation hub = world.around(new Installation(folder.resolve("config"), Path.of("routes"), folder.resolve("data")))
                .with("mail.customers", "on").with("source.cron", EVERY_SECOND).with("reconcile.cron", EVERY_SECOND)
                .with("statements.cron", outgoing).with("reminders.cron", outgoing).with("deliver.cron", outgoing);
        return kind == TestDatabase.HSQLDB ? hub : hub.with("db.url", ledger.url()).with("db.user", ledger.user())
                .with("db.password", ledger.password());
    }

    private void everythingIsTakenInAndApplied(World world, Installation hub) throws Exception {
        drop();
        world.deliver("bank@nordlicht.example", "lines.csv", MAILED);
        soon(() -> assertThat(rows(hub, ExportKind.ALLOCATIONS))
                .extracting(row -> row.get("payment_id") + " " + row.get("document_number") + " " + row.get("amount"))
                .containsExactlyInAnyOrder("P-1 INV-1002 400.00", "P-2 INV-4001 119.00"));
        soon(() -> assertThat(waitingFiles()).isZero());
        soon(() -> assertThat(world.mailsIn("Processed")).isEqualTo(1));
        Map<Channel, IntakeFigures.Line> figures = figures(hub);
        assertThat(figures.get(Channel.FILE)).extracting("files", "read", "accepted", "duplicate", "rejected")
                .containsExactly(3L, 9L, 7L, 1L, 1L);
        assertThat(figures.get(Channel.MAIL)).extracting("files", "read", "accepted", "duplicate", "rejected")
                .containsExactly(1L, 1L, 1L, 0L, 0L);
        assertThat(figures.get(Channel.DATABASE).accepted()).isEqualTo(2);
        assertThat(rows(hub, ExportKind.OPEN_ITEMS)).extracting(row -> row.get("document_number"))
                .containsExactlyInAnyOrder("INV-1001", "INV-1003");
    }

    private static void theMailsArrive(World world) throws Exception {
        soon(() -> assertThat(world.sentTo("finance@nordlicht.example")).hasSize(2));
        soon(() -> assertThat(world.sentTo("ap@alster.example")).hasSize(1));
        String reminder = World.read(world.sentTo("ap@alster.example").get(0));
        assertThat(reminder).contains("INV-1001", "1.000,00").doesNotContain("INV-1002", "INV-1003", "INV-4001", "Castilla",
                "Delft", "Ebro", "C-2", "C-3", "C-4");
        List<String> toFinance = world.sentTo("finance@nordlicht.example").stream().map(EndToEndIT::read).toList();
        assertThat(toFinance).filteredOn(text -> text.contains("Statements")).singleElement().asString()
                .contains("October 2026");
        assertThat(toFinance).filteredOn(text -> text.startsWith("Reminders of")).singleElement().asString()
                .contains("1 written");
        assertThat(world.sent()).hasSize(3);
    }

    private void theSameAgainChangesNothing(World world, Installation hub) throws Exception {
        Map<ExportKind, List<Map<String, String>>> before = lists(hub);
        long accepted = accepted(hub);
        drop();
        world.deliver("bank@nordlicht.example", "lines-again.csv", MAILED);
        soon(() -> assertThat(figures(hub).get(Channel.FILE).files()).isEqualTo(6));
        soon(() -> assertThat(world.mailsIn("Processed")).isEqualTo(2));
        soon(() -> assertThat(waitingFiles()).isZero());
        assertThat(accepted(hub)).isEqualTo(accepted);
        NotifyBuilder schedules = new NotifyBuilder(hub.service().context());
        for (String route : List.of("source-invoices", "reconcile", "statements", "reminders", "deliver")) {
            schedules = schedules.fromRoute(route).whenCompleted(2).and();
        }
        assertThat(schedules.create().matches(SOON.toSeconds(), TimeUnit.SECONDS)).as("all work is done once more").isTrue();
        assertThat(lists(hub)).isEqualTo(before);
        assertThat(world.sent()).hasSize(3);
    }

    private void drop() throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path inbox = Files.createDirectories(folder.resolve("data/inbox").resolve(file.getKey()));
            Path part = Files.writeString(inbox.resolve("day.csv.part"), file.getValue());
            Files.move(part, inbox.resolve("day.csv"), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private long waitingFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/inbox"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static long accepted(Installation hub) {
        return figures(hub).values().stream().mapToLong(IntakeFigures.Line::accepted).sum();
    }

    private static Map<Channel, IntakeFigures.Line> figures(Installation hub) {
        Map<Channel, IntakeFigures.Line> figures = new EnumMap<>(Channel.class);
        new IntakeFigures(hub.jobs().ledger()).since(Instant.EPOCH).forEach(line -> figures.put(line.channel(), line));
        assertThat(figures.values()).allSatisfy(line ->
                assertThat(line.read()).isEqualTo(line.accepted() + line.duplicate() + line.rejected()));
        return figures;
    }

    private static Map<ExportKind, List<Map<String, String>>> lists(Installation hub) {
        Map<ExportKind, List<Map<String, String>>> lists = new EnumMap<>(ExportKind.class);
        for (ExportKind list : List.of(ExportKind.ALLOCATIONS, ExportKind.OPEN_ITEMS, ExportKind.RECEIPTS, ExportKind.AGING,
                ExportKind.CUSTOMERS, ExportKind.POSTINGS, ExportKind.MAILS)) {
            lists.put(list, rows(hub, list));
        }
        return lists;
    }

    private static List<Map<String, String>> rows(Installation hub, ExportKind list) {
        return hub.jobs().export().rows(new ExportQuestion(list, TODAY, Optional.empty(), "", ExportFormat.CSV));
    }

    private static String read(MimeMessage mail) {
        try {
            return World.read(mail);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(200)).untilAsserted(holds);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
