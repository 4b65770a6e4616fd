package org.saldo.job.statement;

import static org.assertj.core.api.Assertions.assertThat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.saldo.delivery.CustomerMail;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.settings.StatementTemplates;
import org.saldo.settings.StatementsFile;
import org.saldo.statement.StatementPolicy;
import org.saldo.store.Books;
import org.saldo.store.Database;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.TestDatabase;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** A company with three customers and their invoices from July to October, whose statements are made month by month. */
final class StatementWorld {

    static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T05:00:00Z"));
    static final Authority AUTHORITY = new Authority("authority.yaml", List.of(
            new Authority.Grant("anna", Set.of(PersonAction.RELEASE), Optional.empty()),
            new Authority.Grant("bernd", Set.of(PersonAction.RELEASE), Optional.empty())),
            List.of(new Authority.FourEyes(Set.of(PersonAction.RELEASE), Map.of(org.saldo.money.Money.of("EUR", "60.00")
                    .currency(), org.saldo.money.Money.of("EUR", "60.00")), Set.of())), Map.of(), Optional.empty());

    private StatementWorld() {
    }

    static String release(StatementJob job, String customer, String person) {
        return job.release(new CustomerId("main", customer), OCTOBER, Optional.empty(),
                new Decider(person, "agreed by phone", LocalDate.of(2026, 11, 20), "main"), AUTHORITY).text();
    }

    static List<StatementRow> rows(Ledger ledger, String customer) {
        return new StatementStore(ledger).upTo(new CustomerId("main", customer), YearMonth.of(2027, 1));
    }

    static java.util.function.Function<Company, LocalDateTime> at(String time) {
        return company -> LocalDateTime.parse(time);
    }

    interface Story {
        void tell(Ledger ledger, StatementJob job) throws IOException;
    }

    static void with(TestDatabase kind, Path folder, String policy, Story story) {
        try (Database database = kind.open(); Leases leases = new Leases(database, CLOCK, "test")) {
            Ledger ledger = new Ledger(database, CLOCK);
            Books books = new Books(ledger);
            books.customer("C-1", "Alpha Works", "en", "c1@customer.example");
            books.customer("C-2", "Beta Works", "en", "c2@customer.example");
            books.customer("C-3", "Gamma Works", "en", "nowhere");
            for (int month = 7; month <= 10; month++) {
                books.invoice("INV-1" + month, "C-1", "2026-%02d-05".formatted(month), "2026-%02d-20".formatted(month), "10.00");
                books.invoice("INV-3" + month, "C-3", "2026-%02d-05".formatted(month), "2026-%02d-20".formatted(month), "7.00");
            }
            books.invoice("INV-2", "C-2", "2026-09-10", "2026-10-10", "30.00");
            books.receipt("P-2", "2026-10-12", "100.00", "");
            books.decide("P-2", "C-2", null, "2026-10-12");
            books.pay("A-2", "P-2", "INV-2", "C-2", null, "30.00", "2026-10-12");
            story.tell(ledger, job(ledger, leases, folder, StatementsFile.read(Files.writeString(
                    folder.resolve("statements.yaml"), policy + "aging: [30, 60, 90]\n"))));
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static StatementJob job(Ledger ledger, Leases leases, Path folder, StatementPolicy policy) {
        assertThat(policy.aging()).isEqualTo(AgingBuckets.USUAL);
        return anyJob(ledger, leases, folder, policy);
    }

    static StatementJob anyJob(Ledger ledger, Leases leases, Path folder, StatementPolicy policy) {
        return new StatementJob(ledger, leases, companies(), new StatementSettings(policy,
                StatementTemplates.read(Path.of("config/templates")), folder.resolve("out"), "receivables@nordlicht.example"),
                new OutboxStore(ledger, CustomerMail.ON), any -> Optional.empty());
    }

    static Companies companies() {
        Company company = new Company("main", "Nordlicht", List.of("Hamburg"), "", "DE", Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"), Company.Mode.SHADOW, List.of(), Optional.empty(), "ledger@nordlicht.example",
                List.of("finance@nordlicht.example"));
        return new Companies(List.of(company));
    }

    static String text(byte[] mail) {
        return new String(mail, java.nio.charset.StandardCharsets.UTF_8).replace("=\r\n", "");
    }

    /** The mail's plain text on one line. */
    static String words(byte[] mail) {
        String text = text(mail);
        return text.substring(0, text.indexOf("<!DOCTYPE")).replace("=E2=80=93", "–").replaceAll("[ \\r\\n]+", " ");
    }

    /** The text of the mail's PDF. */
    static String page(byte[] mail) {
        try (var document = Loader.loadPDF(attachment(mail, 1))) {
            return new PDFTextStripper().getText(document);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static byte[] attachment(byte[] mail, int number) {
        try {
            var message = new jakarta.mail.internet.MimeMessage(
                    jakarta.mail.Session.getInstance(new java.util.Properties()), new ByteArrayInputStream(mail));
            var parts = (jakarta.mail.Multipart) message.getContent();
            return parts.getBodyPart(number).getInputStream().readAllBytes();
        } catch (IOException | jakarta.mail.MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
