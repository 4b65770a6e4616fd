package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_1;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.worklist.WorklistLine;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.job.people.BlockJob;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Refused;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.settings.WorklistTemplates;
import org.saldo.store.Leases;
import org.saldo.store.LedgerFixture;
import org.saldo.store.Rows;
import org.saldo.store.TestDatabase;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.reconciliation.ReconciliationStore;

/** What is told of a payment, a document, a customer and an allocation. */
class ExplainJobTest {

    @ParameterizedTest
    @EnumSource
    void aPaymentsLifeIsToldOldestFirst(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String first = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("70")).id();
            String second = people.apply.unapply(anna(OCT_25), first).id();
            assertThat(explain(people, "P-1")).isEqualTo("""
                    Payment P-1 (company main, account DE89370400440532013000)
                      EUR 120.00, booked 2026-10-10, from ACME
                      text: thanks
                    2026-10-31 10:00  came in from fixture
                    2026-10-31 10:00  decided APPLIED, for customer C-1; counts from 2026-10-10
                                      why: a person has applied it, or a part of it
                                      by: anna
                                      who paid: named by anna
                                      evidence: the customer said so on the phone
                    2026-10-31 10:00  %1$s EUR 70.00 of payment P-1 settle INV-1; counts from 2026-10-10
                                      by: anna
                                      because: applied by hand
                    2026-10-31 10:00  %2$s takes back %1$s (EUR 70.00 of payment P-1 settle INV-1); counts from 2026-10-25
                                      by: anna
                                      because: takes back %1$s
                    2026-10-31 10:00  decided DEFERRED, of nobody that is known, no longer of C-1; counts from 2026-10-25
                                      why: a person has taken an allocation back
                                      by: anna
                                      evidence: the customer said so on the phone
                    Now:              EUR 0.00 applied, EUR 120.00 unapplied, unidentified
                                      what would settle it: say whose it is
                    """.formatted(first, second));
            assertThat(explain(people, first)).startsWith("Allocation " + first + " (company main, customer C-1)\n")
                    .endsWith("Now:              " + first + " was taken back by " + second + "\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPaymentThatWaitsTellsTheSameAsTheWorklist(TestDatabase kind) {
        try (People people = new People(kind); Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            twoThatFit(people, leases);
            String told = explain(people, "P-1");
            assertThat(told).contains("decided PROPOSED, for customer C-1; counts from 2026-10-10",
                    "by: rules, none of which applies it, policy version 2", "proposal 1: INV-1001 100.00",
                    "proposal 2: INV-1002 100.00");
            WorklistLine line = new WorklistStore(people.fixture.ledger()).line(firstReceipt(people)).orElseThrow();
            assertThat(told).contains("why: " + line.why() + "\n",
                    "who paid: " + EvidenceWord.ENGLISH.told(line.payerProof()) + "\n",
                    "evidence: " + EvidenceWord.ENGLISH.told(line.evidence()) + "\n",
                    "what would settle it: " + line.settledBy() + "\n");
        }
    }

    @Test
    void aLifeIsToldInTheLanguageOfItsCompany() {
        Map<String, List<String>> told = Map.of(
                "de", List.of("Zahlung P-1 (Firma main, Konto ", "entschieden: VORGESCHLAGEN, für Kunde C-1; gilt ab 2026-10-10",
                        "warum: mehr als eine Antwort passt; ich rate nicht", "wer gezahlt hat: das Konto DE11 gehört C-1",
                        "Nachweis: 2 Antworten passen zum Betrag", "Vorschlag 1: INV-1001 100.00", "Jetzt:            EUR 0,00",
                        "was es klären würde: eine der Möglichkeiten wählen"),
                "zh", List.of("款项 P-1（公司 main", "付款人：账户 DE11 属于 C-1", "依据：有 2 种答案与金额相符", "现在：   "),
                "fr", List.of("qui a payé : le compte DE11 est celui de C-1", "preuve : 2 réponses conviennent au montant"),
                "es", List.of("quién pagó: la cuenta DE11 es la de C-1", "prueba: 2 respuestas encajan con el importe"),
                "pt", List.of("quem pagou: a conta DE11 é a de C-1", "prova: 2 respostas servem para o montante"),
                "en", List.of("who paid: account DE11 is that of C-1", "evidence: 2 answers fit the amount"));
        try (People people = new People(TestDatabase.HSQLDB);
                Leases leases = new Leases(people.database, LedgerFixture.CLOCK, "test")) {
            twoThatFit(people, leases);
            WorklistWordings words = WorklistTemplates.read(Path.of("config/templates"));
            told.forEach((language, lines) -> assertThat(new ExplainJob(people.fixture.ledger(), companies(language), words)
                    .explain("P-1")).contains(lines));
        }
    }

