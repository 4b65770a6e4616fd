package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.Cases;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.EarlyOffer;
import org.saldo.dunning.Incentives;
import org.saldo.dunning.SendTimes;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.Database;
import org.saldo.store.DunningBooks;
import org.saldo.store.SentMails;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.reconciliation.ReconciliationStore;

/** A notice a week ahead offers two percent for paying three days before the due date; who does has paid all. */
class EarlyOfferTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 30);
    private static final Companies COMPANIES = new Companies(List.of(IntakeDesk.COMPANIES.get("main")));
    private static final String CUSTOMERS = "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n";
    private static final String INVOICES = IntakeDesk.INVOICE_HEADER.strip() + ",discount_percent,discount_until\n";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void whoPaysByTheDayOfTheOfferHasEarnedIt(TestDatabase kind) {
        Database database = kind.open();
        try (IntakeDesk desk = new IntakeDesk(database, data)) {
            DunningBooks books = new DunningBooks(database, desk.ledger);
            desk.take("customers.csv", CUSTOMERS + "C-1,ACME,DE,en,EUR,a@acme.example,,,\n");
            desk.take("invoices.csv", INVOICES + "INVOICE,INV-101,C-1,2026-10-10,2026-11-05,EUR,1000.00,,\n"
                    + "INVOICE,INV-102,C-1,2026-10-10,2026-11-05,EUR,500.00,,\n"
                    + "INVOICE,INV-103,C-1,2026-10-10,2026-11-05,EUR,600.00,3,2026-10-15\n"
                    + "INVOICE,INV-104,C-1,2026-10-10,2026-11-05,EUR,99.99,,\n");
            desk.take("bank.csv", IntakeDesk.PAYMENT_HEADER + payment("P-0", "2026-10-30", "1.00", ""));
            remind(desk, DAY);
            assertThat(books.texts("REMINDER")).singleElement().asString().contains(
                    "Our offer for paying early, by the day in brackets: INV-101: EUR 980.00 (2 Nov 2026); INV-102: EUR 490.00")
                    .doesNotContain("INV-103: 588", "INV-104: 9");
            assertThat(books.count("discount_offer")).as("neither below the least amount nor where terms gave one").isEqualTo(2);
            remind(desk, DAY.plusDays(1));
            assertThat(books.count("discount_offer")).isEqualTo(2);
            desk.take("paid.csv", IntakeDesk.PAYMENT_HEADER + payment("P-1", "2026-11-02", "980.00", "INV-101")
                    + payment("P-2", "2026-11-20", "490.00", "INV-102"));
            new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger), COMPANIES, MatchingPolicy.shipped())
                    .run(LocalDate.of(2026, 11, 20));
            assertThat(books.rows("SELECT a.amount FROM allocation a JOIN document d ON d.item_id = a.item_id"
                    + " WHERE a.kind = 'CASH_DISCOUNT' AND d.document_number = 'INV-101'")).singleElement()
                    .satisfies(row -> assertThat((BigDecimal) row.get("amount")).isEqualByComparingTo("20.00"));
            assertThat(books.rows("SELECT a.amount FROM allocation a JOIN document d ON d.item_id = a.item_id"
                    + " WHERE a.kind = 'CASH_DISCOUNT' AND d.document_number = 'INV-102'")).as("weeks too late").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoticeThatDidNotGoOutOffersNothing(TestDatabase kind) {
        Database database = kind.open();
        try (IntakeDesk desk = new IntakeDesk(database, data)) {
            DunningBooks books = new DunningBooks(database, desk.ledger);
            desk.take("customers.csv", CUSTOMERS + "C-1,ACME,DE,en,EUR,a@acme.example,,,\n");
            desk.take("invoices.csv", INVOICES + "INVOICE,INV-101,C-1,2026-10-10,2026-11-05,EUR,1000.00,,\n");
            desk.take("bank.csv", IntakeDesk.PAYMENT_HEADER + payment("P-0", "2026-10-30", "1.00", ""));
            remind(desk, DAY);
            SentMails.execute(desk.ledger, "UPDATE mail SET state = 'CANCELLED'");
            desk.take("paid.csv", IntakeDesk.PAYMENT_HEADER + payment("P-1", "2026-11-02", "980.00", "INV-101"));
            new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger), COMPANIES, MatchingPolicy.shipped())
                    .run(LocalDate.of(2026, 11, 3));
            assertThat(books.rows("SELECT amount FROM allocation WHERE kind = 'CASH_DISCOUNT'")).isEmpty();
        }
    }

    private static String payment(String id, String day, String amount, String text) {
        return id + "," + IntakeDesk.OWN_ACCOUNT + "," + day + "," + day + ",EUR," + amount + ",ACME,,," + text + "\n";
    }

    private static void remind(IntakeDesk desk, LocalDate day) {
        Templates templates = new Templates(Path.of("config/templates"), "en");
        Money least = Money.of("EUR", "100.00");
        DunningPolicy plain = Cases.policy(Cases.NOTICE_THEN_CALL);
        DunningPolicy policy = new DunningPolicy("o1", plain.ladders(), plain.minimums(), 3, 5, 500, List.of(), SendTimes.ANY,
                Optional.empty(), new Incentives(true, 0, 365, Optional.of(new EarlyOffer(new BigDecimal("2"), 3, Set.of(),
                Map.of(least.currency(), least)))));
        DunningRules rules = new DunningRules(COMPANIES, policy, InterestPolicy.NONE, new BusinessCalendars(Map.of()),
                company -> Optional.empty(), HoldOut.NOBODY);
        new DunningJob(desk.ledger, desk.leases, new OutboxStore(desk.ledger, CustomerMail.ON), rules,
                ReminderWriting.plain(new ReminderMail(templates, "hub@seller.example"), new AnswerStore(desk.ledger).replyKey()),
                new ReminderSummary(templates, "hub@seller.example")).run(day, false);
    }
}
