package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saldo.delivery.export.ExportKind;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.Contents;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerRow;

/** Replies to statements on both databases: what confirms, what waits for a person, and what is kept. */
class RepliesTest {

    private static final LocalDate DAY = Correspondence.DAY;
    private static final Decider ANNA = new Decider("anna", "telephoned with Mr Muster", DAY.plusDays(1), "");

    @ParameterizedTest
    @EnumSource
    void aClearYesOfTheCustomerConfirmsTheVeryDocument(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            byte[] raw = world.reply("billing@acme.example", "Re: " + world.subject("C-1"), "Agreed.\n\nKind regards\nJo");
            ReplyReport report = world.take(raw);
            assertThat(report.outcome()).isEqualTo(ReplyReport.Outcome.CONFIRMED);
            AnswerRow answer = world.answers("C-1").get(0);
            assertThat(answer.outcome()).isEqualTo(Outcome.CONFIRMED);
            assertThat(answer.grade()).hasValue(Grade.EMAIL);
            assertThat(answer.channel()).isEqualTo(Channel.REPLY);
            assertThat(answer.person()).isEqualTo("billing@acme.example");
            assertThat(answer.authenticated()).isEqualTo("dmarc=pass header.from=acme.example");
            assertThat(answer.statement().pdfSha256()).isEqualTo(Contents.sha256(world.pdf("C-1")));
            assertThat(world.content(answer.evidence().orElseThrow())).isEqualTo(raw);
            assertThat(world.take(raw).outcome()).isEqualTo(ReplyReport.Outcome.KNOWN);
            assertThat(world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed!")).outcome())
                    .isEqualTo(ReplyReport.Outcome.KEPT);
            assertThat(world.answers("C-1")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theNameThatTheMailGivesItsSenderSaysNothingInTheText(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            byte[] raw = world.reply("billing@acme.example", "Re: " + world.subject("C-1"), "Agreed, Quistgaard.");
            assertThat(world.take(raw)).isEqualTo(world.task(TaskReason.NOT_CLEAR));
            String named = new String(raw, StandardCharsets.UTF_8).replace("From: ", "From: Jo Quistgaard <")
                    .replace("acme.example\r\nTo", "acme.example>\r\nTo");
            assertThat(world.take(named.replace("Jo Quistgaard", "Jo Quistgaard ACME 2026 Ltd")
                    .getBytes(StandardCharsets.UTF_8))).isEqualTo(world.task(TaskReason.NOT_CLEAR));
            assertThat(world.take(named.getBytes(StandardCharsets.UTF_8)).outcome())
                    .isEqualTo(ReplyReport.Outcome.CONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatBindsUsTakesTwoPeopleAboveTheAmountOfTheAuthority(TestDatabase kind) {
        Decider bernd = new Decider("bernd", "looked at it as well", DAY.plusDays(1), "");
        try (Correspondence world = new Correspondence(kind)) {
            String task = world.take(world.reply("billing@acme.example", world.subject("C-1"), "Not agreed.")).id();
            Optional<Outcome> differences = Optional.of(Outcome.CONFIRMED_WITH_DIFFERENCES);
            AnswerDesk desk = world.desk(Correspondence.twoAbove("100.00"));
            Decided first = desk.accept(ANNA, task, differences);
            assertThat(first.waits()).isTrue();
            assertThat(first.text()).contains("waits for a second person", "bernd");
            assertThat(world.answers("C-1")).isEmpty();
            assertThatThrownBy(() -> desk.accept(ANNA, task, differences)).isInstanceOf(Refused.class)
                    .hasMessageContaining("you accepted it already");
            assertThat(desk.accept(bernd, task, differences).waits()).isFalse();
            assertThat(world.answers("C-1")).singleElement().satisfies(answer ->
                    assertThat(answer.authenticated()).contains("accepted by anna and bernd"));
            String other = world.take(world.reply("ap@beta.example", world.subject("C-2"), "Not agreed.")).id();
            assertThat(world.desk(Correspondence.twoAbove("70.00")).accept(ANNA, other, differences).waits())
                    .as("up to the amount one is enough").isFalse();
        }
        try (Correspondence world = new Correspondence(kind)) {
            world.paidTooMuch("C-1");
            String task = world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed.")).id();
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.CREDIT_BALANCE);
            AnswerDesk desk = world.desk(Correspondence.twoAbove("0.00"));
            assertThat(desk.accept(ANNA, task, Optional.empty()).waits()).isTrue();
            assertThat(desk.accept(bernd, task, Optional.empty()).text()).contains("is confirmed");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotProvedNeverConfirms(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String subject = world.subject("C-1");
            String yes = "Agreed.";
            assertThat(world.take(world.forged("billing@acme.example", subject, yes))).isEqualTo(world.task(TaskReason.FORGED));
            assertThat(world.take(world.unproved("billing@acme.example", subject, yes)))
                    .isEqualTo(world.task(TaskReason.UNVERIFIED));
            assertThat(world.take(world.reply("ap@beta.example", subject, yes))).isEqualTo(world.task(TaskReason.STRANGER));
            assertThat(world.take(world.reply("billing@acme.example", subject.replaceAll("[0-9A-Z]{3}]", "000]"), yes)))
                    .isEqualTo(world.task(TaskReason.WRONG_TOKEN));
            assertThat(world.take(world.reply("billing@acme.example", "Re: your statement ST-2026-10-C1", yes)))
                    .isEqualTo(world.task(TaskReason.NO_TOKEN));
            assertThat(world.take(world.reply("billing@acme.example", subject + world.subject("C-2"), yes)))
                    .isEqualTo(world.task(TaskReason.SEVERAL_TOKENS));
            assertThat(world.take(world.reply("billing@acme.example", world.subject("C-2"), yes)))
                    .isEqualTo(world.task(TaskReason.STRANGER));
            assertThat(world.take(world.reply("billing@acme.example", subject, "Not agreed: INV-2 is paid.")).outcome())
                    .isEqualTo(ReplyReport.Outcome.TASK);
            assertThat(world.take(world.reply("billing@acme.example", subject, "I do not agree.\n\n> Agreed.")))
                    .isEqualTo(world.task(TaskReason.DISPUTED));
            byte[] away = world.automatic("billing@acme.example", subject, "I am out of the office until Monday.");
            assertThat(world.take(away).outcome()).isEqualTo(ReplyReport.Outcome.KEPT);
            assertThat(world.answers("C-1")).isEmpty();
            assertThat(world.answers("C-2")).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPersonDecidesOnWhatWaitsAndOnlyOnce(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String task = world.take(world.unproved("billing@acme.example", world.subject("C-1"), "Agreed.")).id();
            assertThat(world.desk().list("")).singleElement().asString().contains(task, "C-1", "suggested: confirmed");
            assertThatThrownBy(() -> world.desk().accept(new Decider("carl", "x", DAY, ""), task, Optional.empty()))
                    .isInstanceOf(Refused.class).hasMessageContaining("'carl'");
            assertThat(world.desk().accept(ANNA, task, Optional.empty()).text()).contains("confirmed");
            assertThatThrownBy(() -> world.desk().accept(ANNA, task, Optional.empty()))
                    .isInstanceOf(Refused.class).hasMessageContaining("accepted by anna already");
            AnswerRow answer = world.answers("C-1").get(0);
            assertThat(answer.recordedBy()).isEqualTo("anna");
            assertThat(answer.authenticated()).contains("accepted by anna though unverified");
            String other = world.take(world.reply("ap@beta.example", world.subject("C-1"), "Agreed.")).id();
            world.desk().refuse(ANNA, other);
            assertThat(world.desk().list("")).isEmpty();
            assertThat(world.answers("C-1")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReissueSupersedesAndAnAnswerToTheOldOneWaits(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String before = world.subject("C-1");
            world.reissue("C-1");
            assertThat(world.answers("C-1")).extracting(AnswerRow::outcome).containsExactly(Outcome.SUPERSEDED);
            assertThat(world.take(world.reply("billing@acme.example", before, "Agreed.")))
                    .isEqualTo(world.task(TaskReason.OLD_VERSION));
            assertThatThrownBy(() -> world.desk().accept(ANNA, world.lastTask().label(), Optional.empty()))
                    .isInstanceOf(Refused.class).hasMessageContaining("a later version was issued");
            assertThat(world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed.")).outcome())
                    .isEqualTo(ReplyReport.Outcome.CONFIRMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aSealedPaperIsFiledByWhomAuthorityAllows(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            byte[] scan = "%PDF-1.4 signed and sealed".getBytes(StandardCharsets.ISO_8859_1);
            PaperDesk.Paper paper = new PaperDesk.Paper(Outcome.CONFIRMED, Grade.SEALED, "Ana Ruiz", "CFO", DAY, scan);
            assertThatThrownBy(() -> world.papers().file(new Decider("carl", "x", DAY, ""), "ST-2026-10-C1", paper))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> world.papers().file(ANNA, "ST-2026-10-C9", paper)).isInstanceOf(Refused.class)
                    .hasMessageContaining("is not known");
            world.papers().file(ANNA, "ST-2026-10-C1", paper);
            AnswerRow answer = world.answers("C-1").get(0);
            assertThat(answer.grade()).hasValue(Grade.SEALED);
            assertThat(answer.person() + ", " + answer.role() + ", " + answer.answeredOn()).isEqualTo("Ana Ruiz, CFO, " + DAY);
            assertThat(world.content(answer.evidence().orElseThrow())).isEqualTo(scan);
            assertThatThrownBy(() -> new PaperDesk.Paper(Outcome.CONFIRMED, Grade.SEALED, "Ana", "", DAY, new byte[] {1}))
                    .isInstanceOf(Refused.class).hasMessageContaining("no PDF");
            assertThatThrownBy(() -> new PaperDesk.Paper(Outcome.CONFIRMED, Grade.EMAIL, "Ana", "", DAY, scan))
                    .isInstanceOf(Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void silenceIsChasedAsOftenAsThePolicySaysAndIsNeverConsent(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            assertThat(world.chase(DAY.plusDays(9)).asked()).isZero();
            assertThat(world.chase(DAY.plusDays(10)).asked()).isEqualTo(2);
            assertThat(world.chase(DAY.plusDays(10)).asked()).isZero();
            world.sent(DAY.plusDays(10));
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
            assertThat(world.chase(DAY.plusDays(17)).asked()).isEqualTo(1);
            world.sent(DAY.plusDays(17));
            assertThat(world.chase(DAY.plusDays(23))).isEqualTo(ChaseReport.NONE);
            assertThat(world.chase(DAY.plusDays(24)).noReply()).isEqualTo(1);
            assertThat(world.chase(DAY.plusDays(60))).isEqualTo(ChaseReport.NONE);
            world.take(world.unproved("billing@acme.example", world.subject("C-1"), "We do not agree."));
            world.chase(DAY.plusDays(61));
            world.chase(DAY.plusDays(61));
            assertThat(world.mailSubjects()).filteredOn(subject -> subject.contains("answers to statements that wait: 1"))
                    .hasSize(1);
            assertThat(world.answers("C-2")).extracting(AnswerRow::outcome).containsExactly(Outcome.NO_REPLY);
            assertThat(world.answers("C-1")).extracting(AnswerRow::outcome).containsExactly(Outcome.CONFIRMED);
            assertThat(world.take(world.reply("ap@beta.example", world.subject("C-2"), "Agreed.")).outcome())
                    .isEqualTo(ReplyReport.Outcome.CONFIRMED);
            assertThat(world.mailSubjects()).filteredOn(subject -> subject.startsWith("Please answer")).hasSize(3)
                    .anyMatch(subject -> subject.endsWith(world.token("C-2")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAddressThatAReportNamesIsMarkedAndTheMailIsBackWhenNoneIsLeft(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.tamper("UPDATE mail SET state = 'ACCEPTED', recipients = 'billing@acme.example, old@acme.example'"
                    + " WHERE customer_id = 'C-1'");
            String report = new String(world.bounce(world.messageId("STATEMENT/main/C-1/")), StandardCharsets.UTF_8);
            world.take(report.replace("Status: 5.1.1\r\n", "Status: 5.1.1\r\n\r\nFinal-Recipient: rfc822; OLD@acme.example\r\n"
                    + "Action: failed\r\nStatus: 5.1.1\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(world.mailStates("C-1")).containsExactly("BOUNCED");
            assertThat(world.lastTask().words()).contains("billing@acme.example", "OLD@acme.example");
            world.isNoLongerWhole();
        }
    }

    /** A full mailbox is no reason never to write there again, but it has not got this mail. */
    @ParameterizedTest
    @EnumSource
    void aMailIsBackWhenItReachedNoneOfItsReadersForWhateverReason(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.tamper("UPDATE mail SET state = 'ACCEPTED', recipients = 'billing@acme.example, old@acme.example'"
                    + " WHERE customer_id = 'C-1'");
            String gone = new String(world.bounce(world.messageId("STATEMENT/main/C-1/")), StandardCharsets.UTF_8);
            String full = gone.replace("billing@", "old@").replace("5.1.1", "5.2.2");
            world.take(full.getBytes(StandardCharsets.UTF_8));
            world.take((full + "\r\nonce more\r\n").getBytes(StandardCharsets.UTF_8));
            assertThat(world.mailStates("C-1")).containsExactly("ACCEPTED");
            world.take(gone.getBytes(StandardCharsets.UTF_8));
            assertThat(world.mailStates("C-1")).containsExactly("BOUNCED");
            world.isNoLongerWhole();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatDidNotArriveIsATaskAndNoLongerCountsAsDelivered(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.tamper("UPDATE mail SET state = 'ACCEPTED' WHERE customer_id = 'C-1'");
            assertThat(world.take(world.bounce("<a-guess@nordlicht.example>"))).isEqualTo(world.task(TaskReason.UNDELIVERED));
            assertThat(world.export(ExportKind.MAILS)).extracting(row -> row.get("state")).doesNotContain("BOUNCED");
            String own = world.export(ExportKind.MAILS).stream().filter(row -> row.get("customer_id").equals("C-1"))
                    .map(row -> row.get("message_id")).findFirst().orElseThrow();
            assertThat(world.take(world.bounce(own))).isEqualTo(world.task(TaskReason.UNDELIVERED));
            assertThat(world.lastTask().customer()).isEqualTo("C-1");
            assertThat(world.export(ExportKind.MAILS)).filteredOn(row -> row.get("customer_id").equals("C-1"))
                    .extracting(row -> row.get("state")).containsExactly("BOUNCED");
            world.isNoLongerWhole();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aYesThatBringsAFileWaitsAndTheFileIsOnlyAFile(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            byte[] mail = world.withFile("billing@acme.example", world.subject("C-1"), "Agreed.", "../../list.csv", "INV-1,1.00");
            String task = world.take(mail).id();
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.ATTACHMENT);
            assertThat(world.desk().files(task)).containsOnlyKeys("list.csv");
            assertThat(new String(world.desk().files(task).get("list.csv"), StandardCharsets.UTF_8)).isEqualTo("INV-1,1.00");
            assertThat(world.desk().show(task)).anyMatch(line -> line.contains("[ST-2026-10-C1-"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoAskedForItIsToldWhatWasRecordedButNeverAForger(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind, true)) {
            int before = world.mailSubjects().size();
            String forged = world.take(world.forged("ap@beta.example", world.subject("C-2"), "Agreed.")).id();
            world.desk().accept(ANNA, forged, Optional.of(Outcome.DISPUTED));
            assertThat(world.mailSubjects()).hasSize(before);
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
            assertThat(world.mailSubjects()).hasSize(before + 1).last().asString().startsWith("Your answer to the statement")
                    .endsWith(world.token("C-1"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void verifyProvesAConfirmationFromTheKeptMail(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
            assertThat(world.proof().checked()).isEqualTo(8);
            world.tamper("UPDATE statement_token SET code_sha256 = 'another' WHERE statement_id = "
                    + world.statement("C-1").id());
            assertThat(world.proof().breaches()).singleElement().asString().contains("does not carry the token");
            world.tamper("UPDATE answer SET pdf_sha256 = 'another'");
            assertThat(world.proof().breached()).isEqualTo(2);
            world.isNoLongerWhole();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasAnsweredIsInTheFiguresAndTheLists(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            assertThat(world.export(ExportKind.COVERAGE)).singleElement().asString().contains("statements=2", "confirmed=0",
                    "unanswered=2", "unanswered_amount=389.00");
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
            String task = world.take(world.reply("ap@beta.example", world.subject("C-2"), "We do not agree.")).id();
            world.desk().accept(ANNA, task, Optional.empty());
            assertThat(world.export(ExportKind.COVERAGE)).singleElement().asString().contains("confirmed=1",
                    "confirmed_amount=319.00", "disputed=1", "disputed_amount=70.00", "confirmed_share=0.5000",
                    "confirmed_amount_share=0.8201", "unanswered=0", "median_days=1.0");
            assertThat(world.export(ExportKind.KPIS)).anySatisfy(row -> assertThat(row.toString())
                    .contains("outcome=STATEMENT_CONFIRMED", "share=0.5", "amount=319.00"));
            assertThat(world.export(ExportKind.CONFIRMATIONS)).hasSize(2).anySatisfy(row -> assertThat(row.toString())
                    .contains("customer_id=C-2", "outcome=DISPUTED", "recorded_by=anna", "grade=EMAIL"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStatementThatWasIssuedAgainCountsOnceAndByItsLatestVersion(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
            world.reissue("C-1");
            assertThat(world.export(ExportKind.COVERAGE)).singleElement().asString().contains("statements=2",
                    "amount=390.00", "confirmed=0", "unanswered=2", "unanswered_amount=390.00");
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
            assertThat(world.export(ExportKind.COVERAGE)).singleElement().asString().contains("statements=2", "confirmed=1",
                    "confirmed_amount=320.00", "unanswered=1", "unanswered_amount=70.00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEvidenceOfACustomerHoldsItsOwnAndNobodyElses(TestDatabase kind) throws Exception {
        try (Correspondence world = new Correspondence(kind)) {
            byte[] yes = world.reply("billing@acme.example", world.subject("C-1"), "Agreed.");
            world.take(yes);
            world.take(world.reply("ap@beta.example", world.subject("C-2"), "We do not agree."));
            byte[] scan = "%PDF-1.4 paper of acme".getBytes(StandardCharsets.ISO_8859_1);
            world.papers().file(ANNA, "ST-2026-10-C1",
                    new PaperDesk.Paper(Outcome.CONFIRMED, Grade.SIGNED, "Ana Ruiz", "CFO", DAY, scan));
            var pack = world.evidence("C-1");
            assertThat(pack).containsKeys("SHA256SUMS", "tables/statement.csv", "tables/decision.csv", "tables/receipt.csv");
            assertThat(pack.values()).anyMatch(bytes -> Arrays.equals(bytes, yes))
                    .anyMatch(bytes -> Arrays.equals(bytes, scan))
                    .anyMatch(bytes -> Arrays.equals(bytes, world.pdf("C-1")));
            List<String> sums = new String(pack.get("SHA256SUMS"), StandardCharsets.UTF_8).lines().toList();
            assertThat(pack.keySet()).anyMatch(name -> name.matches("scans/Y-[0-9]+\\.pdf"));
            assertThat(sums).hasSize(pack.size() - 1).allSatisfy(line -> assertThat(Contents.sha256(pack.get(
                    line.substring(66)))).isEqualTo(line.substring(0, 64)));
            pack.forEach((name, bytes) -> assertThat(new String(bytes, StandardCharsets.UTF_8)).as(name)
                    .doesNotContain("C-2", "Beta", "beta.example", "INV-3", "P-2"));
            world.evidence("C-1").forEach((name, bytes) -> assertThat(Arrays.equals(bytes, pack.get(name))).as(name).isTrue());
            assertThatThrownBy(() -> world.evidence("C-77")).isInstanceOf(Refused.class);
        }
    }
}
