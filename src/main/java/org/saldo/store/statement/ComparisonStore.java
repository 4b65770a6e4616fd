package org.saldo.store.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.statement.AccountAsOf;
import org.saldo.statement.Movement;
import org.saldo.statement.bridge.OurDocument;
import org.saldo.statement.bridge.OurKind;
import org.saldo.statement.bridge.OurLedger;
import org.saldo.statement.bridge.OurLine;
import org.saldo.statement.bridge.Settlement;
import org.saldo.store.Database;
import org.saldo.store.InList;
import org.saldo.store.Ledger;
import org.saldo.store.account.MovementStore;

/** Our side of a comparison of two ledgers: a customer's account as its statement shows it, and what is known since. */
public final class ComparisonStore {

    private static final LocalDate WHOLE_FUTURE = LocalDate.of(9999, 12, 31);
    private static final int ELSEWHERE_MOST = 5_000;

    private static final String LABEL = """
            CASE WHEN d.instalment = 1 THEN d.document_number
                 ELSE d.document_number || '/' || CAST(d.instalment AS VARCHAR(11)) END""";

    private static final String DOCUMENTS = """
            SELECT {label} AS label, d.document_type, d.issue_date, d.amount, d.discount_percent, d.tax_breakdown, d.aliases,
                   d.payment_reference, d.purchase_order
            FROM document d JOIN batch b ON b.batch_id = d.batch_id AND b.known_at <= :knownAt
            WHERE d.company = :company AND d.customer_id = :customer AND d.currency = :currency
            ORDER BY d.item_id""".replace("{label}", LABEL);

    private static final String SETTLED = """
            SELECT {label} AS label, a.kind, COALESCE(r.payment_id, '') AS payment, COALESCE(c.document_number, '') AS counter,
                   a.effective_on, a.amount, b.known_at
            FROM allocation a JOIN batch b ON b.batch_id = a.batch_id AND b.known_at <= :knownAt
            JOIN document d ON d.item_id = a.item_id
            LEFT JOIN receipt r ON r.receipt_id = a.receipt_id
            LEFT JOIN document c ON c.item_id = a.counter_item_id
            WHERE a.company = :company AND a.customer_id = :customer AND a.currency = :currency
                AND NOT (a.reverses IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM allocation x JOIN batch xb ON xb.batch_id = x.batch_id
                              WHERE x.reverses = a.allocation_id AND xb.known_at <= :knownAt)
            ORDER BY a.allocation_id""".replace("{label}", LABEL);

    private static final String VOID = """
            SELECT {label} AS label, x.effective_on, x.balance_effect, b.known_at
            FROM cancellation x JOIN batch b ON b.batch_id = x.batch_id AND b.known_at <= :knownAt
            JOIN document d ON d.item_id = x.item_id
            WHERE x.company = :company AND x.customer_id = :customer AND x.currency = :currency
                AND NOT (x.reverses IS NOT NULL)
              AND NOT EXISTS (SELECT 1 FROM cancellation y JOIN batch yb ON yb.batch_id = y.batch_id
                              WHERE y.reverses = x.cancellation_id AND yb.known_at <= :knownAt)
            ORDER BY x.cancellation_id""".replace("{label}", LABEL);

    /** When the account was looked at by its statement, and when it is looked at now. */
    private record Look(CustomerId customer, LocalDate cutOff, Instant then, Instant now) {

        boolean isSince(ResultSet row) throws SQLException {
            return row.getObject("effective_on", LocalDate.class).isAfter(cutOff)
                    || row.getObject("known_at", OffsetDateTime.class).toInstant().isAfter(then);
        }
    }

    private final Database database;
    private final MovementStore movements;
    private final Ledger ledger;

    public ComparisonStore(Ledger ledger) {
        this.ledger = ledger;
        this.database = ledger.database();
        this.movements = new MovementStore(ledger);
    }

    /**
     * The account at the end of {@code cutOff} as known at {@code knownThen}, with everything known since; empty when
     * nothing ever moved on it in this currency.
     */
    public Optional<OurLedger> account(CustomerId customer, Currency currency, LocalDate cutOff, Instant knownThen) {
        Instant now = ledger.knownAt();
        AccountAsOf whole = movements.accounts(customer, cutOff, WHOLE_FUTURE, now).get(currency);
        AccountAsOf then = movements.accounts(customer, cutOff, cutOff, knownThen).get(currency);
        if (whole == null && then == null) {
            return Optional.empty();
        }
        return Optional.of(database.jdbi().withHandle(handle -> {
            Map<String, List<String>> names = new HashMap<>();
            List<OurDocument> documents = documents(handle, customer, currency, now);
            documents.forEach(document -> names.put(document.reference(), document.otherNames()));
            List<Settlement> settlements = settlements(handle, new Look(customer, cutOff, knownThen, now), currency);
            settlements.stream().filter(each -> each.how() == Settlement.How.PAYMENT).forEach(each ->
                    names.computeIfAbsent(each.by(), any -> new ArrayList<>()).add(each.document()));
            List<Movement> seen = then == null ? List.of() : then.movements();
            Set<Movement> before = new HashSet<>(seen);
            List<OurLine> moved = seen.stream().map(each -> line(each, names)).toList();
            List<OurLine> later = whole == null ? List.of() : whole.movements().stream()
                    .filter(each -> !before.contains(each)).map(each -> line(each, names)).toList();
            Money balance = moved.stream().map(OurLine::amount).reduce(Money.zero(currency), Money::plus);
            return new OurLedger(cutOff, balance, open(then, names), moved, later, documents, settlements, Map.of());
        }));
    }

