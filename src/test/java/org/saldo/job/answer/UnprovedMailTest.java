package org.saldo.job.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Refused;
import org.saldo.statement.answer.Grade;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.TaskReason;
import org.saldo.store.TestDatabase;
import org.saldo.store.answer.AnswerRow;

/** Mails in a name that nothing proves, whatever else they are: they get no grade, no answer and no say in what arrived. */
class UnprovedMailTest {

    private static final LocalDate DAY = Correspondence.DAY;
    private static final Decider ANNA = new Decider("anna", "telephoned", DAY.plusDays(1), "");
    private static final String CFO = "cfo@beta.example";
    private static final String AUTOMATIC = "Auto-Submitted: auto-replied\r\n";
    private static final String UNREADABLE = "Content-Transfer-Encoding: rot13\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"dmarc=fail header.from=beta.example", "none"})
    void aMachinesWordsInAContactsNameAreNotTheContacts(String results) {
        for (String kind : new String[] {AUTOMATIC, UNREADABLE, ""}) {
            try (Correspondence world = new Correspondence(TestDatabase.values()[0], true)) {
                int mails = world.mailSubjects().size();
                world.take(Correspondence.mail(results, CFO, world.subject("C-2"), "We do not agree.", kind));
                if (!kind.equals(UNREADABLE) || !results.equals("none")) {
                    assertThat(world.lastTask().reason()).as(kind)
                            .isEqualTo(results.equals("none") ? TaskReason.UNVERIFIED : TaskReason.FORGED);
                }
                world.desk().accept(ANNA, world.lastTask().label(), Optional.of(Outcome.DISPUTED));
                assertThat(world.answers("C-2")).singleElement().extracting(AnswerRow::grade)
                        .isEqualTo(Optional.of(Grade.EMAIL));
                assertThat(world.mailSubjects()).hasSize(mails);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatAContactProvablySaysIsOfItsGradeAndIsAnswered(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind, true)) {
            int mails = world.mailSubjects().size();
            world.take(world.reply(CFO, world.subject("C-2"), "We do not agree."));
            world.desk().accept(ANNA, world.lastTask().label(), Optional.empty());
            assertThat(world.answers("C-2")).singleElement().extracting(AnswerRow::grade)
                    .isEqualTo(Optional.of(Grade.AUTHORISED));
            assertThat(world.mailSubjects()).hasSize(mails + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStrangerIsNotToldWhatOthersHaveAnswered(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind, true)) {
            int mails = world.mailSubjects().size();
            world.take(Correspondence.mail("dmarc=pass header.from=evil.example", "x@evil.example", world.subject("C-2"),
                    "We do not agree.", AUTOMATIC));
            assertThat(world.lastTask().reason()).isEqualTo(TaskReason.MACHINE);
            world.desk().accept(ANNA, world.lastTask().label(), Optional.of(Outcome.DISPUTED));
            assertThat(world.mailSubjects()).hasSize(mails);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spf=pass dkim=fail", "dkim=pass header.d=evil.example", "dmarc=pass header.from=evil.example",
        "dmarc=pass header.from=acme.example.evil.example", "spf=pass smtp.mailfrom=notacme.example", "none"})
    void verifyFindsAConfirmationForWhichNothingVouched(String authenticated) {
        try (Correspondence world = new Correspondence(TestDatabase.values()[0])) {
            world.take(world.reply("billing@acme.example", world.subject("C-1"), "Agreed."));
            assertThat(world.proof().holds()).isTrue();
            world.tamper("UPDATE reply_mail SET authenticated = '" + authenticated + "'");
            assertThat(world.proof().breaches()).singleElement().asString().contains("nothing vouched for its sender");
            world.isNoLongerWhole();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyAMailSystemCanSayThatAMailDidNotArrive(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            world.sent(DAY);
            String own = world.messageId("STATEMENT/main/C-1/");
            for (String from : new String[] {"billing@acme.example", "jo@acme.example", "jo@mail.acme.example"}) {
                assertThat(world.take(world.bounce(own, from))).isEqualTo(world.task(TaskReason.UNDELIVERED));
                assertThat(world.mailStates("C-1")).as(from).containsExactly("ACCEPTED");
            }
            byte[] forged = ("Authentication-Results: mx.saldo.example; dmarc=fail header.from=acme.example\r\n"
                    + new String(world.bounce(own, "postmaster@acme.example"), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            world.take(forged);
            assertThat(world.mailStates("C-1")).containsExactly("ACCEPTED");
            world.take(world.bounce(own, "MAILER-DAEMON@acme.example"));
            assertThat(world.mailStates("C-1")).containsExactly("BOUNCED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aYesAboveTheOldMailOfOutlookIsAYes(TestDatabase kind) {
        try (Correspondence world = new Correspondence(kind)) {
            String html = "<html><body><div>Agreed.</div><div><br></div><hr style=\"width:98%\">"
                    + "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font><b>From:</b> Nordlicht &lt;ledger@nordlicht.example&gt;<br>"
                    + "<b>Sent:</b> Monday, November 2, 2026 9:00 AM<br><b>To:</b> billing@acme.example<br>"
                    + "<b>Subject:</b> Statement of account October 2026</font><div>&nbsp;</div></div>"
                    + "<div><p>Dear Sir or Madam,</p><p>if you do not agree, tell us what is wrong: INV-1 119.00</p></div>"
                    + "</body></html>";
            assertThat(world.take(world.html("billing@acme.example", world.subject("C-1"), html)).outcome())
                    .isEqualTo(ReplyReport.Outcome.CONFIRMED);
        }
    }
}
