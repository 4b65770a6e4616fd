package org.saldo.store.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.reconciliation.LikelyReturn;
import org.saldo.store.InList;

/**
 * Finds the payments that debits have probably taken back: on the same account, in the {@link #DAYS} days before, with a
 * reference of theirs in the debit, or from the same account and of the same amount. Two candidates are none.
 */
public final class DebitOrigins {

    /** So many days after a payment a debit may take it back. */
    static final int DAYS = 60;

    private static final int SHORTEST = 6;
    private static final int LOOKED_AT = 20;
    private static final String PAYMENTS = """
            SELECT r.receipt_id, r.account, r.payment_id, r.booking_date, r.currency, r.amount, r.payer_iban, r.end_to_end_id,
                   r.bank_reference, r.company
            FROM receipt r JOIN batch b ON b.batch_id = r.batch_id
            WHERE r.receipt_id > ? AND r.amount > 0 AND r.booking_date >= DATE '%s' AND r.booking_date <= DATE '%s'
            AND b.known_at IS NOT NULL ORDER BY r.receipt_id LIMIT ?""";
    private static final String BANK_REFERENCES =
            "SELECT receipt_id, bank_reference FROM receipt WHERE receipt_id IN (<keys>)";

    private final Handle handle;

    public DebitOrigins(Handle handle) {
        this.handle = handle;
    }

    private record Candidate(long id, String paymentId, EvidenceWord why, boolean byName) {
    }

    /** A debit with all words of it that may be a reference, and what was found for it. */
    private record Debit(ReceiptRow row, Set<String> words, List<Candidate> found) {

        boolean isAfter(ResultSet payment) throws SQLException {
            Receipt receipt = row.receipt();
            LocalDate booked = payment.getObject("booking_date", LocalDate.class);
            return !booked.isAfter(receipt.bookingDate()) && !booked.isBefore(receipt.bookingDate().minusDays(DAYS))
                    && payment.getString("account").equals(receipt.key().account())
                    && payment.getString("currency").equals(receipt.amount().currency().getCurrencyCode());
        }
    }

    /**
     * By the debit's id, where one payment alone can be meant.
     *
     * @param payments what is known of a payment by its id and currency; empty when it does not count
     */
    public Map<Long, LikelyReturn> of(List<ReceiptRow> rows,
            BiFunction<Long, Currency, Optional<ReturnReader.Original>> payments) {
        Map<Long, LikelyReturn> found = new HashMap<>();
        if (rows.isEmpty()) {
            return found;
        }
        Map<String, List<Debit>> byKey = new HashMap<>();
        List<Debit> debits = debits(rows, byKey);
        String company = rows.get(0).receipt().key().company();
        LocalDate last = rows.stream().map(row -> row.receipt().bookingDate()).max(LocalDate::compareTo).orElseThrow();
        LocalDate first = rows.stream().map(row -> row.receipt().bookingDate()).min(LocalDate::compareTo).orElseThrow();
        InList.pages(handle.getConnection(), PAYMENTS.formatted(first.minusDays(DAYS), last), InList.PAGE, row -> {
            if (row.getString("company").equals(company)) {
                note(byKey, row);
            }
        });
        for (Debit debit : debits) {
            one(debit, payments).ifPresent(likely -> found.put(debit.row().id(), likely));
        }
        return found;
    }

    private List<Debit> debits(List<ReceiptRow> rows, Map<String, List<Debit>> byKey) {
        Map<Long, String> references = new HashMap<>();
        InList.query(handle.getConnection(), BANK_REFERENCES, rows.stream().map(ReceiptRow::id).toList(),
                row -> references.put(row.getLong(1), row.getString(2)));
        List<Debit> debits = new ArrayList<>();
        for (ReceiptRow row : rows) {
            Receipt receipt = row.receipt();
            Set<String> words = new HashSet<>();
            for (String text : List.of(receipt.endToEndId(), receipt.structuredReference(), receipt.remittanceText(),
                    references.getOrDefault(row.id(), ""))) {
                for (String word : text.split("[\\s+:,;]+")) {
                    add(words, word);
                }
                add(words, text);
            }
            Debit debit = new Debit(row, words, new ArrayList<>());
            debits.add(debit);
            words.forEach(word -> byKey.computeIfAbsent(word, any -> new ArrayList<>()).add(debit));
            if (!receipt.payerIban().isBlank()) {
                byKey.computeIfAbsent(paid(receipt.payerIban(), receipt.amount().abs()), any -> new ArrayList<>()).add(debit);
            }
        }
        return debits;
    }

    private static void add(Set<String> words, String word) {
        String key = ReferenceKey.of(word);
        if (key.length() >= SHORTEST && !key.equals("NOTPROVIDED")) {
            words.add(key);
        }
    }

    private static String paid(String iban, Money amount) {
        return ReferenceKey.of(iban) + " " + amount.toDecimal().stripTrailingZeros().toPlainString();
    }

    private static void note(Map<String, List<Debit>> byKey, ResultSet row) throws SQLException {
        note(byKey, row, ReferenceKey.of(row.getString("end_to_end_id")), EvidenceWord.SAME_END_TO_END, true);
        note(byKey, row, ReferenceKey.of(row.getString("bank_reference")), EvidenceWord.SAME_BANK_REFERENCE, true);
        note(byKey, row, ReferenceKey.of(row.getString("payment_id")), EvidenceWord.ID_NAMED, true);
        note(byKey, row, ReferenceKey.of(row.getString("payer_iban")) + " "
                + row.getBigDecimal("amount").stripTrailingZeros().toPlainString(), EvidenceWord.SAME_ACCOUNT_AND_AMOUNT, false);
    }

    private static void note(Map<String, List<Debit>> byKey, ResultSet row, String key, EvidenceWord why, boolean byName)
            throws SQLException {
        for (Debit debit : byKey.getOrDefault(key, List.of())) {
            long id = row.getLong("receipt_id");
            if (debit.isAfter(row) && debit.found().size() < LOOKED_AT
                    && debit.found().stream().noneMatch(known -> known.id() == id && known.byName() == byName)) {
                debit.found().add(new Candidate(id, row.getString("payment_id"), why, byName));
            }
        }
    }

    private static LikelyReturn likely(Candidate one, ReturnReader.Original payment) {
        Money returnable = payment.allocations().stream().map(ReturnReader.Paid::cash).reduce(payment.unapplied(), Money::plus);
        return new LikelyReturn(one.paymentId(), payment.customer(), payment.unapplied(), returnable, one.byName(),
                Words.of(one.why()));
    }

    /** What a reference names goes before what is only alike. */
    private static Optional<LikelyReturn> one(Debit debit, BiFunction<Long, Currency, Optional<ReturnReader.Original>> payments) {
        Money out = debit.row().receipt().amount().abs();
        for (boolean byName : new boolean[] {true, false}) {
            List<LikelyReturn> fitting = debit.found().stream().filter(one -> one.byName() == byName)
                    .flatMap(one -> payments.apply(one.id(), out.currency()).map(payment -> likely(one, payment)).stream())
                    .filter(likely -> likely.fits(out)).toList();
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 && debit.found().size() < LOOKED_AT ? Optional.of(fitting.get(0)) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
