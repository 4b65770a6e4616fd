package org.saldo.job.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.People.OCT_10;
import static org.saldo.job.People.OCT_20;
import static org.saldo.job.People.OCT_25;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.job.ExportJob;
import org.saldo.job.People;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Refused;
import org.saldo.store.DunningBooks;
import org.saldo.store.TestDatabase;
import org.saldo.store.dunning.DunningStore;

/** Whose a payment is, said by a person; and stops on reminders. */
class AssignJobTest {

    private static final LocalDate OCT_19 = LocalDate.of(2026, 10, 19);

    @ParameterizedTest
    @EnumSource
    void aFirstIdentificationCountsFromTheBookingDateAndACorrectionFromItsOwnDay(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.assign.assign(anna(OCT_20), "P-1", "C-2", false);
            assertThat(people.balance("C-2", OCT_10)).isEqualByComparingTo("-40");
            people.assign.assign(anna(OCT_20), "P-1", "C-1", true);
            assertThat(people.open()).containsEntry("P-1", "C-1 120.0000").isEqualTo(people.openFromRows());
            assertThat(people.balance("C-2", OCT_19)).isEqualByComparingTo("-40");
            assertThat(people.balance("C-2", OCT_20)).isEqualByComparingTo("80");
            assertThat(people.balance("C-1", OCT_19)).isEqualByComparingTo("150");
            assertThat(people.balance("C-1", OCT_20)).isEqualByComparingTo("30");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasIgnoredComesBackByAssigningAndWhatWasAssignedByUnassigning(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Map<String, String> before = people.open();
            people.assign.ignore(anna(OCT_20), "P-1");
            assertThat(people.open()).isEqualTo(before);
            people.assign.assign(anna(OCT_25), "P-1", "C-1", false);
            assertThat(people.open()).containsEntry("P-1", "C-1 120.0000");
            assertThat(people.balance("C-1", OCT_20)).isEqualByComparingTo("150");
            assertThat(people.balance("C-1", OCT_25)).isEqualByComparingTo("30");
            people.assign.unassign(anna(OCT_25), "P-1");
            assertThat(people.open()).isEqualTo(before).isEqualTo(people.openFromRows());
            assertThat(people.balance("C-1", OCT_25)).isEqualByComparingTo("150");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasLeftOnAccountCountsFromItsBookingWhenItIsUsed(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            people.assign.assign(anna(OCT_20), "P-1", "C-1", false);
            people.assign.leaveOnAccount(anna(OCT_20), "P-1");
            people.apply.apply(anna(OCT_25), "P-1", "INV-1", eur("100.00"));
            assertThat(new DunningBooks(people.database, people.fixture.ledger()).rows("SELECT effective_on FROM allocation"))
                    .as("no interest for days on which the money was here").singleElement()
                    .satisfies(row -> assertThat(row.get("effective_on")).hasToString(OCT_10.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cashThatIsUsedDoesNotChangeItsOwner(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            Decided applied = people.apply.apply(anna(OCT_20), "P-1", "INV-1", eur("100"));
            assertThatThrownBy(() -> people.assign.assign(anna(OCT_20), "P-1", "C-2", false))
                    .isInstanceOf(Refused.class).hasMessageContaining("(" + applied.id() + "); unapply these first");
            assertThatThrownBy(() -> people.assign.ignore(anna(OCT_20), "P-1")).hasMessageContaining(applied.id());
            people.assign.assign(anna(OCT_20), "P-1", "C-1", true);
            assertThatThrownBy(() -> people.assign.assign(anna(OCT_20), "P-1", "C-1", true))
                    .hasMessageContaining("on the account of C-1 already");
            assertThatThrownBy(() -> people.assign.assign(anna(OCT_20), "P-2", "C-9", false))
                    .hasMessageContaining("customer C-9: is not known in company main");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBlockIsLiftedOnce(TestDatabase kind) {
        try (People people = new People(kind).withRecords()) {
            BlockJob.Days days = new BlockJob.Days(OCT_20, Optional.of(OCT_25));
            Decided document = people.block.blockDocument(anna(OCT_20), "INV-1", days);
            Decided customer = people.block.blockCustomer(anna(OCT_20), "C-1", days);
            Decided company = people.block.blockCompany(anna(OCT_20), "main", new BlockJob.Days(OCT_20, Optional.empty()));
            assertThat(company.text()).contains("company main", "until it is lifted");
            for (Decided block : new Decided[] {document, customer, company}) {
                people.block.lift(anna(OCT_25), block.id());
                assertThatThrownBy(() -> people.block.lift(anna(OCT_25), block.id()))
                    .hasMessageContaining("lifted already by anna");
            }
            assertThatThrownBy(() -> people.block.lift(anna(OCT_25), "B-1")).hasMessageContaining("is not known");
            assertThatThrownBy(() -> people.block.blockCustomer(anna(OCT_20), "C-9", days))
                    .hasMessageContaining("C-9: is not known");
            assertThatThrownBy(() -> new BlockJob.Days(OCT_20, Optional.empty(), BlockKind.DIRECT_DEBIT))
                    .hasMessageContaining("direct-debit passes by itself; say until which day");
            assertThatThrownBy(() -> BlockKind.of("bankrupt")).hasMessageContaining("write one of other, direct-debit,");
            Decided insolvent = people.block.blockCustomer(anna(OCT_20), "C-1", new BlockJob.Days(OCT_20, Optional.empty(),
                    BlockKind.of("INSOLVENT")));
            assertThat(new ExportJob(people.fixture.ledger(), () -> AgingBuckets.USUAL).rows(new ExportQuestion(ExportKind.BLOCKS,
                    OCT_25, Optional.empty(), "", ExportFormat.CSV))).extracting(row -> row.get("kind") + " "
                    + row.get("document_number") + " " + row.get("lifted_by")).containsExactly("other INV-1 anna",
                    "other  anna", "other  anna", "insolvent  ");
            assertThat(new DunningStore(people.fixture.ledger()).cases("main", List.of("C-1"), OCT_25).get("C-1").obstacle()
                    .orElseThrow().words().toString()).startsWith("blocked: insolvent, ");
            assertThat(insolvent.text()).contains("no reminders for C-1");
            assertThatThrownBy(() -> new BlockJob.Days(OCT_25, Optional.of(OCT_20))).hasMessageContaining("before it begins");
        }
    }
}
