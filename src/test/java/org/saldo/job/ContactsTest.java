package org.saldo.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saldo.job.answer.ReminderTalk.DAY;
import static org.saldo.job.answer.ReminderTalk.REPLIED;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.dunning.LatenessReasons;
import org.saldo.job.answer.ReminderDesk;
import org.saldo.job.answer.ReminderTalk;
import org.saldo.job.people.NoteJob;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.settings.LatenessFile;
import org.saldo.store.TestDatabase;
import org.saldo.store.dunning.ContactNotes;

/** What was said with a customer, by mail and by people, stands in one line of time; why it pays late is counted. */
class ContactsTest {

    private static final Decider ANNA = new Decider("anna", "noted by hand", REPLIED, "");
    private static final LatenessReasons REASONS = LatenessFile.read(Path.of("config/policies/lateness.yaml"));

    @ParameterizedTest
    @EnumSource
    void everyContactStandsInOneLineOfTime(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            String task = talk.take(talk.reply("C-1", "We will pay EUR 300.00 for INV-1002 on 6 November 2026.")).id();
            note(talk, "C-1", "call", "Ms Ruiz: short of cash until Friday", Optional.of(new NoteJob.Late("cash-short", "")));
            talk.desk().accept(ANNA, task, new ReminderDesk.Given("", Optional.empty(), Optional.empty(), "", ""));
            assertThat(contacts(talk, "C-1")).extracting(row -> row.get("kind")).containsExactly("REMINDER", "REPLY",
                    "ACKNOWLEDGEMENT", "PAUSE", "NOTE", "LATENESS", "PROMISE", "DECISION");
            assertThat(contacts(talk, "C-1")).filteredOn(row -> row.get("kind").equals("NOTE")).singleElement()
                    .satisfies(row -> assertThat(row.get("words")).isEqualTo("CALL : Ms Ruiz: short of cash until Friday"));
            assertThat(contacts(talk, "C-2")).extracting(row -> row.get("kind")).containsExactly("REMINDER");
            String told = new ExplainJob(talk.ledger, ReminderTalk.COMPANIES).explain("C-1");
            assertThat(told).contains("reminder, level 1", "reply R-", ": it promises a payment", "short of cash until Friday",
                    "acknowledgement M-", "promised by 2026-11-06", "accepted by anna").doesNotContainPattern("(?m)by: *$");
        }
    }

    @ParameterizedTest
    @EnumSource
    void causesOfLatenessAreCountedAndTheLatestOfAnItemHolds(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            note(talk, "C-1", "call", "no cash", Optional.of(new NoteJob.Late("CASH_SHORT", "")));
            note(talk, "C-1", "call", "never got it", Optional.of(new NoteJob.Late("INVOICE_MISSING", "INV-1002")));
            note(talk, "C-1", "call", "waits for the boss", Optional.of(new NoteJob.Late("APPROVAL", "INV-1002")));
            talk.people.dispute().open(ANNA, "INV-2001", Optional.of(new BigDecimal("10")),
                    new Instruction.Terms("PRICE", "", "", ""));
            assertThat(export(talk, ExportKind.LATENESS, REPLIED)).extracting(row -> row.get("code") + " " + row.get("documents")
                    + " " + row.get("overdue_amount") + " " + row.get("amount_share")).containsExactly(
                    "APPROVAL 1 300.00 0.1500", "CASH_SHORT 1 1200.00 0.6000", "DISPUTED 1 500.00 0.2500");
            assertThat(export(talk, ExportKind.LATENESS, DAY)).extracting(row -> row.get("code"))
                    .containsExactly("UNKNOWN");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNoteIsRefusedThatSaysNothingOrSpeaksOfWhatIsNot(TestDatabase kind) {
        try (ReminderTalk talk = new ReminderTalk(kind)) {
            assertThatThrownBy(() -> note(talk, "C-9", "call", "x", Optional.empty())).isInstanceOf(Refused.class)
                    .hasMessageContaining("C-9: is not known");
            assertThatThrownBy(() -> note(talk, "C-1", "dream", "x", Optional.empty())).isInstanceOf(Refused.class)
                    .hasMessageContaining("give one of call, visit");
            assertThatThrownBy(() -> note(talk, "C-1", "call", " ", Optional.empty())).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> note(talk, "C-1", "call", "x", Optional.of(new NoteJob.Late("WEATHER", ""))))
                    .isInstanceOf(Refused.class).hasMessageContaining("give one of CASH_SHORT");
            assertThatThrownBy(() -> note(talk, "C-1", "call", "x", Optional.of(new NoteJob.Late("OTHER", "INV-2001"))))
                    .isInstanceOf(Refused.class).hasMessageContaining("is C-2's");
            assertThat(talk.books.count("contact_note")).isZero();
        }
    }

    @Test
    void aReasonHasANameInCapitals() {
        assertThatThrownBy(() -> new LatenessReasons(Map.of("no cash", "x"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(REASONS.named("own-mistake")).hasValue("OWN_MISTAKE");
    }

    private static void note(ReminderTalk talk, String customer, String channel, String words, Optional<NoteJob.Late> late) {
        new NoteJob(talk.people, REASONS).note(ANNA, customer, new ContactNotes.Note(channel, REPLIED, "", words), late);
    }

    private static List<Map<String, String>> contacts(ReminderTalk talk, String customer) {
        return export(talk, ExportKind.CONTACTS, LocalDate.of(2026, 12, 31)).stream()
                .filter(row -> row.get("customer_id").equals(customer)).toList();
    }

    private static List<Map<String, String>> export(ReminderTalk talk, ExportKind what, LocalDate day) {
        return new ExportJob(talk.ledger, () -> AgingBuckets.USUAL).rows(new ExportQuestion(what, day, Optional.empty(), "",
                ExportFormat.CSV));
    }
}
