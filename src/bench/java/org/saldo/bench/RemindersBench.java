package org.saldo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.dunning.DunningJob;
import org.saldo.job.dunning.DunningRules;
import org.saldo.job.dunning.ReminderWriting;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.settings.DunningFile;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;

/**
 * A run of reminders, decided, rendered and queued, against rendering the same mails and inserting the same rows into plain
 * tables of the same database, at half as many customers and then at all: {@code RemindersBench CUSTOMERS
 * hsqldb,postgresql}. Each customer has ten overdue invoices. A smaller run goes before, for Java to get warm.
 */
public final class RemindersBench {

    private static final int INVOICES = 10;
    private static final int WARM = 2_000;
    private static final int WARM_ROUNDS = 30;
    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);

    private final Ledger ledger;
    private final DatabaseSettings settings;
    private final Place place;
    private final Templates templates = new Templates(Path.of("config/templates"), "en");
    private final ReminderMail mails = new ReminderMail(templates, "ledger@bench.example");

    private RemindersBench(Ledger ledger, DatabaseSettings settings, Place place) {
        this.ledger = ledger;
        this.settings = settings;
        this.place = place;
    }

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        System.out.println(Bench.machine());
        System.out.println("| database | mails | seconds | processor s, of them the server's | mails a second | bare s"
                + " | bare processor s, the server's | bare a second | share by the clock | share by processor s"
                + " | MB of heap after a collection | MB resident |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String kind : arguments[1].split(",")) {
            try (Place place = Place.named(kind)) {
                measure(kind, place, "warm", WARM);
                double half = measure(kind, place, "half", customers / 2);
                double all = measure(kind, place, "reminders", customers);
                System.out.printf(Locale.ROOT, "%s: twice the customers take %.2f times the processor seconds%n", kind,
                        all / half);
            }
        }
    }

    private static double measure(String kind, Place place, String name, int customers) throws Exception {
        Path work = Files.createTempDirectory(name);
        DatabaseSettings settings = place.fresh(name, work);
        load(settings, work, customers);
        try (Database database = Database.open(settings);
             Leases leases = new Leases(database, InstantSource.system(), "bench")) {
            return new RemindersBench(new Ledger(database, InstantSource.system()), settings, place)
                    .measure(kind + (name.equals("warm") ? ", cold" : ""), leases, customers);
        } finally {
            delete(work);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void load(DatabaseSettings settings, Path work, int customers) throws IOException {
        try (Books books = new Books(work)) {
            books.payment("P1", DAY, "1.00", "SOMEBODY", "", "nothing");
            for (int c = 0; c < customers; c++) {
                books.customer(c, "DE", "");
                for (int i = 0; i < INVOICES; i++) {
                    LocalDate due = DAY.minusDays(10 + i * 3L);
                    books.invoice(c, i, due.minusDays(30), due, "%d.%02d".formatted(100 + (c * 31 + i * 977) % 9000, i));
                }
            }
        }
        Books.takenIn(settings, work).close();
    }

    private double measure(String kind, Leases leases, int customers) throws Exception {
        DunningPolicy shipped = DunningFile.read(Path.of("config/policies/dunning.yaml"));
        DunningPolicy policy = new DunningPolicy(shipped.version(), shipped.ladders(), shipped.minimums(),
                shipped.bankDataAge(), shipped.waitingCover(), Integer.MAX_VALUE, shipped.quietPeriods(), shipped.times(),
                shipped.habits(), shipped.incentives());
        DunningRules rules = new DunningRules(Hub.COMPANIES, policy, InterestPolicy.NONE, new BusinessCalendars(Map.of()),
                company -> Optional.empty(), HoldOut.NOBODY);
        OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
        DunningJob job = new DunningJob(ledger, leases, outbox, rules,
                ReminderWriting.plain(mails, new AnswerStore(ledger).replyKey()),
                new ReminderSummary(templates, "ledger@bench.example"));
        Gauge whole = new Gauge(place);
        int[] reminded = new int[1];
        long heap;
        Resident.forget();
        try (HeapPeak peak = new HeapPeak()) {
            whole.time(() -> reminded[0] = job.run(DAY, false).reminded());
            heap = peak.megabytes();
        }
        long resident = Resident.most() >> 10;
        Gauge bare = new Gauge(place);
        BareReminders yardstick = new BareReminders(ledger, mails, rules, DAY, bare);
        int rendered = yardstick.run(settings, INVOICES);
        if (customers == WARM) {
            yardstick.warmUp(WARM_ROUNDS);
        }
        if (reminded[0] != customers || rendered != customers) {
            throw new IllegalStateException(reminded[0] + " reminded, " + rendered + " rendered again, of " + customers);
        }
        System.out.printf(Locale.ROOT,
                "| %s | %,d | %.1f | %.1f, %.1f | %.0f | %.1f | %.1f, %.1f | %.0f | %.2f | %.2f | %d | %d |%n", kind, reminded[0],
                whole.seconds(), whole.cpuSeconds(), whole.server(), reminded[0] / whole.seconds(), bare.seconds(),
                bare.cpuSeconds(), bare.server(), rendered / bare.seconds(), bare.seconds() / whole.seconds(),
                bare.cpuSeconds() / whole.cpuSeconds(), heap, resident);
        return whole.cpuSeconds();
    }
}
