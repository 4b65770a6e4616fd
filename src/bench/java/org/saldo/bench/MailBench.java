package org.saldo.bench;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
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
import java.util.Properties;
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
import org.saldo.store.OutboxStore;

/**
 * Measures the outbox: writing mails, each in a transaction of its own, against bare commits of as many bytes; and
 * draining it to a mail server in this process against a bare, reused transport: {@code MailBench N hsqldb,postgresql}.
 */
public final class MailBench {

    private static final int PDF_BYTES = 40_000;

    private MailBench() {
    }

    public static void main(String[] arguments) throws Exception {
        int mails = Integer.parseInt(arguments[0]);
        System.out.println(Bench.machine());
        for (String kind : arguments[1].split(",")) {
            try (Place place = Place.named(kind)) {
                measure(kind, place, mails);
            }
        }
    }

    private static void measure(String kind, Place place, int mails) throws Exception {
        Path work = Files.createTempDirectory("saldo-mail-bench");
        double commits = bareCommits(place.fresh("plain", work), mails);
        try (Database database = Database.open(place.fresh("mails", work)); SinkServer server = new SinkServer();
             Leases leases = new Leases(database, InstantSource.system(), "bench")) {
            Ledger ledger = new Ledger(database, InstantSource.system());
            OutboxStore outbox = new OutboxStore(ledger, CustomerMail.ON);
            List<OutgoingMail> written = mails(mails);
            double enqueue = seconds(() -> written.forEach(mail -> ledger.record(BatchKind.STATEMENT, "bench",
                    Workload.DAY_AFTER, batch -> outbox.enqueue(batch, mail))));
            SmtpSettings smtp = new SmtpSettings("127.0.0.1", server.port(), SmtpSettings.Security.NONE, "", "",
                    Duration.ofSeconds(30), "");
            DeliveryJob job = new DeliveryJob(ledger, leases, smtp, Backoff.ABOUT_A_DAY, LastLook.NONE);
            DeliveryReport[] report = new DeliveryReport[1];
            double drain = seconds(() -> report[0] = job.run());
            double bare = seconds(() -> bareTransport(server, mails));
            if (report[0].accepted() != mails || server.taken() != 2L * mails) {
                throw new IllegalStateException(report[0] + ", " + server.taken() + " taken");
            }
            tell(kind, "bare commits of as many bytes", mails, commits);
            tell(kind, "mails enqueued, one a transaction", mails, enqueue);
            tell(kind, "outbox drained", mails, drain);
            tell(kind, "bare reused transport", mails, bare);
        }
    }

    /** What the disk takes for a commit of the bytes of one mail, with nothing else in it. */
    private static double bareCommits(DatabaseSettings settings, int mails) throws Exception {
        boolean hsqldb = settings.url().startsWith("jdbc:hsqldb:");
        try (Connection connection = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
             Statement statement = connection.createStatement()) {
            if (hsqldb) {
                statement.execute("SET FILES WRITE DELAY FALSE");
            }
            statement.execute(hsqldb ? "CREATE CACHED TABLE plain (id INTEGER PRIMARY KEY, bytes VARBINARY(64M))"
                    : "CREATE TABLE plain (id INTEGER PRIMARY KEY, bytes BYTEA)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO plain VALUES (?, ?)")) {
                List<OutgoingMail> written = mails(mails);
                return seconds(() -> {
                    for (int i = 0; i < mails; i++) {
                        insert.setInt(1, i);
                        insert.setBytes(2, written.get(i).attachments().get(0).bytes());
                        insert.execute();
                    }
                });
            }
        }
    }

    private static void bareTransport(SinkServer server, int mails) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        Session session = Session.getInstance(properties);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect();
            for (OutgoingMail mail : mails(mails)) {
                MimeMessage message = new MimeMessage(session);
                message.setFrom(mail.from());
                message.setRecipients(Message.RecipientType.TO, mail.to().get(0));
                message.setSubject(mail.subject());
                MimeBodyPart text = new MimeBodyPart();
                text.setText(mail.text());
                MimeBodyPart file = new MimeBodyPart();
                file.setDataHandler(new DataHandler(new ByteArrayDataSource(mail.attachments().get(0).bytes(),
                        "application/pdf")));
                message.setContent(new MimeMultipart(text, file));
                message.saveChanges();
                transport.sendMessage(message, message.getAllRecipients());
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

    private static double seconds(Stopwatch.Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void tell(String kind, String what, int mails, double seconds) {
        System.out.printf(Locale.ROOT, "| %s | %s | %.2f s | %,.0f a second |%n", kind, what, seconds, mails / seconds);
    }
}
