package org.saldo.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.saldo.money.Money;

/** What happened in the ledger, under the id of its row: the event that postings are derived from. */
public record PostingEvent(String company, long id, LocalDate postingDate, LocalDate effectiveOn, String text) {

    public PostingEvent {
        Texts.require(company, "company");
        Objects.requireNonNull(postingDate, "posting date");
        Objects.requireNonNull(effectiveOn, "effective day");
    }

    Lines lines() {
        return new Lines(this);
    }

    /** The lines of one event while they are being put together; a negative debit is a credit, and zero is no line. */
    static final class Lines {

        private final PostingEvent event;
        private final List<Posting> postings = new ArrayList<>(4);

        private Lines(PostingEvent event) {
            this.event = event;
        }

        Lines debit(PostingAccount account, String customer, Money amount, String taxCode) {
            Money zero = Money.zero(amount.currency());
            if (!amount.isZero()) {
                postings.add(new Posting(event.company, event.id, event.postingDate, event.effectiveOn, account, customer,
                        amount.max(zero), amount.negated().max(zero), taxCode, event.text));
            }
            return this;
        }

        Lines credit(PostingAccount account, String customer, Money amount, String taxCode) {
            return debit(account, customer, amount.negated(), taxCode);
        }

        List<Posting> done() {
            return List.copyOf(postings);
        }
    }
}
