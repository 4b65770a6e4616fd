package org.saldo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReplyPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementReport;
import org.saldo.job.statement.StatementSettings;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.account.MovementStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/**
 * A month of statements, from the ledger to proved and kept PDFs with their mails in the outbox, against the bare rendering
 * of the same PDFs by as many threads in the same process: {@code StatementsBench CUSTOMERS hsqldb,postgresql}. Each
 * customer has 30 invoices of two months, two thirds of them paid; the bytes of both ways are compared. All have got their
 * statements of the month before, as they have in a house that runs: so Java compiles neither way on the other's account.
 */
public final class StatementsBench {

    private static final int INVOICES = 30;
    private static final int PAGE = 500;
    private static final int THREADS = 2;
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 3);

    private final Ledger ledger;
    private final StatementTemplates templates = StatementTemplates.read(Path.of("config/templates"));

    private StatementsBench(Ledger ledger) {
        this.ledger = ledger;
    }

    public static void main(String[] arguments) throws Exception {
        int customers = Integer.parseInt(arguments[0]);
        System.out.println(Bench.machine());
        System.out.println("| database | statements | seconds | processor s, of them the server's | a second | bare s"
                + " | bare processor s | bare a second | share | share by processor s |"
                + " MB of heap after a collection | MB resident |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String kind : arguments[1].split(",")) {
            try (Place place = Place.named(kind)) {
                Path work = Files.createTempDirectory("statements");
                DatabaseSettings settings = place.fresh("statements", work);
                load(settings, work, customers);
                try (Database database = Database.open(settings);
                     Leases leases = new Leases(database, InstantSource.system(), "bench")) {
                    new StatementsBench(new Ledger(database, InstantSource.system())).measure(kind, place, database, leases,
                            work);
                }
            }
        }
    }

    private static void load(DatabaseSettings settings, Path work, int customers) throws IOException {
        try (Books books = new Books(work)) {
            for (int c = 0; c < customers; c++) {
                String iban = "DE%020d".formatted(70_000_000L + c);
                books.customer(c, "DE", iban);
                for (int i = 0; i < INVOICES; i++) {
                    invoice(books, c, i, iban);
                }
            }
        }
        try (Hub hub = Books.takenIn(settings, work)) {
            hub.reconcile();
        }
    }

    private static void invoice(Books books, int customer, int number, String iban) throws IOException {
        LocalDate issued = FIRST.plusDays(number * 2L);
        long cents = 10_000 + (customer * 31L + number * 977L) % 900_000;
        String amount = cents / 100 + "." + "%02d".formatted(cents % 100);
        String document = books.invoice(customer, number, issued, issued.plusDays(14), amount);
        if (number % 3 != 2) {
            books.payment("P%06d%02d".formatted(customer, number), issued.plusDays(1 + number % 3), amount,
                    "CUSTOMER " + customer + " MACHINERY", iban, "Invoice " + document);
        }
    }

    private void measure(String kind, Place place, Database database, Leases leases, Path work) throws Exception {
        StatementJob job = job(leases, work);
        job.run(MONTH.minusMonths(1), Optional.empty(), DAY, false);
        place.settle(database);
        Gauge whole = new Gauge(place);
        StatementReport[] report = new StatementReport[1];
        long heap;
        ThreadTimes threads = new ThreadTimes();
        Resident.forget();
        try (HeapPeak peak = new HeapPeak()) {
            whole.time(() -> report[0] = job.run(MONTH, Optional.empty(), DAY, false));
            heap = peak.megabytes();
        }
        long resident = Resident.most() >> 10;
        String byThread = threads.line(whole.cpuSeconds() - whole.server());
        int made = report[0].made();
        Stopwatch bare = new Stopwatch();
        int drawn = drawAll(bare);
        if (made != drawn || report[0].notMade() > 0) {
            throw new IllegalStateException(made + " made, " + drawn + " drawn, " + report[0].notMade() + " not made");
        }
        System.out.printf(Locale.ROOT,
                "| %s | %,d | %.1f | %.1f, %.1f | %.0f | %.1f | %.1f | %.0f | %.2f | %.2f | %d | %d |%n", kind, made,
                whole.seconds(), whole.cpuSeconds(), whole.server(), made / whole.seconds(), bare.seconds(), bare.cpuSeconds(),
                drawn / bare.seconds(), bare.seconds() / whole.seconds(), bare.cpuSeconds() / whole.cpuSeconds(), heap,
                resident);
        System.out.println("    processor s by thread, without the server: " + byThread);
    }

    private StatementJob job(Leases leases, Path work) {
        StatementPolicy policy = new StatementPolicy(true, false, List.of(), AgingBuckets.USUAL);
        return new StatementJob(ledger, leases, Hub.COMPANIES, new StatementSettings(policy, templates, work.resolve("out"),
                "ledger@bench.example"), new OutboxStore(ledger, CustomerMail.ON), company -> Optional.empty());
    }

    /** Draws what was made once more; only the drawing is timed. */
    private int drawAll(Stopwatch watch) throws Exception {
        List<StatementPdf> pens = List.of(new StatementPdf(), new StatementPdf());
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            return drawAll(watch, pens, threads);
        } finally {
            threads.shutdown();
        }
    }

    private int drawAll(Stopwatch watch, List<StatementPdf> pens, ExecutorService threads) throws Exception {
        StatementStore store = new StatementStore(ledger);
        int drawn = 0;
        String last = "";
        for (List<Customer> page = store.customersAfter("main", last, PAGE); !page.isEmpty();
                page = store.customersAfter("main", last, PAGE)) {
            List<StatementRow> rows = new ArrayList<>();
            List<StatementLetter> letters = letters(store, page, rows);
            byte[][] bytes = new byte[letters.size()][];
            watch.time(() -> draw(threads, pens, letters, bytes));
            for (int i = 0; i < bytes.length; i++) {
                if (!Arrays.equals(bytes[i], store.pdf(rows.get(i)))) {
                    throw new IllegalStateException(rows.get(i).key() + " was drawn otherwise");
                }
            }
            drawn += letters.size();
            last = page.get(page.size() - 1).id().number();
        }
        return drawn;
    }

    private static void draw(ExecutorService threads, List<StatementPdf> pens, List<StatementLetter> letters, byte[][] bytes)
            throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int own = t;
            work.add(() -> {
                for (int i = own; i < letters.size(); i += THREADS) {
                    bytes[i] = pens.get(own).render(letters.get(i));
                }
                return null;
            });
        }
        for (Future<Void> done : threads.invokeAll(work)) {
            done.get();
        }
    }

    private List<StatementLetter> letters(StatementStore store, List<Customer> page, List<StatementRow> rows) {
        List<String> numbers = page.stream().map(customer -> customer.id().number()).toList();
        Map<String, List<StatementRow>> made = store.of("main", numbers);
        MovementStore movements = new MovementStore(ledger);
        Company company = Hub.COMPANIES.standard();
        List<StatementLetter> letters = new ArrayList<>();
        for (Customer customer : page) {
            List<StatementRow> own = made.get(customer.id().number());
            StatementRow row = own.get(own.size() - 1);
            StatementOfAccount statement = StatementOfAccount.prove(row.key(), row.asKnownAt(),
                    StatementStore.previous(own, row.key()), movements.accounts(customer.id(), row.key().firstDay(),
                            row.key().cutOff(), row.asKnownAt()).get(row.key().currency()), AgingBuckets.USUAL);
            rows.add(row);
            letters.add(templates.letter(statement, company, customer, customer.language())
                    .withReply(new ReplyPart(company.replyTo(), ReplyToken.referenceOf(row.key()))));
        }
        return letters;
    }
}