    private static Companies companies(String language) {
        Company main = LedgerFixture.MAIN;
        return new Companies(List.of(new Company(main.id(), main.name(), main.address(), main.taxId(), main.country(),
                Locale.forLanguageTag(language), main.timeZone(), main.mode(), main.accounts(), Optional.empty(), "",
                List.of())));
    }

    private static void twoThatFit(People people, Leases leases) {
        people.fixture.take(OCT_10, List.of(LedgerFixture.customer("C-1", "Acme", "DE11")),
                List.of(LedgerFixture.invoice("INV-1001", "C-1", OCT_1, "100.00"),
                        LedgerFixture.invoice("INV-1002", "C-1", OCT_1, "100.00")),
                List.of(LedgerFixture.receipt("P-1", OCT_10, "100.00", "Acme", "DE11", "thanks")));
        new ReconciliationJob(leases, new ReconciliationStore(people.fixture.ledger()), people.companies,
                MatchingPolicy.shipped()).run(OCT_20);
    }

    private static long firstReceipt(People people) {
        return Long.parseLong(Rows.texts(people.database, "SELECT receipt_id FROM receipt").get(0));
    }

    @ParameterizedTest
    @EnumSource
    void aDocumentTellsWhatSettledItAndWhatIsOpen(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            String off = people.apply.writeOff(anna(OCT_20), "INV-1", eur("1.50")).id();
            String block = people.block.blockDocument(anna(OCT_20), "INV-1", new BlockJob.Days(OCT_20, Optional.empty())).id();
            people.block.lift(anna(OCT_25), block);
            people.apply.unapply(anna(OCT_25), off);
            people.apply.voidDocument(anna(OCT_25), "INV-1");
            assertThat(explain(people, "INV-1")).contains("Invoice INV-1 (company main, customer C-1)\n",
                    "EUR 100.00, issued 2026-10-01, due 2026-10-31", off + " EUR 1.50 of INV-1 settled as write off",
                    "block " + block + ": no reminders from 2026-10-20 until it is lifted",
                    "block " + block + " lifted from 2026-10-25 on", "declared void; counts from 2026-10-25",
                    "Now:              EUR 0.00 open, void");
            people.apply.undoVoid(anna(OCT_25), "INV-1");
            assertThat(explain(people, "INV-1")).contains("no longer void", "Now:              EUR 100.00 open\n");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aCustomerTellsItsBalance(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.fixture.take(OCT_20, List.of(LedgerFixture.customer("C-1", "Acme New", "")),
                    List.of(LedgerFixture.invoice("INV-W", "C-W", OCT_1, "12345.60")), List.of());
            people.assign.assign(anna(OCT_20), "P-1", "C-1", false);
            String block = people.block.blockCustomer(anna(OCT_20), "C-1", new BlockJob.Days(OCT_20, Optional.of(OCT_25))).id();
            assertThat(explain(people, "C-1")).contains("Customer C-1 Acme New (company main)",
                    "came in from fixture: Acme, mail to C-1@example.org", "changed from fixture: Acme New",
                    "block " + block + ": no reminders from 2026-10-20 until 2026-10-25",
                    "Now:              balance EUR 30.00\n", "open INV-2: EUR 50.00, due 2026-10-31",
                    "unapplied P-1: EUR 120.00, booked 2026-10-10");
            assertThat(explain(people, "INV-W")).contains("EUR 12,345.60 open", "waits for its customer C-W");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotKnownIsSaidAndWhatCouldBeGiven(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            assertThatThrownBy(() -> explain(people, "X-1")).isInstanceOf(Refused.class)
                    .hasMessageContainingAll("'X-1'", "payment id", "document number", "customer number", "A-1017", "M-1018");
            assertThatThrownBy(() -> explain(people, "M-1")).isInstanceOf(Refused.class);
            people.fixture.take(OCT_10, List.of(), List.of(),
                    List.of(LedgerFixture.receipt("P-3", OCT_10, "1.00", "X\u001b[31m", "", "a\nb\u009b0m")));
            assertThat(explain(people, "P-3")).contains("from X [31m", "text: a b 0m");
        }
    }

    private static String explain(People people, String id) {
        return new ExplainJob(people.fixture.ledger(), people.companies).explain(id);
    }
}
