package org.saldo.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.ReminderLetter;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.intake.FileKind;
import org.saldo.job.DunningJob;
import org.saldo.job.DunningRules;
import org.saldo.job.ReminderWriting;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.settings.DunningFile;
import org.saldo.store.AnswerStore;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.DunningStore;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;

/**
 * A run of reminders, decided, rendered and queued, against rendering the same mails and inserting as many rows of the same
 * size into plain tables of the same database: {@code RemindersBench CUSTOMERS hsqldb,postgresql}. Each customer has ten
 * overdue invoices.
 */
public final class RemindersBench {

    private static final int INVOICES = 10;
    private static final int PAGE = 200;
    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);

    private final Ledger ledger;
    private final DatabaseSettings settings;
    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private final ReminderMail mails = new ReminderMail(templates, "ledger@bench.example");

    private RemindersBench(Ledger ledger, DatabaseSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        System.out.println(Bench.machine());
        System.out.println("| database | mails | seconds | processor s | a second | bare s | bare processor s"
                + " | bare a second | share of processor time |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (String kind : arguments[1].split(",")) {
            try (Place place = Place.named(kind)) {
                measure(place, "warm", 300);
                System.out.printf(Locale.ROOT, "| %s %s", kind, measure(place, "reminders", customers));
            }
        }
    }

    private static String measure(Place place, String name, int customers) throws Exception {
        Path work = Files.createTempDirectory(name);
        DatabaseSettings settings = place.fresh(name, work);
        load(settings, work, customers);
        try (Database database = Database.open(settings);
             Leases leases = new Leases(database, InstantSource.system(), "bench")) {
            return new RemindersBench(new Ledger(database, InstantSource.system()), settings).measure(leases, customers);
        }
    }

    private static void load(DatabaseSettings settings, Path work, int customers) throws IOException {
        try (BufferedWriter people = Files.newBufferedWriter(work.resolve("customers.csv"));
             BufferedWriter invoices = Files.newBufferedWriter(work.resolve("invoices.csv"));
             BufferedWriter payments = Files.newBufferedWriter(work.resolve("payments.csv"))) {
            people.write("customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n");
            invoices.write("document_type,document_number,customer_id,issue_date,due_date,currency,amount\n");
            payments.write("payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,"
                    + "end_to_end_id,remittance_text\n");
            payments.write("P1,%s,%s,%s,EUR,1.00,SOMEBODY,,,nothing%n".formatted(Workload.ACCOUNT, DAY, DAY));
            String[] languages = {"en", "de", "es"};
            for (int c = 0; c < customers; c++) {
                people.write("C%06d,Customer %d Machinery Ltd,DE,%s,EUR,ap@c%d.example,,NET30,S1%n".formatted(c, c,
                        languages[c % languages.length], c));
                for (int i = 0; i < INVOICES; i++) {
                    LocalDate due = DAY.minusDays(10 + i * 3L);
                    invoices.write("INVOICE,RE-%06d%02d,C%06d,%s,%s,EUR,%d.%02d%n".formatted(c, i, c, due.minusDays(30), due,
                            100 + (c * 31 + i * 977) % 9000, i));
                }
            }
        }
        try (Hub hub = new Hub(settings, work)) {
            hub.takeIn(work.resolve("customers.csv"), FileKind.CUSTOMERS);
            hub.takeIn(work.resolve("invoices.csv"), FileKind.INVOICES);
            hub.takeIn(work.resolve("payments.csv"), FileKind.PAYMENTS);
        }
    }

    private String measure(Leases leases, int customers) throws Exception {
        DunningPolicy shipped = DunningFile.read(Path.of("config/policies/dunning.yaml"));
        DunningPolicy policy = new DunningPolicy(shipped.version(), shipped.ladders(), shipped.minimums(),
                shipped.bankDataAge(), shipped.waitingCover(), Integer.MAX_VALUE, shipped.quietPeriods());
        DunningRules rules = new DunningRules(Hub.COMPANIES, policy, InterestPolicy.NONE, new BusinessCalendars(Map.of()),
                company -> Optional.empty(), HoldOut.NOBODY);
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        DunningJob job = new DunningJob(ledger, leases, outbox, rules,
                ReminderWriting.plain(mails, new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, "ledger@bench.example"));
        job.run(DAY, true);
        Stopwatch whole = new Stopwatch();
        int[] reminded = new int[1];
        whole.time(() -> reminded[0] = job.run(DAY, false).reminded());
        List<ReminderLetter> letters = letters();
        if (reminded[0] != customers || letters.size() != customers) {
            throw new IllegalStateException(reminded[0] + " reminded, " + letters.size() + " read back, of " + customers);
        }
        Stopwatch bare = new Stopwatch();
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            plainTables(connection);
            for (int from = 0; from < letters.size(); from += PAGE) {
                List<ReminderLetter> page = letters.subList(from, Math.min(from + PAGE, letters.size()));
                bare.time(() -> renderAndInsert(connection, outbox, page));
            }
        }
        return "| %,d | %.1f | %.1f | %.0f | %.1f | %.1f | %.0f | %.2f |%n".formatted(reminded[0], whole.seconds(),
                whole.cpuSeconds(), reminded[0] / whole.seconds(), bare.seconds(), bare.cpuSeconds(),
                letters.size() / bare.seconds(), bare.cpuSeconds() / whole.cpuSeconds());
    }

    /** What was said, as letters; not timed. */
    private List<ReminderLetter> letters() {
        DunningStore store = new DunningStore(ledger);
        List<ReminderLetter> letters = new ArrayList<>();
        for (List<String> page = store.customersWithDebts("main", "", PAGE); !page.isEmpty();
                page = store.customersWithDebts("main", page.get(page.size() - 1), PAGE)) {
            Map<String, DunningCase> cases = store.cases("main", page, DAY);
            page.forEach(number -> letters.add(letter(store.said("reminder/main/" + number + "/" + DAY).orElseThrow(),
                    cases.get(number))));
        }
        return letters;
    }

    private static ReminderLetter letter(Reminder reminder, DunningCase known) {
        Map<Currency, PaymentPart> nowhere = Map.of();
        return ReminderLetter.of(Hub.COMPANIES.standard(), reminder, InterestNotice.NONE).beside(known).paidTo(nowhere);
    }

    private static void plainTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean file = connection.getMetaData().getURL().contains("hsqldb");
            String table = file ? "CREATE CACHED TABLE " : "CREATE TABLE ";
            statement.execute(table + "plain_mail (id BIGINT PRIMARY KEY, business_key VARCHAR(200) UNIQUE, subject VARCHAR(500),"
                    + " recipients VARCHAR(500), message_id VARCHAR(200), bytes " + (file ? "LONGVARBINARY" : "BYTEA") + ")");
            statement.execute(table + "plain_reminder (id BIGINT PRIMARY KEY, customer VARCHAR(60), level_number INTEGER,"
                    + " business_key VARCHAR(200), amount NUMERIC(19,4))");
            statement.execute(table + "plain_item (id BIGINT PRIMARY KEY, reminder BIGINT, item BIGINT, amount NUMERIC(19,4),"
                    + " days INTEGER)");
        }
        connection.setAutoCommit(false);
    }

    private long nextId;

    private void renderAndInsert(Connection connection, OutboxStore outbox, List<ReminderLetter> page) throws SQLException {
        try (PreparedStatement mail = connection.prepareStatement("INSERT INTO plain_mail VALUES (?, ?, ?, ?, ?, ?)");
             PreparedStatement said = connection.prepareStatement("INSERT INTO plain_reminder VALUES (?, ?, ?, ?, ?)");
             PreparedStatement item = connection.prepareStatement("INSERT INTO plain_item VALUES (?, ?, ?, ?, ?)")) {
            for (ReminderLetter letter : page) {
                String key = "bare/" + letter.reminder().customer().id() + "/" + DAY;
                OutgoingMail outgoing = mails.of(letter, key);
                OutboxStore.Rendered rendered = outbox.render(outgoing, ledger.now());
                add(mail, ++nextId, key, outgoing.subject(), String.join(", ", outgoing.to()),
                        rendered.bytes().orElseThrow().messageId(), rendered.bytes().orElseThrow().bytes());
                Reminder reminder = letter.reminder();
                for (Reminder.Section section : reminder.sections()) {
                    long id = ++nextId;
                    add(said, id, reminder.customer().id().number(), section.level(), key, section.open().toDecimal());
                    for (Reminder.Line line : section.lines()) {
                        add(item, ++nextId, id, line.debt().itemId(), line.debt().open().toDecimal(), (int) line.daysOverdue());
                    }
                }
            }
            mail.executeBatch();
            said.executeBatch();
            item.executeBatch();
        }
        connection.commit();
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }
}
