package org.saldo.bench;

import java.io.BufferedWriter;
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
import org.saldo.intake.FileKind;
import org.saldo.job.statement.StatementJob;
import org.saldo.job.statement.StatementReport;
import org.saldo.job.statement.StatementSettings;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.StatementRule;
import org.saldo.statement.StatementTerms;
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
 * customer has 30 invoices of two months, two thirds of them paid; the bytes of both ways are compared. Before it the first
 * 1,500 customers get their statements of the month before: the drawing alone, which comes last, would be warm anyhow.
 */
public final class StatementsBench {

    private static final int INVOICES = 30;
    private static final int PAGE = 500;
    private static final int THREADS = 2;
    private static final int WARM_UP = 1500;
    private static final String FIRST_ONES = "AT";
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
        System.out.println("| database | statements | seconds | processor s, the server's | a second | bare s | bare processor s"
                + " | bare a second | share | share by processor s | heap MB at start, at most | MB resident at most |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (String kind : arguments[1].split(",")) {
            try (Place place = Place.named(kind)) {
                Path work = Files.createTempDirectory("statements");
                DatabaseSettings settings = place.fresh("statements", work);
                load(settings, work, customers);
                try (Database database = Database.open(settings);
                     Leases leases = new Leases(database, InstantSource.system(), "bench")) {
                    new StatementsBench(new Ledger(database, InstantSource.system())).measure(kind, place, leases, work);
                }
            }
        }
    }

    static void load(DatabaseSettings settings, Path work, int customers) throws IOException {
        write(work, customers);
        try (Hub hub = new Hub(settings, work)) {
            hub.takeIn(work.resolve("customers.csv"), FileKind.CUSTOMERS);
            hub.takeIn(work.resolve("invoices.csv"), FileKind.INVOICES);
            hub.takeIn(work.resolve("payments.csv"), FileKind.PAYMENTS);
            hub.reconcile();
        }
    }

    private static void write(Path work, int customers) throws IOException {
        try (BufferedWriter people = Files.newBufferedWriter(work.resolve("customers.csv"));
             BufferedWriter invoices = Files.newBufferedWriter(work.resolve("invoices.csv"));
             BufferedWriter payments = Files.newBufferedWriter(work.resolve("payments.csv"))) {
            people.write("customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n");
            invoices.write("document_type,document_number,customer_id,issue_date,due_date,currency,amount\n");
            payments.write("payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,"
                    + "end_to_end_id,remittance_text\n");
            String[] languages = {"en", "de", "es"};
            for (int c = 0; c < customers; c++) {
                String iban = "DE%020d".formatted(70_000_000L + c);
                people.write("C%06d,Customer %d Machinery Ltd,%s,%s,EUR,ap@c%d.example,%s,NET30,S1%n".formatted(c, c,
                        c < WARM_UP ? FIRST_ONES : "DE", languages[c % languages.length], c, iban));
                for (int i = 0; i < INVOICES; i++) {
                    invoice(invoices, payments, c, i, iban);
                }
            }
        }
    }

    private static void invoice(BufferedWriter invoices, BufferedWriter payments, int customer, int number, String iban)
            throws IOException {
        LocalDate issued = FIRST.plusDays(number * 2L);
        String document = "RE-%06d%02d".formatted(customer, number);
        long cents = 10_000 + (customer * 31L + number * 977L) % 900_000;
        String amount = cents / 100 + "." + "%02d".formatted(cents % 100);
        invoices.write("INVOICE,%s,C%06d,%s,%s,EUR,%s%n".formatted(document, customer, issued, issued.plusDays(14), amount));
        if (number % 3 != 2) {
            LocalDate booked = issued.plusDays(1 + number % 3);
            payments.write("P%06d%02d,%s,%s,%s,EUR,%s,CUSTOMER %d MACHINERY,%s,,Invoice %s%n".formatted(customer, number,
                    Workload.ACCOUNT, booked, booked, amount, customer, iban, document));
        }
    }

    private void measure(String kind, Place place, Leases leases, Path work) throws Exception {
        StatementPolicy all = new StatementPolicy(true, false, List.of(), AgingBuckets.USUAL);
        job(leases, work, ofTheFirst(all)).run(MONTH.minusMonths(1), Optional.empty(), DAY, false);
        StatementJob job = job(leases, work, all);
        long before = usedHeap();
        Peak peak = new Peak();
        Stopwatch whole = new Stopwatch();
        StatementReport[] report = new StatementReport[1];
        Resident.forget();
        double serverBefore = place.serverCpuSeconds();
        whole.time(() -> report[0] = job.run(MONTH, Optional.empty(), DAY, false));
        double server = place.serverCpuSeconds() - serverBefore;
        long resident = Resident.most();
        long most = peak.stop();
        int made = report[0].made();
        Stopwatch bare = new Stopwatch();
        int drawn = drawAll(bare);
        if (made != drawn || report[0].notMade() > 0) {
            throw new IllegalStateException(made + " made, " + drawn + " drawn, " + report[0].notMade() + " not made");
        }
        System.out.printf(Locale.ROOT,
                "| %s | %,d | %.1f | %.1f, %.1f | %.0f | %.1f | %.1f | %.0f | %.2f | %.2f | %d, %d | %d |%n", kind, made,
                whole.seconds(), whole.cpuSeconds(), server, made / whole.seconds(), bare.seconds(), bare.cpuSeconds(),
                drawn / bare.seconds(), bare.seconds() / whole.seconds(),
                bare.cpuSeconds() / (whole.cpuSeconds() + server), before >> 20, most >> 20, resident >> 10);
    }

    private StatementJob job(Leases leases, Path work, StatementPolicy policy) {
        return new StatementJob(ledger, leases, Hub.COMPANIES, new StatementSettings(policy, templates, work.resolve("out"),
                "ledger@bench.example"), new OutboxStore(ledger, CustomerMail.ON), company -> Optional.empty());
    }

    /** What is monthly for the first customers alone: their statements of the month before warm Java up, for both. */
    private static StatementPolicy ofTheFirst(StatementPolicy all) {
        StatementTerms usual = all.usual();
        StatementRule first = new StatementRule(new StatementRule.Who(Optional.empty(), Optional.empty(), Optional.of(FIRST_ONES),
                Optional.empty(), Optional.empty(), Optional.empty()), StatementRule.Days.ALL, new StatementRule.Change(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.of(StatementTerms.Frequency.MONTHLY), ""));
        return new StatementPolicy(new StatementTerms(usual.send(), usual.to(), usual.language(), usual.zeroBalances(),
                usual.minimums(), usual.creditBalances(), usual.workbook(), StatementTerms.Frequency.YEARLY, usual.reason()),
                List.of(first), all.aging(), all.schedules());
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

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The most heap that was in use right after a collection, looked at four times a second. */
    private static final class Peak {
        private final Thread watcher = new Thread(this::watch);
        private volatile boolean stopped;
        private long most;

        Peak() {
            watcher.setDaemon(true);
            watcher.start();
        }

        private void watch() {
            while (!stopped) {
                long used = java.lang.management.ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed()).sum();
                most = Math.max(most, used);
                try {
                    Thread.sleep(250);
                } catch (InterruptedException stop) {
                    return;
                }
            }
        }

        long stop() throws InterruptedException {
            stopped = true;
            watcher.interrupt();
            watcher.join();
            return most;
        }
    }
}
