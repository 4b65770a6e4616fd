package org.saldo.store.people;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.saldo.ledger.Decider;
import org.saldo.ledger.ReferenceKey;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.reconciliation.Confirmation;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;

/** What was learned of payers that master data do not know, for people: to look at, and to take back. */
public final class LearnedStore {

    private final Ledger ledger;
    private final CompanyForms forms;

    /** @param forms by which the names of payers are learned */
    public LearnedStore(Ledger ledger, CompanyForms forms) {
        this.forms = forms;
        this.ledger = ledger;
    }

    /**
     * For whom an account, a name or a customer has paid.
     *
     * @param payer    as the bank wrote it last
     * @param payments by customer, the ids of the payments that have confirmed it
     */
    public record Learned(String company, Confirmation.Kind kind, String payer, Map<String, List<String>> payments) {
    }

    /** All of it, in the order in which it was learned. */
    public List<Learned> list(String company) {
        return ledger.database().jdbi().withHandle(handle -> listed(LearnedPayerRows.active(handle, company)));
    }

    /** What counts now under this account, name or customer's number; {@code customer} is empty for all of them. */
    public List<Learned> find(Batch batch, String company, String payer, String customer) {
        return listed(rows(batch, company, payer, customer));
    }

    /** Takes back what {@link #find} finds; it must be confirmed anew before it counts again. */
    public void forget(Batch batch, Decider who, String company, String payer, String customer) {
        rows(batch, company, payer, customer).forEach(row ->
                LearnedPayerRows.takeBack(batch, row, new LearnedPayerRows.Why(who.person(), who.reason())));
    }

    private List<LearnedPayerRows.Active> rows(Batch batch, String company, String payer, String customer) {
        List<LearnedPayerRows.Active> found = new ArrayList<>();
        for (String key : new TreeSet<>(List.of(ReferenceKey.of(payer), forms.of(payer), payer.strip()))) {
            LearnedPayerRows.ofKey(batch.handle(), company, key).stream()
                    .filter(row -> row.confirmation().key().equals(keyOf(row.confirmation().kind(), payer)))
                    .filter(row -> customer.isEmpty() || row.confirmation().customer().equals(customer)).forEach(found::add);
        }
        return found;
    }

    private String keyOf(Confirmation.Kind kind, String payer) {
        return switch (kind) {
            case ACCOUNT -> ReferenceKey.of(payer);
            case NAME -> forms.of(payer);
            case CUSTOMER -> payer.strip();
        };
    }

    private static List<Learned> listed(List<LearnedPayerRows.Active> rows) {
        Map<List<Object>, Learned> found = new LinkedHashMap<>();
        for (LearnedPayerRows.Active row : rows) {
            Confirmation confirmed = row.confirmation();
            found.computeIfAbsent(List.of(row.company(), confirmed.kind(), confirmed.key()),
                            any -> new Learned(row.company(), confirmed.kind(), row.payer(), new LinkedHashMap<>()))
                    .payments().computeIfAbsent(confirmed.customer(), any -> new ArrayList<>()).add(confirmed.payment());
        }
        return List.copyOf(found.values());
    }
}
