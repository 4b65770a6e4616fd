package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderSummary;
import org.saldo.delivery.Templates;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.job.VerifyJob;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.settings.DunningFile;
import org.saldo.settings.PlainPolicy;
import org.saldo.store.DunningBooks;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.verify.VerifyReport;
import org.saldo.store.verify.VerifyStore;

/** The customers' file and the payables' file say who is not reminded, and of what. */
class HeldBackByDataTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 30);
    private static final String CUSTOMERS = "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson,"
            + "dunning_policy,reminder_stop,reminder_stop_until,street,postal_code,city,region\n";
    private static final String ONE_COMPANY = "main";

    @TempDir
    private Path data;

    @ParameterizedTest
    @EnumSource
    void customersAndPayablesAreKeptBackAsTheFilesSay(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            assertThat(desk.take("customers.csv", CUSTOMERS + row("C-1", ",insolvent,") + row("C-2", ",under-bill,2026-10-29")
                    + row("C-3", ",,") + row("C-4", "standart,,") + row("C-5", ",direct-debit,") + row("C-6", ",bankrupt,")
                    + row("C-7", ",under-bill,")).rejections()).hasSize(2).first().asString()
                    .contains("reminder_stop", "bankrupt", "insolvent");
            for (int i = 1; i <= 5; i++) {
                desk.take("i" + i + ".csv", IntakeDesk.INVOICE_HEADER + "INVOICE,INV-" + i + ",C-" + i
                        + ",2026-09-01,2026-10-15,EUR,100.00\n");
            }
            desk.take("p.csv", IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT
                    + ",2026-10-30,2026-10-30,EUR,1.00,SOMEBODY,,,\n");
            assertThat(desk.take("owed.csv", "customer_id,as_of,currency,amount\nC-3,2026-10-28,EUR,100.00\nC-2,2026-10-28,EUR,"
                    + "-1.00\n").rejections()).singleElement().asString().contains("amount", "is below zero");
            CompanyReminders first = remind(desk);
            assertThat(first.reminded()).extracting(each -> each.customer().number()).containsExactly("C-2", "C-5");
            assertThat(first.withheld()).extracting(Withheld::words).satisfiesExactly(
                    words -> assertThat(words.toString()).isEqualTo("stopped: insolvent (the customer's master data)"),
                    words -> assertThat(words.toString()).contains("we owe the same party EUR 100.00 (payables of 2026-10-28"),
                    words -> assertThat(words.toString()).contains("'standart' is no ladder"));
            assertThat(first.notes()).singleElement().asString().contains("customer main/C-4 is not reminded");
            desk.take("owed2.csv", "customer_id,as_of,currency,amount\nC-9,2026-10-29,EUR,0.00\n");
            assertThat(remind(desk).reminded()).as("the latest day has nothing of C-3").extracting(each ->
                    each.customer().number()).contains("C-3");
            assertThat(new VerifyJob(new VerifyStore(desk.ledger)).run().results()).filteredOn(result ->
                    List.of("I2", "I18").contains(result.promise().name())).allMatch(result -> result.holds());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKeptBackOfAnItemIsSaidAndProved(TestDatabase kind) {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            desk.take("customers.csv", CUSTOMERS + row("C-1", ",,"));
            desk.take("i.csv", IntakeDesk.INVOICE_HEADER + "INVOICE,INV-1,C-1,2026-09-01,2026-10-15,EUR,1000.00\n");
            desk.take("p.csv", IntakeDesk.PAYMENT_HEADER + "P-1," + IntakeDesk.OWN_ACCOUNT
                    + ",2026-10-30,2026-10-30,EUR,1.00,SOMEBODY,,,\n");
            desk.take("owed.csv", "customer_id,as_of,currency,amount\nC-1,2026-10-29,EUR,900.00\n");
            Companies main = new Companies(List.of(IntakeDesk.COMPANIES.get(ONE_COMPANY)));
            assertThat(remind(desk, main, PlainPolicy.file(), false).get(0).reminded()).singleElement().satisfies(each ->
                    assertThat(each.asked()).containsExactly(Money.of("EUR", "100.00")));
            assertThat(new DunningBooks(desk.database, desk.ledger).texts("REMINDER")).singleElement().asString()
                    .contains("Less what is disputed, promised, agreed or kept back: −EUR 900.00", "To be paid: EUR 100.00",
                            "INV-1  EUR 900.00  kept back by us for now");
            assertThat(reminders(desk).holds()).isTrue();
            Rows.execute(desk.database, "UPDATE reminder_item SET excluded_amount = 900.01");
            assertThat(reminders(desk).breached()).as("a cent more than we owed").isEqualTo(1);
        }
    }

    private static VerifyReport.Result reminders(IntakeDesk desk) {
        return new VerifyJob(new VerifyStore(desk.ledger)).run().results().stream()
                .filter(result -> result.promise().name().equals("I13")).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void aCapIsEachCompanysOwn(TestDatabase kind) throws IOException {
        try (IntakeDesk desk = new IntakeDesk(kind, data)) {
            String header = CUSTOMERS.strip() + ",company\n";
            String rows = "";
            String invoices = "";
            for (String company : List.of("main", "north")) {
                for (int i = 1; i <= 2; i++) {
                    rows += row("C-" + i, ",,").strip() + "," + company + "\n";
                    invoices += "INVOICE,INV-" + i + ",C-" + i + ",2026-09-01,2026-10-15,EUR,100.00," + company + "\n";
                }
            }
            desk.take("customers.csv", header + rows);
            desk.take("invoices.csv", IntakeDesk.INVOICE_HEADER.strip() + ",company\n" + invoices);
            for (Company company : IntakeDesk.COMPANIES.all()) {
                desk.take(company.id() + ".csv", IntakeDesk.PAYMENT_HEADER + "P-1," + company.accounts().get(0).iban()
                        + ",2026-10-30,2026-10-30,EUR,1.00,SOMEBODY,,,\n");
            }
            Path policy = IntakeDesk.write(data.resolve("dunning.yaml"), Files.readString(PlainPolicy.file())
                    .replace("mails-per-run: 500", "mails-per-run: 1"));
            assertThat(remind(desk, IntakeDesk.COMPANIES, policy)).extracting(each -> each.reminded().size())
                    .containsExactly(1, 1);
        }
    }

    private static String row(String number, String rest) {
        return number + ",ACME " + number + ",DE,en,EUR," + number + "@acme.example,,,," + rest + ",Hafenstr. 7,20457,Hamburg,\n";
    }

    private static CompanyReminders remind(IntakeDesk desk) {
        return remind(desk, new Companies(List.of(IntakeDesk.COMPANIES.get(ONE_COMPANY))),
                PlainPolicy.file()).get(0);
    }

    private static List<CompanyReminders> remind(IntakeDesk desk, Companies companies, Path policy) {
        return remind(desk, companies, policy, true);
    }

    private static List<CompanyReminders> remind(IntakeDesk desk, Companies companies, Path policy, boolean dryRun) {
        Templates templates = new Templates(Path.of("config/templates"), "en");
        DunningRules rules = new DunningRules(companies, DunningFile.read(policy), InterestPolicy.NONE,
                new BusinessCalendars(Map.of()), company -> Optional.empty(), HoldOut.NOBODY);
        return new DunningJob(desk.ledger, desk.leases, new OutboxStore(desk.ledger, CustomerMail.ON), rules,
                ReminderWriting.plain(new ReminderMail(templates, "hub@seller.example"), new AnswerStore(desk.ledger).replyKey()),
                new ReminderSummary(templates, "hub@seller.example")).run(DAY, dryRun).companies();
    }
}
