package org.saldo.delivery.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.saldo.money.Money;
import org.saldo.reconciliation.Alternative;
import org.saldo.reconciliation.DecisionWords;

/**
 * A receipt that waits for a person: something of it is neither applied nor left where it is by a person's word. Amounts
 * are signed, negative is money out. The customer is the one that is taken for the payer, empty when there is none;
 * {@code decision} is the id of the decision that holds, 0 for none.
 */
public record WorklistLine(
        String company,
        long receipt,
        long decision,
        String paymentId,
        String account,
        LocalDate bookingDate,
        Money amount,
        Money unapplied,
        String payerName,
        String payerIban,
        String text,
        String customer,
        String customerName,
        String payerProof,
        String outcome,
        String reason,
        String evidence,
        String alternatives) {

    /** The oldest and largest first, by days and amount; it says something within one currency only. */
    public static Comparator<WorklistLine> mostUrgentFirst(LocalDate day) {
        return Comparator.comparing((WorklistLine line) -> line.unapplied().abs().toDecimal()
                        .multiply(BigDecimal.valueOf(line.days(day) + 1))).reversed()
                .thenComparing(WorklistLine::receipt);
    }

    /** The same with the customer's name. */
    public WorklistLine called(String name) {
        return new WorklistLine(company, receipt, decision, paymentId, account, bookingDate, amount, unapplied, payerName,
                payerIban, text, customer, name, payerProof, outcome, reason, evidence, alternatives);
    }

    /** Since how many days it has been on the account. */
    public long days(LocalDate day) {
        return Math.max(0, ChronoUnit.DAYS.between(bookingDate, day));
    }

    /** By what an instruction finds it, also where two accounts have the same id. */
    public String handle() {
        return paymentId + "@" + account;
    }

    /** The answers that may be right, the likeliest first. */
    public List<Alternative> proposals() {
        return alternatives.isEmpty() ? List.of() : Alternative.parse(alternatives, amount.currency());
    }

    /** Why it waits, in words. */
    public String why() {
        return new DecisionWords(reason).why();
    }

    /** What would settle it, in words. */
    public String settledBy() {
        return new DecisionWords(reason).settledBy(!customer.isEmpty());
    }
}
