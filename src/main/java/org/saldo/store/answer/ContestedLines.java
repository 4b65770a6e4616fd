package org.saldo.store.answer;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.DifferenceCode;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.statement.StatementRow;

/** What customers contest of their statements, as rows beside the mail or page that says so. */
public final class ContestedLines {

    private static final int WORDS_LONGEST = 500;

    private ContestedLines() {
    }

    /** Keeps what {@code reply} contests; a document once. */
    public static void add(Batch batch, long reply, StatementRow statement, List<ContestedLine> lines) {
        CustomerId customer = statement.key().customer();
        lines.forEach(line -> batch.add(Table.CONTESTED_LINE, customer.company(), customer.number(), reply, statement.id(),
                line.document(), statement.key().currency().getCurrencyCode(), line.amount().map(Money::toDecimal).orElse(null),
                line.code().name(), line.paid(), shortened(line.words())));
    }

    /** What a mail contests, in the order in which it was read; as the batch's transaction sees it. */
    public static List<ContestedLine> of(Batch batch, long reply) {
        return of(batch.handle(), reply);
    }

    /** The same, as it is published. */
    public static List<ContestedLine> of(Ledger ledger, long reply) {
        return ledger.database().jdbi().withHandle(handle -> of(handle, reply));
    }

    static List<ContestedLine> of(Handle handle, long reply) {
        return handle.createQuery("""
                        SELECT c.document_label, c.currency, c.amount, c.code, c.said_paid, c.words FROM contested_line c
                        JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
                        WHERE c.reply_id = :reply ORDER BY c.line_id""").bind("reply", reply)
                .map((row, context) -> {
                    Currency currency = Currency.getInstance(row.getString(2));
                    return new ContestedLine(row.getString(1), Optional.ofNullable(row.getBigDecimal(3))
                            .map(amount -> Money.of(currency, amount)), DifferenceCode.valueOf(row.getString(4)),
                            row.getBoolean(5), row.getString(6));
                }).list();
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= WORDS_LONGEST ? plain : plain.substring(0, WORDS_LONGEST - 1) + "…";
    }
}
