package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.saldo.delivery.MailKind;
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
    private final String from;

    public Escalations(Ledger ledger, Companies companies, DisputePolicy policy, OutboxStore outbox, String from) {
        this.ledger = ledger;
        this.companies = companies;
        this.policy = policy.promises();
        this.outbox = outbox;
        this.from = from;
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
        StringBuilder text = new StringBuilder("Customer " + each.customer().number() + " has broken " + broken
                + " promises in a row:\n\n");
        each.standing().promises().stream().filter(state -> state.state() == PaymentPromise.State.BROKEN).forEach(state ->
                text.append("  ").append(state.promise().label()).append("  ").append(state.promise().amount())
                        .append(" by ").append(state.promise().promisedDay()).append(", ").append(state.paid())
                        .append(state.promise().replaced() ? " came; it was promised anew\n" : " came\n"));
        text.append("\nAnother word of it pauses no reminder. Agree on instalments (`saldo plan`), hold deliveries"
                + " (`saldo hold`), or hand it over (`saldo export handover`); `saldo explain ").append(each.customer().number())
                .append("` tells all that was said.\n");
        return new OutgoingMail(company.id(), MailKind.ALERT, "", "ESCALATION/" + each.customer() + "/" + each.last().label(),
                from, to, "", company.name() + ": " + broken + " broken promises in a row: " + each.customer().number(),
                text.toString(), "", List.of(), "en");
    }
}
