package org.saldo.job.dunning;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.MeasuresMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderSummary;
import org.saldo.job.LastLook;
import org.saldo.job.Policies;
import org.saldo.job.people.ChargeJob;
import org.saldo.job.people.ReminderReleaseJob;
import org.saldo.job.statement.AccountLook;
import org.saldo.job.statement.BankAccounts;
import org.saldo.job.statement.StatementLook;
import org.saldo.settings.HubProperties;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.dunning.CustomerCountries;
import org.saldo.store.mail.OutboxStore;

/** Reminders, and the jobs that go with them. */
public final class ReminderJobs {

    private final Ledger ledger;
    private final Leases leases;
    private final Policies policies;
    private final HubProperties properties;
    private final OutboxStore outbox;
    private final BankAccounts accounts;
    private final Path out;

    public ReminderJobs(Ledger ledger, Leases leases, Policies policies, HubProperties properties, OutboxStore outbox,
            BankAccounts accounts, Path out) {
        this.ledger = ledger;
        this.leases = leases;
        this.policies = policies;
        this.properties = properties;
        this.outbox = outbox;
        this.accounts = accounts;
        this.out = out;
    }

    /** Reminders of what is overdue. */
    public DunningJob dunning() {
        String from = properties.required("mail.from");
        return new DunningJob(ledger, leases, outbox, rules(), writing(from), new ReminderSummary(policies.templates(), from,
                policies.worklistWords()));
    }

    /** Writes to the next contact on the day on which a reminder came back. */
    public NextContactJob nextContact() {
        return new NextContactJob(ledger, leases, outbox, () -> new NextContactJob.Rules(rules(),
                writing(properties.required("mail.from"))));
    }

    /** What puts letters where they are printed; none when no letters are made. */
    public Optional<LetterDesk> letterDesk() {
        return policies.reminders().letters() ? writing(properties.required("mail.from")).letterDesk(ledger, outbox, rules())
                : Optional.empty();
    }

    /** What is looked at before a mail goes. */
    public LastLook lastLook() {
        return new StatementLook(ledger, outbox, policies.companies(), new AccountLook(ledger, outbox, policies.companies(),
                new BankAccounts(ledger, policies::bankAccounts), new ReminderLook(ledger, outbox, rules())
                .holding(policies.reminders(), preview(properties.required("mail.from")))));
    }

    /** What people say of reminders that wait. */
    public ReminderReleaseJob release() {
        return new ReminderReleaseJob(ledger, policies.companies(), policies.authority());
    }

    private ReminderPreview preview(String from) {
        return new ReminderPreview(policies.templates(), from, new AnswerStore(ledger).replyKey(), policies.reminders().words(),
                policies.worklistWords());
    }

    private ReminderWriting writing(String from) {
        return new ReminderWriting(new ReminderMail(policies.templates(), from, policies.reminders().notDueMost()),
                policies.reminders(),
                new AnswerStore(ledger).replyKey(), policies.answers().plusAddress(), (account, day) -> accounts.printed(
                        account.company(), account.currency(), day, ledger.knownAt()),
                Optional.of(preview(from)),
                Optional.of(policies.reminders().letters()).filter(on -> on)
                        .map(on -> new LetterFolder(out, policies.statementTemplates().fonts())));
    }

    private DunningRules rules() {
        return new DunningRules(policies.companies(), policies.dunning(), policies.interest(), policies.calendars(),
                company -> accounts.stopped(company.id()), policies.measures().holdOut(),
                new SeenReceipts(ledger)::whyNot);
    }

    /** Holidays and rates that are over or will be soon, of countries with customers. */
    public List<Expiry> expiries(LocalDate day) {
        return Expiry.of(policies.calendars(), policies.interest(), CustomerCountries.of(ledger), day);
    }

    /** Interest and lump sums as documents. */
    public ChargeJob charge() {
        return new ChargeJob(ledger, leases, policies.companies(), policies.authority(), policies.interest());
    }

    /** Brings those steps to people. @param pack what packs a case for a handover */
    public HouseStepPost houseStepPost(HouseStepPost.Pack pack) {
        return new HouseStepPost(ledger, policies.companies(), policies.dunning(), outbox,
                new HouseStepPost.Desk(new HouseMail(policies.templates(), properties.required("mail.from")), out, pack));
    }

    /** Steps of ladders inside the house. */
    public HouseStepJob houseSteps() {
        return new HouseStepJob(ledger);
    }

    /** What reminders have brought. */
    public MeasureJob measures() {
        return new MeasureJob(ledger, policies.companies(), outbox, new MeasureJob.Rules(policies.measures(),
                policies.statements().aging(), policies.calendars(), policies.lateness()),
                new MeasuresMail(policies.templates(), properties.required("mail.from")));
    }
}
