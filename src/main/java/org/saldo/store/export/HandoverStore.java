package org.saldo.store.export;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.saldo.delivery.export.RowSink;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.interest.LateItem;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.BatchesKnown;
import org.saldo.store.CustomerRange;
import org.saldo.store.Ledger;
import org.saldo.store.LedgerRead;
import org.saldo.store.Table;
import org.saldo.store.TableScan;
import org.saldo.store.dunning.LateItems;
import org.saldo.store.dunning.ReminderFees;
import org.saldo.store.explain.ContactLog;

/** What a handover holds of one customer beside the evidence of its account; nothing of another customer's. */
public final class HandoverStore {

    private static final List<Table> OWN = List.of(Table.CONTACT_NOTE, Table.CUSTOMER_FILE);

    private final Ledger ledger;

    public HandoverStore(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The debts of a customer, the oldest due first, and each as interest sees it, by item. */
    public record Debts(List<Debt> debts, Map<Long, LateItem> items) {
    }

    /** What is open and late on the day; empty lists when nothing is. */
    public Debts debts(Batch batch, DunningCase now) {
        List<Debt> debts = now.debts().stream().filter(debt -> debt.due().isBefore(batch.day()))
                .sorted(Comparator.comparing(Debt::due).thenComparing(Debt::document)).toList();
        Map<Long, LateItems.Head> heads = new TreeMap<>();
        debts.forEach(debt -> heads.put(debt.itemId(), new LateItems.Head(debt.document(), debt.due())));
        return new Debts(debts, heads.isEmpty() ? Map.of() : LateItems.of(batch, heads));
    }

    /** Puts the published rows about the customer that are no evidence of its account into their sinks, by id. */
    public void tables(CustomerId customer, EvidenceStore.Tables tables) {
        ledger.database().jdbi().useHandle(handle -> {
            TableScan scan = new TableScan(handle.getConnection());
            BatchesKnown batches = BatchesKnown.read(handle.getConnection());
            for (Table table : OWN) {
                EvidenceStore.write(table, EvidenceStore.own(scan, batches, table, customer), tables);
            }
        });
    }

    /** The letters that were put where they are printed, by their day. */
    public List<EvidenceStore.Kept> letters(CustomerId customer) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT l.letter_id, l.reminded_on, l.pdf_sha256 FROM reminder_letter l
                        JOIN batch b ON b.batch_id = l.batch_id AND b.known_at IS NOT NULL
                        WHERE l.company = :company AND l.customer_id = :number
                            AND EXISTS (SELECT 1 FROM letter_put p WHERE p.letter_id = l.letter_id) ORDER BY l.letter_id""")
                .bind("company", customer.company()).bind("number", customer.number())
                .map((row, context) -> new EvidenceStore.Kept("letters/" + row.getString("reminded_on") + "-"
                        + row.getLong("letter_id") + ".pdf", row.getString("pdf_sha256"))).list());
    }

    /** What reminders have told the customer that they cost and was not charged, by currency. */
    public Map<String, Money> fees(Batch batch, CustomerId customer) {
        Map<String, Money> fees = new TreeMap<>();
        ReminderFees.uncharged(batch, customer).forEach(fee -> fees.merge(fee.amount().currency().getCurrencyCode(),
                fee.amount(), Money::plus));
        return fees;
    }

    /** The files that people keep of the customer, under the folder of their kind. */
    public List<EvidenceStore.Kept> files(CustomerId customer) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT f.file_id, f.kind, f.file_name, f.sha256 FROM customer_file f
                        JOIN batch b ON b.batch_id = f.batch_id AND b.known_at IS NOT NULL
                        WHERE f.company = :company AND f.customer_id = :number ORDER BY f.file_id""")
                .bind("company", customer.company()).bind("number", customer.number())
                .map((row, context) -> new EvidenceStore.Kept("files/" + row.getString("kind").toLowerCase(Locale.ROOT)
                        + "/F-" + row.getLong("file_id") + "-" + row.getString("file_name"), row.getString("sha256"))).list());
    }

    /** Every contact with the customer up to the end of the day, one line each. */
    public void contacts(CustomerId customer, LocalDate day, RowSink sink) {
        ledger.database().jdbi().useHandle(handle -> new ContactLog(handle, ledger.knownAt()).of(CustomerRange.of(customer))
                .stream().filter(entry -> !entry.kind().equals("RISK") && !entry.kind().equals("HOLD"))
                .filter(entry -> !entry.at().atOffset(ZoneOffset.UTC).toLocalDate().isAfter(day))
                .forEach(entry -> LedgerRead.put(sink, entry.at(), entry.kind(), entry.direction(), entry.reference(),
                        entry.words(), entry.by())));
    }
}
