package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.OutgoingMail;
import org.saldo.dunning.DisputePolicy;
import org.saldo.dunning.PaymentPromise;
import org.saldo.dunning.Standing;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.CustomerId;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.exclusion.StandingStore;
import org.saldo.store.mail.OutboxStore;

/**
 * Tells people in the house when a customer has broken so many promises in a row: once for each promise that was broken
 * beyond that. Nothing else follows by itself but what other policies say, such as that a further word pauses no reminder.
 */
public final class Escalations {

    private static final String ACTOR = "answers";

    private final Ledger ledger;
    private final Companies companies;
    private final DisputePolicy.Promises policy;
    private final OutboxStore outbox;
    private final HouseMail mail;

    public Escalations(Ledger ledger, Companies companies, DisputePolicy policy, OutboxStore outbox,
            HouseMail mail) {
        this.ledger = ledger;
        this.companies = companies;
        this.policy = policy.promises();
        this.outbox = outbox;
        this.mail = mail;
    }

    private record Case(CustomerId customer, Standing standing) {

        PaymentPromise last() {
            return standing.promises().stream().filter(each -> each.state() == PaymentPromise.State.BROKEN)
                    .reduce((earlier, later) -> later).orElseThrow().promise();
        }
    }

    /** How many mails were written. */
    public int run(LocalDate day) {
        int told = 0;
        for (Company company : companies.all()) {
            List<Case> cases = new ArrayList<>();
            new StandingStore(ledger).forEach(company.id(), day, (customer, standing) -> {
                if (standing.promiseRecord().brokenInARow() >= policy.escalateAfter()) {
                    cases.add(new Case(customer, standing));
                }
            });
            List<String> to = Stream.concat(company.financeMail().stream(), policy.escalateTo().stream()).distinct().toList();
            for (Case each : to.isEmpty() ? List.<Case>of() : cases) {
                boolean isNew = ledger.record(BatchKind.ANSWER, ACTOR, day, batch ->
                        outbox.enqueue(batch, mail(company, each, to)).isNew());
                told += isNew ? 1 : 0;
            }
        }
        return told;
    }

    private OutgoingMail mail(Company company, Case each, List<String> to) {
        int broken = each.standing().promiseRecord().brokenInARow();
        return mail.broken(new HouseMail.Addressed(company, to, "ESCALATION/" + each.customer() + "/" + each.last().label()),
                each.customer().number(), broken, each.standing().promises().stream()
                        .filter(state -> state.state() == PaymentPromise.State.BROKEN)
                        .map(state -> new HouseMail.Broken(state.promise().label(), state.promise().amount(),
                                state.promise().promisedDay(), state.paid(), state.promise().replaced())).toList());
    }
}