    private static List<OurLine> open(AccountAsOf account, Map<String, List<String>> names) {
        if (account == null) {
            return List.of();
        }
        return Stream.concat(account.items().stream().map(item -> new OurLine(item.itemId(), item.type().isCredit()
                                ? OurKind.CREDIT_NOTE : OurKind.DOCUMENT, item.label(),
                        names.getOrDefault(item.label(), List.of()), item.issueDate(), item.balance())),
                account.receipts().stream().map(receipt -> new OurLine(receipt.receiptId(), OurKind.PAYMENT,
                        receipt.paymentId(), List.of(), receipt.bookedOn(), receipt.unapplied().negated()))).toList();
    }

    private static OurLine line(Movement movement, Map<String, List<String>> names) {
        return new OurLine(movement.rowId(), OurKind.of(movement.kind()), movement.reference(),
                names.getOrDefault(movement.reference(), List.of()), movement.effectiveOn(), movement.amount());
    }

    private static List<OurDocument> documents(Handle handle, CustomerId customer, Currency currency, Instant now) {
        return bound(handle.createQuery(DOCUMENTS), customer, currency, now).map((row, context) ->
                document(row, currency)).list();
    }

    private static OurDocument document(ResultSet row, Currency currency) throws SQLException {
        Money amount = Money.of(currency, row.getBigDecimal("amount"));
        BigDecimal percent = row.getBigDecimal("discount_percent");
        List<String> names = Stream.concat(Stream.of(row.getString("aliases").split("\\|")),
                        Stream.of(row.getString("payment_reference"), row.getString("purchase_order")))
                .filter(name -> !name.isBlank()).distinct().toList();
        return new OurDocument(row.getString("label"), names, row.getObject("issue_date", LocalDate.class),
                row.getString("document_type").equals("CREDIT_NOTE") ? amount.negated() : amount,
                Optional.ofNullable(percent).map(each -> amount.percent(each, RoundingMode.HALF_UP)),
                tax(row.getString("tax_breakdown"), currency));
    }

    /** The sum of the taxes of {@code rate:net:tax|rate:net:tax}. */
    private static Optional<Money> tax(String breakdown, Currency currency) {
        if (breakdown.isEmpty()) {
            return Optional.empty();
        }
        Money tax = Money.zero(currency);
        for (String line : breakdown.split("\\|")) {
            tax = tax.plus(Money.of(currency, new BigDecimal(line.substring(line.lastIndexOf(':') + 1))));
        }
        return Optional.of(tax);
    }

    private static List<Settlement> settlements(Handle handle, Look look, Currency currency) {
        List<Settlement> settlements = new ArrayList<>();
        bound(handle.createQuery(SETTLED), look.customer(), currency, look.now()).map((row, context) -> {
            Money amount = Money.of(currency, row.getBigDecimal("amount"));
            LocalDate on = row.getObject("effective_on", LocalDate.class);
            String label = row.getString("label");
            Settlement.How how = how(row.getString("kind"));
            String by = how == Settlement.How.CREDIT_NOTE ? row.getString("counter") : row.getString("payment");
            settlements.add(new Settlement(label, how, by, on, amount, look.isSince(row)));
            if (how == Settlement.How.CREDIT_NOTE) {
                settlements.add(new Settlement(by, how, label, on, amount, look.isSince(row)));
            }
            return true;
        }).list();
        bound(handle.createQuery(VOID), look.customer(), currency, look.now()).map((row, context) -> settlements.add(
                new Settlement(row.getString("label"), Settlement.How.VOID, "", row.getObject("effective_on", LocalDate.class),
                        Money.of(currency, row.getBigDecimal("balance_effect").abs()), look.isSince(row)))).list();
        return settlements;
    }

    private static Settlement.How how(String kind) {
        return switch (kind) {
            case "PAYMENT" -> Settlement.How.PAYMENT;
            case "CREDIT_NOTE" -> Settlement.How.CREDIT_NOTE;
            case "CASH_DISCOUNT" -> Settlement.How.DISCOUNT;
            default -> Settlement.How.DEDUCTION;
        };
    }

    private static Query bound(Query query, CustomerId customer, Currency currency, Instant knownAt) {
        return query.bind("company", customer.company()).bind("customer", customer.number())
                .bind("currency", currency.getCurrencyCode()).bind("knownAt", knownAt.atOffset(ZoneOffset.UTC));
    }

    /** Where documents with these numbers are, when not on this account; by the key of the number, for the house only. */
    public Map<String, String> elsewhere(CustomerId customer, Collection<String> numberKeys) {
        Map<String, String> found = new TreeMap<>();
        List<String> keys = numberKeys.stream().filter(key -> !key.isEmpty()).distinct().sorted().limit(ELSEWHERE_MOST).toList();
        database.jdbi().useHandle(handle -> InList.query(handle.getConnection(), """
                SELECT d.number_key, d.company, d.customer_id FROM document d
                JOIN batch b ON b.batch_id = d.batch_id AND b.known_at IS NOT NULL
                WHERE d.number_key IN (<keys>) ORDER BY d.item_id""", keys, row -> {
                    CustomerId owner = new CustomerId(row.getString(2), row.getString(3));
                    if (!owner.equals(customer)) {
                        found.putIfAbsent(row.getString(1), owner.toString());
                    }
                }));
        return new LinkedHashMap<>(found);
    }
}
