package org.saldo.job.answer;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.correspondence.OwnWords;
import org.saldo.correspondence.ReplyReader;
import org.saldo.delivery.AnswerPage;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.ReminderAnswerMail;
import org.saldo.dunning.Cover;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningRun;
import org.saldo.intake.mail.MailLimits;
import org.saldo.intake.mail.MailReader;
import org.saldo.intake.mail.SenderProof;
import org.saldo.job.Policies;
import org.saldo.job.dunning.Escalations;
import org.saldo.job.dunning.HoldErp;
import org.saldo.job.dunning.HoldJob;
import org.saldo.job.evidence.EvidenceJob;
import org.saldo.job.evidence.HandoverJob;
import org.saldo.job.intake.InstructionIntake;
import org.saldo.job.people.DisputeRules;
import org.saldo.job.people.NoteJob;
import org.saldo.job.people.PersonJobs;
import org.saldo.job.statement.AnswerWays;
import org.saldo.settings.HubProperties;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.intake.ErpDatabase;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.people.InstructionStore;

/** The jobs about answers to statements. */
public final class AnswerJobs {

    private final Ledger ledger;
    private final Leases leases;
    private final Policies policies;
    private final HubProperties properties;
    private final OutboxStore outbox;

    public AnswerJobs(Ledger ledger, Leases leases, Policies policies, HubProperties properties, OutboxStore outbox) {
        this.ledger = ledger;
        this.leases = leases;
        this.policies = policies;
        this.properties = properties;
        this.outbox = outbox;
    }

    /** Takes in mails that answer. */
    public ReplyJob replies() {
        MailReader mails = new MailReader(MailLimits.USUAL.withBytes(properties.whole("replies.max-bytes")),
                properties.text("replies.authserv-id"), properties.whole("replies.received-lines"),
                properties.parsed("replies.proof", "dmarc-or-dkim or spf-too", SenderProof.By::parse));
        ReplyReader words = new ReplyReader(policies.replyWords());
        return new ReplyJob(ledger, policies.companies(), policies.answers(),
                new ReplyJob.Reading(mails, words, lists(), Optional.of(reminders(words)), Optional.of(previews()),
                        Optional.of(beyond())), mails());
    }

    private PreviewReplies previews() {
        PersonJobs people = new PersonJobs(ledger, policies.companies(), policies.authority(),
                () -> new DisputeRules(policies.disputes(), policies.calendars()), policies.payers().forms());
        return new PreviewReplies(new InstructionIntake.Books(new InstructionStore(), new WorklistStore(ledger), ledger,
                policies.worklistWords()), people,
                new InstructionIntake.Post(outbox, properties.required("mail.from")), new OwnWords(policies.replyWords()),
                policies.reminders().words());
    }

    private StatementAnswers beyond() {
        return new StatementAnswers(ledger, policies.companies(), policies.reminderAnswers(), policies.calendars(),
                policies.matching().differences().deductionWords());
    }

    private ReminderReplies reminders(ReplyReader words) {
        return new ReminderReplies(ledger, policies.companies(), new ReminderReplies.Rules(policies.reminderAnswers(),
                policies.answers(), policies.calendars()), words, outbox,
                new ReminderAnswerMail(policies.templates(), properties.required("mail.from")));
    }

    /** Tells of promises that are broken again and again. */
    public Escalations escalations() {
        return new Escalations(ledger, policies.companies(), policies.disputes(), outbox, houseMail());
    }

    private HouseMail houseMail() {
        return new HouseMail(policies.templates(), properties.required("mail.from"), policies.worklistWords());
    }

    /** A customer's case for an agency, a lawyer or an insurer. */
    public HandoverJob handover() {
        return new HandoverJob(ledger, evidence(), policies.authority(), policies.interest(),
                policies.worklistWords());
    }

    /** Asks the ERP to hold and release deliveries. */
    public HoldJob holds() {
        Optional<ErpDatabase> database = Optional.of(properties).filter(set -> set.isSet("holds.url"))
                .map(set -> new ErpDatabase(new DatabaseSettings(set.text("holds.url"), set.text("holds.user"),
                        set.text("holds.password"))));
        return new HoldJob(ledger, leases, policies.companies(), policies.holds().policy(), new HoldErp(ledger, outbox,
                policies.holds().sending(), new HoldErp.Places(policies.out(), houseMail(), database)),
                this::stillCover);
    }

    private List<Cover> stillCover(DunningCase known, LocalDate day) {
        String country = policies.companies().get(known.customer().id().company()).country();
        return new DunningRun(policies.dunning(), policies.calendars(), policies.calendars().of(country), day)
                .stillCover(known);
    }

    /** What people note of their contacts with customers. */
    public NoteJob notes(PersonJobs people) {
        return new NoteJob(people, policies.lateness());
    }

    /** What people decide about answers to reminders. */
    public ReminderDesk reminderDesk(PersonJobs people) {
        return new ReminderDesk(ledger, people);
    }

    /** Does something about silence. */
    public ChaseJob chase() {
        return new ChaseJob(ledger, leases, policies.companies(), policies.answers().chase(), mails());
    }

    /** What people decide about answers. */
    public AnswerDesk desk() {
        return new AnswerDesk(ledger, policies.companies(), policies.authority(),
                new AnswerDesk.Rules(policies.answers(), lists()), mails());
    }

    /** Files signed paper. */
    public PaperDesk papers() {
        return new PaperDesk(ledger, policies.authority(), policies.answers());
    }

    /** Puts the lists that customers send beside our accounts. */
    public CompareJob compare() {
        return new CompareJob(ledger, outbox, policies.companies(), policies.lists(), policies.statementTemplates(),
                post());
    }

    private ReplyLists lists() {
        return new ReplyLists(compare(), policies.answers().lists());
    }

    /** What proves a customer's account, for those who have to be shown. */
    public EvidenceJob evidence() {
        return new EvidenceJob(ledger, policies.companies());
    }

    /** The ways in which customers may answer. */
    public AnswerWays ways() {
        return new AnswerWays(policies.answers().plusAddress(), properties.text("answers.page.url"));
    }

    /** The pages on which customers answer. */
    public AnswerPageJob page() {
        AnswerPage page = new AnswerPage(policies.templates());
        page.requireWords();
        return new AnswerPageJob(ledger, policies.companies(), new AnswerPageJob.Rules(policies.statements(),
                policies.answers(), policies.statementTemplates(), lists(), Optional.of(beyond()),
                Duration.ofDays(properties.whole("answers.page.days"))), page);
    }

    private AnswerMails.Post post() {
        return new AnswerMails.Post(properties.required("mail.from"), policies.answers().plusAddress(),
                policies.statements(), policies.worklistWords());
    }

    private AnswerMails mails() {
        return new AnswerMails(outbox, policies.companies(), policies.statementTemplates(),
                new AnswerStore(ledger).replyKey(), post());
    }
}
