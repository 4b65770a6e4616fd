package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.intake.PageForm;
import org.saldo.job.evidence.EvidenceJob;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.PersonAction;
import org.saldo.money.Money;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.ChasePolicy;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Table;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.statement.StatementRow;

/** The evidence of a customer's account holds what people decided, what was agreed on, and the place in the register. */
class EvidenceTest {

    private static final Decider ANNA = new Decider("anna", "marked of C-1", StatementTalk.ANSWERED, "");
    private static final byte[] SCAN = "%PDF-1.4 sealed".getBytes(StandardCharsets.ISO_8859_1);

    @ParameterizedTest
    @EnumSource
    void thePackHasEveryDecisionAboutTheCustomerAndNobodyElses(TestDatabase kind) throws IOException {
        try (StatementTalk world = new StatementTalk(kind)) {
            decide(world);
            world.talk.ledger.record(BatchKind.PERSON, "anna", StatementTalk.ANSWERED, batch -> rows(world, batch));
            Map<String, String> pack = pack(world);
            for (String table : List.of("dispute", "contested_line", "payment_promise", "payment_promise_item",
                    "instalment_plan", "instalment_plan_item", "instalment", "exclusion_step", "instruction",
                    "instruction_end", "answer_task", "answer_task_end", "answer_consent", "paper_answer", "statement_hold",
                    "statement_release", "amendment", "remittance_line", "reminder", "reminder_item", "reminder_answer",
                    "answer_pause", "answer_pause_end", "issued_statement", "statement_register", "answer", "item_difference",
                    "block")) {
                assertThat(pack).as(table).containsKey("tables/" + table + ".csv");
                assertThat(pack.get("tables/" + table + ".csv").lines().count()).as(table).isGreaterThan(1);
            }
            assertThat(pack.get("tables/dispute.csv")).contains("answer T-", "PRICE", "200.00");
            assertThat(pack.get("tables/statement_release.csv")).contains("marked of C-1").doesNotContain("marked of C-2");
            assertThat(pack.get("tables/amendment.csv")).contains("marked of C-1").doesNotContain("marked of C-2");
            assertThat(pack.get("tables/remittance_line.csv")).contains("INV-1001").doesNotContain("INV-2001");
            assertThat(pack.get("tables/exclusion_step.csv")).contains("WITHDRAWN");
            assertThat(pack.get("tables/instruction.csv")).contains("INV-1001", "own customer").doesNotContain("both of us");
            assertThat(pack.keySet()).anyMatch(name -> name.startsWith("scans/SC-"));
            pack.forEach((name, text) -> assertThat(text.replace("SC-", "")).as(name)
                    .doesNotContain("C-2", "INV-2001", "beta.example"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRegistersEntryNamesTheHashBeforeItAndWhereTheChainEnds(TestDatabase kind) throws IOException {
        try (StatementTalk world = new StatementTalk(kind)) {
            Map<String, String> pack = pack(world);
            List<String> entries = pack.get("tables/issued_statement.csv").lines().toList();
            assertThat(entries).hasSize(2);
            assertThat(entries.get(0)).contains("register_number", "statement_id", "previous_hash", "entry_hash");
            Map<String, Object> kept = world.talk.books.rows("SELECT entry_hash, previous_hash FROM issued_statement"
                    + " WHERE statement_id = " + world.statement("C-1").id()).get(0);
            assertThat(entries.get(1)).contains(String.valueOf(kept.get("entry_hash")),
                    String.valueOf(kept.get("previous_hash")));
            Map<String, Object> end = world.talk.books.rows("SELECT last_number, last_hash FROM statement_register").get(0);
            assertThat(pack.get("tables/statement_register.csv").lines().toList().get(1))
                    .isEqualTo("main," + end.get("last_number") + "," + end.get("last_hash"));
        }
    }

    /** A contested page, a paper that waits, a promise, a plan and a dispute's end of C-1; a dispute of C-2. */
    private static void decide(StatementTalk world) {
        world.talk.books.receipt("P-of-1", StatementTalk.ANSWERED, "1.00", "");
        world.talk.books.receipt("P-of-2", StatementTalk.ANSWERED, "1.00", "");
        AnswerTask task = world.onPage("C-1", new PageForm(false, "Ana", "", true, List.of(
                new PageForm.Line(world.line("INV-1001"), "AMOUNT", "1.000,00")), "", Optional.empty()));
        AnswerDesk.Contested lines = new AnswerDesk.Contested(world.talk.people.dispute(), "", Optional.empty(), "", Set.of());
        String dispute = world.talk.statementDesk().accept(ANNA, task.label(), Optional.empty(), Optional.of(lines)).get(0).id();
        world.talk.people.dispute().end(ANNA, dispute, "withdrawn");
        world.talk.people.promise().promise(ANNA, Instruction.promise("C-1", "INV-1002", new BigDecimal("300"),
                StatementTalk.ANSWERED.plusDays(3), Instruction.Terms.NONE));
        world.talk.people.plan().propose(ANNA, Instruction.plan("C-1", "INV-1003", new Instruction.Terms("", "",
                "2026-12-01:77.00", "")));
        String other = world.reply("C-2", "We dispute invoice INV-2001.").id();
        world.talk.statementDesk().accept(ANNA, other, Optional.empty(), Optional.of(lines));
        new PaperDesk(world.talk.ledger, two(), new AnswerPolicy(Map.of(Grade.SEALED, AnswerPolicy.Limit.ANY), List.of(),
                ChasePolicy.OFF, false, false, AnswerPolicy.Lists.OFF)).file(ANNA, "S-" + world.statement("C-1").id(),
                new PaperDesk.Paper(Outcome.CONFIRMED_WITH_DIFFERENCES, Grade.SEALED, "Ana", "CFO", StatementTalk.ANSWERED,
                        SCAN));
    }

    private static Authority two() {
        Money zero = Money.of("EUR", "0.00");
        return new Authority("authority.yaml", List.of(new Authority.Grant("anna", Set.of(PersonAction.ANSWER),
                Optional.empty()), new Authority.Grant("bernd", Set.of(PersonAction.ANSWER), Optional.empty())),
                List.of(new Authority.FourEyes(Set.of(PersonAction.ANSWER), Map.of(zero.currency(), zero), Set.of())),
                Map.of(), Optional.empty());
    }

    /** What takes days or other roads to come about, of both customers. */
    private static int rows(StatementTalk world, Batch batch) {
        for (String customer : List.of("C-1", "C-2")) {
            StatementRow statement = world.statement(customer);
            String document = customer.equals("C-1") ? "INV-1001" : "INV-2001";
            long item = Long.parseLong(world.line(document));
            String mark = "marked of " + customer;
            batch.add(Table.STATEMENT_HOLD, statement.id(), "main", "CREDIT_BALANCE", mark);
            batch.add(Table.STATEMENT_RELEASE, statement.id(), "main", mark, "anna");
            batch.add(Table.AMENDMENT, "main", item, "due_date", "2026-10-09", mark, batch.day(), "x" + customer);
            batch.add(Table.REMITTANCE_LINE, "main", "AV-" + customer, customer, batch.day(), "EUR", document, 1,
                    new BigDecimal("1.00"), null, "", "", "file", "x" + customer);
            batch.add(Table.BLOCK, "main", customer, item, batch.day(), null, mark, "anna", null, "OTHER");
            batch.add(Table.ITEM_DIFFERENCE, "main", customer, item, receipt(world, customer), "EUR",
                    new BigDecimal("1.00"), "PRICE", batch.day());
            long task = task(world, customer);
            batch.add(Table.ANSWER_CONSENT, task, "DISPUTED", "anna", mark);
            for (String documents : List.of(document, "INV-1001 + INV-2001", "INV-1001; INV-2001", "INV-1001\nINV-2001")) {
                long id = batch.add(Table.INSTRUCTION, "main", null, "DISPUTE", "", documents, "", "", 0, null, "EUR", null,
                        null, "PRICE", "", "", "", documents.equals(document) ? "own customer" : "both of us", "anna", "x");
                batch.add(Table.INSTRUCTION_END, id, "REFUSED", "bernd", "no", "");
            }
        }
        return 0;
    }

    private static long receipt(StatementTalk world, String customer) {
        String payment = "P-of-" + customer.substring(2);
        return number(world, "SELECT receipt_id AS id FROM receipt WHERE payment_id = '" + payment + "'");
    }

    private static long task(StatementTalk world, String customer) {
        return number(world, "SELECT MIN(task_id) AS id FROM answer_task WHERE customer_id = '" + customer + "'");
    }

    private static long number(StatementTalk world, String sql) {
        return ((Number) world.talk.books.rows(sql).get(0).get("id")).longValue();
    }

    private static Map<String, String> pack(StatementTalk world) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new EvidenceJob(world.talk.ledger, ReminderTalk.COMPANIES).pack("", "C-1", zip);
        Map<String, String> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
