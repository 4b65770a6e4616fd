package org.saldo.job;

import org.saldo.delivery.MeasuresMail;
import org.saldo.settings.HubProperties;
import org.saldo.store.Leases;
import org.saldo.store.Ledger;
import org.saldo.store.OutboxStore;

/** The jobs that go with reminders. */
public final class ReminderJobs {

    private final Ledger ledger;
    private final Leases leases;
    private final Policies policies;
    private final HubProperties properties;
    private final OutboxStore outbox;

    ReminderJobs(Ledger ledger, Leases leases, Policies policies, HubProperties properties, OutboxStore outbox) {
        this.ledger = ledger;
        this.leases = leases;
        this.policies = policies;
        this.properties = properties;
        this.outbox = outbox;
    }

    /** Interest and lump sums as documents. */
    public ChargeJob charge() {
        return new ChargeJob(ledger, leases, policies.companies(), policies.authority(), policies.interest());
    }

    /** Steps of ladders inside the house. */
    public HouseStepJob houseSteps() {
        return new HouseStepJob(ledger);
    }

    /** What reminders have brought. */
    public MeasureJob measures() {
        return new MeasureJob(ledger, policies.companies(), outbox, new MeasureJob.Rules(policies.measures(),
                policies.statements().aging(), policies.calendars()),
                new MeasuresMail(policies.templates(), properties.required("mail.from")));
    }
}
