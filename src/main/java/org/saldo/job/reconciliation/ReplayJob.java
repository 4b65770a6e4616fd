package org.saldo.job.reconciliation;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.saldo.ledger.Company;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.PayerRelations;
import org.saldo.reconciliation.Rule;
import org.saldo.store.Ledger;
import org.saldo.store.replay.ReplayStore;
import org.saldo.store.replay.ReplayedDecision;
import org.saldo.store.replay.ReplayedReceipt;

/** Tries rules on past days: which decisions would have been others. The ledger is read and never written. */
public final class ReplayJob {

    /** The columns of the list of differences; other systems rely on names and order. */
    public static final List<String> COLUMNS = List.of("company", "payment_id", "account_iban", "booking_date", "currency",
            "amount", "before_decision", "before_rule", "before_reason", "before_customer", "before_documents",
            "after_decision", "after_rule", "after_reason", "after_customer", "after_documents", "by_person");

    private final ReplayStore store;
    private final List<Company> companies;

    /** Without payer relations. */
    public ReplayJob(Ledger ledger, List<Company> companies) {
        this(ledger, companies, PayerRelations.none(), "");
    }

    /** @param standardCompany the company of the relations that name none */
    public ReplayJob(Ledger ledger, List<Company> companies, PayerRelations relations, String standardCompany) {
        this.store = new ReplayStore(ledger, relations, standardCompany);
        this.companies = List.copyOf(companies);
    }

    /**
     * Decides the receipts that were booked in these days again.
     *
     * @param different is told of each receipt whose decision differs, by company and in the order of decision
     * @throws Refused when the last day is before the first
     */
    public ReplayReport run(MatchingPolicy policy, LocalDate from, LocalDate to, Consumer<ReplayedReceipt> different) {
        if (to.isBefore(from)) {
            throw new Refused("replay from " + from + " to " + to + ": the last day is before the first; exchange them");
        }
        Tally tally = new Tally();
        companies.forEach(company -> store.replay(company, policy, from, to, receipt -> {
            tally.add(receipt);
            if (receipt.differs()) {
                different.accept(receipt);
            }
        }));
        return tally.report();
    }

    /** A difference as a row of {@link #COLUMNS}. */
    public static Object[] row(ReplayedReceipt receipt) {
        ReplayedDecision before = receipt.before();
        ReplayedDecision after = receipt.after();
        return new Object[] {receipt.company(), receipt.paymentId(), receipt.account(), receipt.bookingDate(),
            receipt.amount().currency().getCurrencyCode(), receipt.amount().toDecimal(), before.outcome(), before.rule(),
            before.reason(), before.customer(), before.told(), after.outcome(), after.rule(), after.reason(),
            after.customer(), after.told(), receipt.byPerson()};
    }

    private record Kind(String company, String outcome, String rule, String currency) implements Comparable<Kind> {

        private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::company).thenComparing(Kind::currency)
                .thenComparing(Kind::outcome).thenComparing(Kind::rule);

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    /** Adds up receipts by what became of them. */
    private static final class Tally {

        private final Map<Kind, long[]> counts = new TreeMap<>();
        private final Map<Kind, Money[]> amounts = new TreeMap<>();
        private long receipts;
        private long different;

        void add(ReplayedReceipt receipt) {
            receipts++;
            different += receipt.differs() ? 1 : 0;
            add(receipt, receipt.before(), 0);
            add(receipt, receipt.after(), 1);
        }

        private void add(ReplayedReceipt receipt, ReplayedDecision decision, int when) {
            Currency currency = receipt.amount().currency();
            Kind kind = new Kind(receipt.company(), decision.outcome(), decision.rule().equals(Rule.NONE.label()) ? ""
                    : decision.rule(), currency.getCurrencyCode());
            counts.computeIfAbsent(kind, any -> new long[2])[when]++;
            Money[] sums = amounts.computeIfAbsent(kind, any -> new Money[] {Money.zero(currency), Money.zero(currency)});
            sums[when] = sums[when].plus(receipt.amount().abs());
        }

        ReplayReport report() {
            return new ReplayReport(receipts, different, counts.entrySet().stream().map(entry -> {
                Kind kind = entry.getKey();
                Money[] sums = amounts.get(kind);
                return new ReplayReport.Line(kind.company, kind.outcome, kind.rule, entry.getValue()[0], sums[0],
                        entry.getValue()[1], sums[1]);
            }).toList());
        }
    }
}
