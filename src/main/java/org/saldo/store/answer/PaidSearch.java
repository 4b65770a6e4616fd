package org.saldo.store.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.PlainMoney;
import org.saldo.store.dunning.DunningCases;
import org.saldo.store.people.PeopleFinder;

/**
 * Looks for a payment that a customer says it has made: among what was applied to its documents, its unapplied cash, and the
 * receipts that are nobody's yet. It is asked whenever somebody looks, so that what comes later is found as well. Nothing of
 * another customer's is ever shown.
 */
final class PaidSearch {

    /** Bounds of what a person is shown, by which nothing is decided: so long before the day that was named a payment may lie. */
    private static final int DAYS_BEFORE = 10;
    /** So far back it is looked where no day was named. */
    private static final int UNKNOWN_DAYS = 45;
    private static final int WAITING_MOST = 2000;
    private static final int TOLD_MOST = 6;

    private static final String COLUMNS = """
            SELECT r.receipt_id, r.payment_id, r.booking_date, r.currency, r.amount, r.payer_iban, r.end_to_end_id,
                r.remittance_text, r.bank_reference, r.structured_reference, o.unapplied
            FROM receipt r JOIN batch b ON b.batch_id = r.batch_id\s""";

    private static final String OWN = COLUMNS + """
            LEFT JOIN open_receipt o ON o.receipt_id = r.receipt_id
            WHERE b.known_at IS NOT NULL AND r.company = :company AND r.booking_date >= :since AND r.amount > 0
                AND (o.customer_id = :customer OR EXISTS (
                    SELECT 1 FROM allocation a JOIN batch ab ON ab.batch_id = a.batch_id
                    WHERE a.receipt_id = r.receipt_id AND a.company = :company AND a.customer_id = :customer
                        AND a.kind = 'PAYMENT' AND a.payer_customer_id IS NULL AND ab.known_at IS NOT NULL))
            ORDER BY r.booking_date DESC, r.receipt_id DESC""";

    private static final String NOBODYS = COLUMNS + """
            JOIN open_receipt o ON o.receipt_id = r.receipt_id
            WHERE b.known_at IS NOT NULL AND r.company = :company AND o.company = :company AND o.customer_id IS NULL
                AND r.booking_date >= :since AND r.amount > 0
            ORDER BY r.booking_date DESC, r.receipt_id DESC LIMIT :most""";

    private final Handle handle;

    PaidSearch(Handle handle) {
        this.handle = handle;
    }

    private record Found(String payment, LocalDate bookedOn, Money amount, Optional<Money> unapplied, String payerIban,
            String texts) {

        String words(String how) {
            return payment + " of " + bookedOn + ", " + PlainMoney.of(amount) + ": " + how;
        }
    }

    /**
     * In words, the likeliest first; one that says so when nothing was found. Of lines that are said to be paid each is looked
     * for; else what the answer says that it has paid, and nothing where it says something else.
     */
    List<String> find(ReminderAnswerRow row, List<ContestedLine> lines) {
        List<ReminderAnswer> paid = lines.stream().filter(ContestedLine::paid).map(line -> new ReminderAnswer(AnswerKind.PAID,
                true, List.of(number(row.customer(), line.document())), row.answer().references(), line.amount(),
                row.answer().day(), Optional.empty())).toList();
        if (paid.isEmpty()) {
            return row.answer().kind() == AnswerKind.PAID ? told(find(row, row.answer())) : List.of();
        }
        return told(paid.stream().flatMap(answer -> find(row, answer).stream()).distinct().toList());
    }

    private String number(CustomerId customer, String label) {
        return new PeopleFinder(handle).items(label, customer.company()).stream()
                .filter(item -> item.customer().equals(customer)).map(item -> item.key().number()).findFirst().orElse(label);
    }

    private static List<String> told(List<String> found) {
        return found.isEmpty() ? List.of("nothing of it has come yet") : found.subList(0, Math.min(TOLD_MOST, found.size()));
    }

    private List<String> find(ReminderAnswerRow row, ReminderAnswer answer) {
        LocalDate since = answer.day().map(day -> day.minusDays(DAYS_BEFORE))
                .orElse(row.receivedOn().minusDays(UNKNOWN_DAYS));
        List<String> told = new ArrayList<>();
        for (Found own : receipts(OWN, row.customer(), since)) {
            boolean fits = fits(answer, own).isPresent();
            if (fits || own.unapplied().isPresent()) {
                told.add((fits ? 0 : told.size()), own.words(own.unapplied().map(rest -> PlainMoney.of(rest)
                        + " of it is not applied yet").orElse("was applied to the customer's documents")));
            }
        }
        String iban = DunningCases.customer(handle, row.customer()).iban();
        for (Found waiting : receipts(NOBODYS, row.customer(), since)) {
            Optional<String> why = fits(answer, waiting).or(() -> Optional.of("it comes from the customer's account")
                    .filter(any -> !iban.isEmpty() && iban.equals(waiting.payerIban())));
            why.ifPresent(reason -> told.add(waiting.words("is nobody's yet; " + reason)));
        }
        return told;
    }

    private static Optional<String> fits(ReminderAnswer answer, Found receipt) {
        List<String> named = new ArrayList<>(answer.documents());
        named.addAll(answer.references());
        Optional<String> quoted = named.stream().map(PaidSearch::plain)
                .filter(name -> name.length() >= 4 && receipt.texts().contains(name)).findFirst();
        if (quoted.isPresent()) {
            return Optional.of("it names " + quoted.get());
        }
        return answer.amount().filter(receipt.amount()::equals).map(any -> "it has the amount that was named");
    }

    private List<Found> receipts(String sql, CustomerId customer, LocalDate since) {
        var query = handle.createQuery(sql).bind("company", customer.company()).bind("since", since);
        if (sql.equals(OWN)) {
            query.bind("customer", customer.number());
        } else {
            query.bind("most", WAITING_MOST);
        }
        return query.map((row, context) -> {
            Currency currency = Currency.getInstance(row.getString("currency"));
            return new Found(row.getString("payment_id"), row.getObject("booking_date", LocalDate.class),
                    Money.of(currency, row.getBigDecimal("amount")), Optional.ofNullable(row.getBigDecimal("unapplied"))
                    .map(rest -> Money.of(currency, rest)), row.getString("payer_iban"),
                    plain(row.getString("payment_id") + " " + row.getString("end_to_end_id") + " "
                            + row.getString("remittance_text") + " " + row.getString("bank_reference") + " "
                            + row.getString("structured_reference")));
        }).list();
    }

    private static String plain(String text) {
        return text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
