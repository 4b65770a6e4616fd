package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saldo.dunning.interest.Charge;
import org.saldo.dunning.interest.LateItem;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentKey;
import org.saldo.ledger.DocumentType;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.ContentHash;
import org.saldo.store.Database;
import org.saldo.store.InList;
import org.saldo.store.Ledger;
import org.saldo.store.RowBuffer;
import org.saldo.store.Table;
import org.saldo.store.intake.DocumentRows;
import org.saldo.store.people.PeopleStore;

/** Interest and lump sums as documents of the ledger, with the items and days that they are for. */
public final class ChargeStore {

    private static final int CALCULATION_MAX = 2000;
    private static final int DESCRIPTION_MAX = 500;

    private final Database database;
    private final Companies companies;

    public ChargeStore(Ledger ledger, Companies companies) {
        this.database = ledger.database();
        this.companies = companies;
    }

    /** The numbers of the company's next customers, in order, that have a document; WAITING ones are not among them. */
    public List<String> customers(String company, String after, int most) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT d.customer_id FROM document d JOIN batch b ON b.batch_id = d.batch_id
                        WHERE b.known_at IS NOT NULL AND d.company = :company AND d.customer_id > :after AND EXISTS (
                            SELECT 1 FROM customer c JOIN batch cb ON cb.batch_id = c.batch_id
                            WHERE c.company = d.company AND c.customer_id = d.customer_id AND cb.known_at IS NOT NULL)
                        ORDER BY d.customer_id LIMIT :most""")
                .bind("company", company).bind("after", after).bind("most", most).mapTo(String.class).list());
    }

    /** All items of the customer that may bear interest and were due before {@code day}, paid or not, by currency. */
    public Map<String, List<Charge.Candidate>> candidates(Batch batch, CustomerId customer, LocalDate day) {
        Map<Long, LateItems.Head> heads = new TreeMap<>();
        batch.handle().createQuery("""
                        SELECT d.item_id, d.document_number, d.instalment, d.due_date FROM document d
                            JOIN batch b ON b.batch_id = d.batch_id
                        WHERE b.known_at IS NOT NULL AND d.company = :company AND d.customer_id = :customer
                            AND d.document_type IN ('INVOICE', 'DEBIT_NOTE')
                            AND NOT EXISTS (SELECT 1 FROM cancellation c JOIN batch cb ON cb.batch_id = c.batch_id
                                WHERE c.item_id = d.item_id AND cb.known_at IS NOT NULL AND NOT (c.reverses IS NOT NULL)
                                AND NOT EXISTS (SELECT 1 FROM cancellation r JOIN batch rb ON rb.batch_id = r.batch_id
                                    WHERE r.reverses = c.cancellation_id AND rb.known_at IS NOT NULL))""")
                .bind("company", customer.company()).bind("customer", customer.number())
                .map((row, context) -> heads.put(row.getLong(1), new LateItems.Head(
                        Columns.itemLabel(row.getString(2), row.getInt(3)), row.getObject(4, LocalDate.class)))).list();
        amendedDueDates(batch, heads);
        heads.values().removeIf(head -> !head.due().isBefore(day));
        Map<String, List<Charge.Candidate>> byCurrency = new TreeMap<>();
        LateItems.of(batch, heads).forEach((id, item) -> byCurrency
                .computeIfAbsent(item.open().on(item.due()).currency().getCurrencyCode(), any -> new ArrayList<>())
                .add(new Charge.Candidate(id, item)));
        return byCurrency;
    }

    private static void amendedDueDates(Batch batch, Map<Long, LateItems.Head> heads) {
        InList.query(batch.handle().getConnection(), """
                        SELECT a.item_id, a.new_value FROM amendment a JOIN batch b ON b.batch_id = a.batch_id
                        WHERE b.known_at IS NOT NULL AND a.field = 'due_date' AND a.item_id IN (<keys>)
                        ORDER BY a.amendment_id""", heads.keySet(),
                row -> {
                    LateItems.Head head = heads.get(row.getLong(1));
                    heads.put(row.getLong(1), new LateItems.Head(head.document(), LocalDate.parse(row.getString(2))));
                });
    }

    /** Writes the documents, and which items and days they are for; the numbers of the documents. */
    public List<String> save(Batch batch, Decider who, CustomerId customer, Charge charge, LocalDate due) {
        List<String> numbers = new ArrayList<>();
        if (charge.interest().isPositive()) {
            numbers.add(save(batch, who, customer, charge, DocumentType.INTEREST, due));
        }
        if (charge.lumpSums().plus(charge.reminderFees()).isPositive()) {
            numbers.add(save(batch, who, customer, charge, DocumentType.FEE, due));
        }
        PeopleStore.flush(batch);
        return numbers;
    }

    private String save(Batch batch, Decider who, CustomerId customer, Charge charge, DocumentType type, LocalDate due) {
        boolean interest = type == DocumentType.INTEREST;
        long id = batch.nextRowId();
        String number = (interest ? "INT-" : "FEE-") + id;
        List<Charge.OfItem> items = charge.items().stream().filter(item -> sum(item, interest).isPositive()).toList();
        Money amount = interest ? charge.interest() : charge.lumpSums().plus(charge.reminderFees());
        Document document = new Document(new DocumentKey(customer.company(), type, number, 1), customer, who.day(), due, amount,
                List.of(), Optional.empty(), Optional.empty(), "", "", List.of(), "", "",
                description(charge, items, interest), Optional.empty());
        DocumentRows kind = new DocumentRows(companies);
        Object[] values = kind.values(document, who.person());
        values[values.length - 1] = new ContentHash().of(values, kind.content().stream()
                .mapToInt(column -> Table.DOCUMENT.position(column) - 2).toArray());
        batch.add(id, Table.DOCUMENT, values);
        RowBuffer beside = new RowBuffer(batch.id());
        kind.addBeside(beside, id, document, batch::nextRowId);
        beside.forEachTable((table, rows) -> rows.forEach(row ->
                batch.add((Long) row[0], table, Arrays.copyOfRange(row, 2, row.length))));
        items.forEach(item -> addItem(batch, who, charge, item, document.key(), id));
        if (!interest) {
            charge.fees().forEach(fee -> addFee(batch, who, charge, fee, document.key().company(), id));
        }
        return number;
    }

    private static void addFee(Batch batch, Decider who, Charge charge, Charge.OfReminder fee, String company,
            long document) {
        batch.add(Table.INTEREST_CHARGE, company, fee.itemId(), ReminderFees.KIND,
                turn(batch, fee.itemId(), ReminderFees.KIND), document, fee.day(), fee.day(),
                charge.currency().getCurrencyCode(), fee.amount().toDecimal(), charge.law().id(),
                cut("fee of " + fee.words(), CALCULATION_MAX), who.reason(), who.person());
        batch.flush();
    }

    /** What the customer's reminders have told of and was not charged. */
    public List<Charge.OfReminder> fees(Batch batch, CustomerId customer) {
        return ReminderFees.uncharged(batch, customer);
    }

    private static void addItem(Batch batch, Decider who, Charge charge, Charge.OfItem item, DocumentKey key, long id) {
        DocumentType type = key.type();
        boolean interest = type == DocumentType.INTEREST;
        LocalDate first = interest ? item.first() : item.interest().item().due().plusDays(1);
        LocalDate last = interest ? item.last() : first;
        String words = interest ? item.interest().words() : item.interest().item().document() + ": " + item.lumpSum();
        batch.add(Table.INTEREST_CHARGE, key.company(), item.itemId(), type.name(), turn(batch, item.itemId(), type.name()), id,
                first, last, charge.currency().getCurrencyCode(), sum(item, interest).toDecimal(), charge.law().id(),
                cut(words, CALCULATION_MAX), who.reason(), who.person());
        batch.flush();
    }

    private static int turn(Batch batch, long item, String kind) {
        return batch.handle().createQuery("SELECT COUNT(*) FROM interest_charge WHERE item_id = :item AND kind = :kind")
                .bind("item", item).bind("kind", kind).mapTo(Integer.class).one() + 1;
    }

    private static Money sum(Charge.OfItem item, boolean interest) {
        return interest ? item.interest().total() : item.lumpSum();
    }

    private static String description(Charge charge, List<Charge.OfItem> items, boolean interest) {
        StringBuilder words = new StringBuilder(charge.law().title());
        items.forEach(item -> words.append("; ").append(item.interest().item().document()).append(' ')
                .append(sum(item, interest)));
        if (!interest) {
            charge.fees().forEach(fee -> words.append("; ").append(fee.words()));
        }
        return cut(words.toString(), DESCRIPTION_MAX);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    /**
     * What of each item was charged by documents that were not voided since; what was charged for an earlier version of its
     * document was charged for it.
     */
    static Map<Long, LateItem.Charged> charged(Batch batch, Collection<Long> items) {
        Map<Long, LateItem.Charged> charged = new HashMap<>();
        InList.query(batch.handle().getConnection(), """
                        SELECT d.item_id, i.kind, i.first_day, i.last_day, i.currency, i.amount
                        FROM document d JOIN document p ON p.company = d.company AND p.document_number = d.document_number
                                AND p.document_type = d.document_type AND p.instalment = d.instalment
                                AND p.customer_id = d.customer_id AND p.currency = d.currency AND p.version <= d.version
                            JOIN interest_charge i ON i.item_id = p.item_id JOIN batch b ON b.batch_id = i.batch_id
                        WHERE b.known_at IS NOT NULL AND d.item_id IN (<keys>) AND i.kind <> 'REMINDER_FEE'
                            AND NOT EXISTS (SELECT 1 FROM cancellation c JOIN batch cb ON cb.batch_id = c.batch_id
                                WHERE c.item_id = i.document_item_id AND cb.known_at IS NOT NULL
                                    AND NOT (c.reverses IS NOT NULL))""",
                items, row -> {
                    boolean interest = row.getString(2).equals(DocumentType.INTEREST.name());
                    List<LateItem.Days> days = interest ? List.of(new LateItem.Days(row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class), Money.of(Currency.getInstance(row.getString(5)),
                            row.getBigDecimal(6)))) : List.of();
                    charged.merge(row.getLong(1), new LateItem.Charged(days, !interest), (one, other) ->
                            new LateItem.Charged(Stream.concat(one.days().stream(), other.days().stream()).toList(),
                                    one.lumpSum() || other.lumpSum()));
                });
        return charged;
    }
}
