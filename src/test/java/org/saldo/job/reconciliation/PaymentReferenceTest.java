package org.saldo.job.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.job.intake.IntakeDesk;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.ReferenceForm;
import org.saldo.ledger.ReferenceScheme;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.store.LedgerRows;
import org.saldo.store.TestDatabase;
import org.saldo.store.reconciliation.ReconciliationStore;

/** References that a company's invoices carry by rule are known without a column for them. */
class PaymentReferenceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 31);
    private static final ReferenceForm SWISS = new ReferenceForm(ReferenceScheme.QRR, "210000{customer:7}{number:13}");
    private static final ReferenceForm OWN = new ReferenceForm(ReferenceScheme.RF, "55{customer:8}");

    private static final Companies COMPANIES = new Companies(List.of(withReferences(
            IntakeDesk.company("main", IntakeDesk.OWN_ACCOUNT))));

    @TempDir
    private Path data;

    @Test
    void aReferenceNamesItsDocumentHoweverItIsWritten() {
        with(desk -> {
            String reference = SWISS.of(new CustomerId("main", "1042"), "RE-2026-00017", 1).orElseThrow();
            desk.take("payments.csv", IntakeDesk.PAYMENT_HEADER
                    + payment("P-1", "100.00", "21 " + reference.substring(2).replaceAll("(.{5})", "$1 ").strip())
                    + payment("P-2", "30.00", reference.substring(0, 26) + (reference.charAt(26) == '0' ? '1' : '0')));
            reconcile(desk);
            assertThat(new LedgerRows(desk.ledger).allocations()).hasSize(1)
                    .first().asString().startsWith("P-1 RE-2026-00017 100.00");
        });
    }

    @Test
    void aCustomersOwnReferenceSaysWhoPaid() {
        with(desk -> {
            String reference = OWN.of(new CustomerId("main", "1042")).orElseThrow();
            desk.take("payments.csv", IntakeDesk.PAYMENT_HEADER + payment("P-1", "250.00", reference));
            reconcile(desk);
            assertThat(new LedgerRows(desk.ledger).openReceipts()).hasSize(1)
                    .first().asString().startsWith("P-1 250.00 1042 ");
        });
    }

    private static String payment(String id, String amount, String text) {
        return id + "," + IntakeDesk.OWN_ACCOUNT + ",2026-10-20,2026-10-20,EUR," + amount + ",Unknown Payer,,," + text + "\n";
    }

    private static void reconcile(IntakeDesk desk) {
        new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger), COMPANIES, MatchingPolicy.shipped()).run(DAY);
    }

    private static Company withReferences(Company c) {
        return new Company(c.id(), c.name(), c.address(), c.taxId(), c.country(), c.language(), c.timeZone(), c.mode(),
                c.accounts(), c.closedThrough(), c.replyTo(), c.financeMail(), List.of(SWISS, OWN));
    }

    private interface Story {
        void tell(IntakeDesk desk);
    }

    private void with(Story story) {
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.HSQLDB.open(), data, COMPANIES)) {
            desk.take("customers.csv", "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n"
                    + "1042,Hansa Norte GmbH,DE,de,EUR,a@example.org,,NET30,\n");
            desk.take("invoices.csv", IntakeDesk.INVOICE_HEADER
                    + "INVOICE,RE-2026-00017,1042,2026-10-01,2026-10-31,EUR,100.00\n"
                    + "INVOICE,RE-2026-00018,1042,2026-10-02,2026-10-31,EUR,30.00\n");
            story.tell(desk);
        }
    }
}
