package org.saldo.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.saldo.delivery.Backoff;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.SmtpSettings;
import org.saldo.job.DeliveryJob;
import org.saldo.job.DeliveryReport;
import org.saldo.job.LastLook;
import org.saldo.store.BatchKind;
import org.saldo.store.Database;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.mail.OutboxStore;

/**
 * Measures the outbox: writing mails, each in a transaction of its own, against bare commits of as many bytes; and
 * draining it to a mail server in this process against a bare, reused transport of the same library, which sends at once
 * (TCP_NODELAY) too: {@code MailBench N hsqldb,postgresql}. A thousand mails go before, for Java to get warm.
 */
public final class MailBench {

    private static final int PDF_BYTES = 40_000;
    private static final int WARM = 1_000;
    /** As shipped. */
    private static final int CONNECTIONS = 2;
    /** Without TCP_NODELAY a mail takes some 45 ms: so many are enough to see it. */
    private static final int SLOW = 100;

    private final Place place;
    private final String kind;
    private final List<OutgoingMail> written;

    private MailBench(Place place, String kind, int mails) {
        this.place = place;
        this.kind = kind;
        this.written = mails(mails);
    }

    public static void main(String[] arguments) throws Exception {
        int mails = Integer.parseInt(arguments[0]);
        System.out.println(Bench.machine());
        for (String kind : arguments[1].split(",")) {
            try (Place place = Place.named(kind)) {
                new MailBench(place, kind + ", cold", WARM).measure();
                new MailBench(place, kind, mails).measure();
            }
        }
    }

    private void measure() throws Exception {
        Path work = Files.createTempDirectory("saldo-mail-bench");
        tell("bare commits of as many bytes", bareCommits(place.fresh("plain", work)));
        try (Database database = Database.open(place.fresh("mails", work)); SinkServer server = new SinkServer();
             Leases leases = new Leases(database, InstantSource.system(), "bench")) {
            Ledger ledger = new Ledger(database, InstantSource.system());
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
            enqueue(ledger, outbox, "");
            SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                    Duration.ofSeconds(30), "");
            DeliveryJob job = new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, LastLook.NONE)
                    .noting(work.resolve("sending.log"));
            Gauge alone = drain("outbox drained over one connection", job);
            enqueue(ledger, outbox, "again-");
            Gauge together = drain("outbox drained over " + CONNECTIONS, job.over(CONNECTIONS));
            BareTransport bare = new BareTransport(server.port());
            Gauge built = timed(() -> bare.send(written, true));
            tell("bare reused transport that makes each mail", built);
            List<byte[]> bytes = new ArrayList<>();
            for (OutgoingMail mail : written) {
                bytes.add(outbox.render(mail, ledger.now()).bytes().orElseThrow().bytes());
            }
            Gauge ready = timed(() -> bare.sendReady(bytes));
            tell("bare reused transport, of bytes that are made", ready);
            int slow = Math.min(SLOW, mails());
            Gauge delayed = timed(() -> bare.send(written.subList(0, slow), false));
            System.out.printf(Locale.ROOT, "| %s | the first of them without TCP_NODELAY | %.0f a second |%n", kind,
                    slow / delayed.seconds());
            against("drained over one connection", alone, built, ready);
            against("drained over " + CONNECTIONS, together, built, ready);
            if (server.taken() != 4L * mails() + slow) {
                throw new IllegalStateException(server.taken() + " taken");
            }
        }
    }

    private void enqueue(Ledger ledger, OutboxStore outbox, String before) throws Exception {
        tell("mails enqueued, one a transaction", timed(() -> written.forEach(mail -> ledger.record(BatchKind.STATEMENT, "bench",
                Workload.DAY_AFTER, batch -> outbox.enqueue(batch, new OutgoingMail(mail.company(), mail.kind(), mail.customer(),
                        before + mail.businessKey(), mail.from(), mail.to(), mail.replyTo(), before + mail.subject(), mail.text(),
                        mail.html(), mail.attachments(), mail.language()))))));
    }

    private Gauge drain(String what, DeliveryJob job) throws Exception {
        DeliveryReport[] report = new DeliveryReport[1];
        Gauge drained = timed(() -> report[0] = job.run());
        tell(what, drained);
        if (report[0].accepted() != mails()) {
            throw new IllegalStateException(report[0].toString());
        }
        return drained;
    }

    private void against(String what, Gauge drained, Gauge built, Gauge ready) {
        System.out.printf(Locale.ROOT, "| %s | %s, times the bare transport | %.2f; by processor seconds %.2f |%n", kind, what,
                built.seconds() / drained.seconds(), built.cpuSeconds() / drained.cpuSeconds());
        System.out.printf(Locale.ROOT, "| %s | %s, times that of bytes that are made | %.2f; by processor seconds %.2f |%n", kind,
                what, ready.seconds() / drained.seconds(), ready.cpuSeconds() / drained.cpuSeconds());
    }

    private int mails() {
        return written.size();
    }

    private Gauge timed(Stopwatch.Work work) throws Exception {
        Gauge gauge = new Gauge(place);
        gauge.time(work);
        return gauge;
    }

    private void tell(String what, Gauge gauge) {
        System.out.printf(Locale.ROOT, "| %s | %s | %.2f s | %,.0f a second | %.2f processor s, %.2f of them the server's |%n",
                kind, what, gauge.seconds(), mails() / gauge.seconds(), gauge.cpuSeconds(), gauge.server());
    }

    /** What the disk takes for a commit of the bytes of one mail, with nothing else in it. */
    private Gauge bareCommits(DatabaseSettings settings) throws Exception {
        boolean hsqldb = settings.url().startsWith("jdbc:hsqldb:");
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
             Statement statement = connection.createStatement()) {
            if (hsqldb) {
                statement.execute("SET FILES WRITE DELAY FALSE");
            }
            statement.execute(hsqldb ? "CREATE CACHED TABLE plain (id INTEGER PRIMARY KEY, bytes VARBINARY(64M))"
                    : "CREATE TABLE plain (id INTEGER PRIMARY KEY, bytes BYTEA)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?, ?)")) {
                return timed(() -> {
                    for (int i = 0; i < mails(); i++) {
                        insert.setInt(1, i);
                        insert.setBytes(2, written.get(i).attachments().get(0).bytes());
                        insert.execute();
                    }
                });
            }
        }
    }

    private static List<OutgoingMail> mails(int count) {
        Random random = new Random(42);
        List<OutgoingMail> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pdf = new byte[PDF_BYTES];
            random.nextBytes(pdf);
            mails.add(new OutgoingMail("main", MailKind.STATEMENT, "C-" + i, "bench/" + i, "hub@seller.example",
                    List.of("pay@acme.example"), "", "Statement " + i, "text of a mail\n".repeat(60),
                    "<p>text of a mail</p>\n".repeat(60),
                    List.of(new OutgoingMail.Attachment("statement.pdf", "application/pdf", pdf)), "en"));
        }
        return mails;
    }
}
