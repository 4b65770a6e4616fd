package org.saldo.store.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * Write-offs that a person has proposed and that wait for a second one: nobody is asked for what the house may give up, of a
 * part of an item only for the rest.
 */
final class WaitingWriteOffs {

    private record WriteOff(long id, String customer, String document, BigDecimal amount, String currency,
            String proposedBy, LocalDate on) {

        boolean isOf(String number, Debt debt) {
            return (customer.isEmpty() || customer.equals(number)) && names(debt.document())
                    && (amount == null || currency.equals(debt.open().currency().getCurrencyCode()));
        }

        /** As a person may write it: {@code INV-1}, {@code INV-1/2}, {@code INVOICE:INV-1/1}. */
        private boolean names(String label) {
            String name = document.strip().replaceFirst("^[A-Z_]+:", "");
            return name.equals(label) || name.replaceFirst("/1$", "").equals(label);
        }

        Debt keptBackOf(Debt debt, int days) {
            Money most = amount == null ? debt.open() : Money.of(debt.open().currency(), amount);
            return debt.holding(most, "I-" + id, words(days));
        }

        private Words words(int days) {
            return Words.of(DunningWord.WRITE_OFF_WAITS, "I-" + id, proposedBy, on.plusDays(days));
        }
    }

    private final List<WriteOff> waiting;
    private final int days;

    /** @param days what nobody has said yes or no to in so many days is asked for again */
    WaitingWriteOffs(Handle handle, String company, LocalDate day, int days) {
        this.days = days;
        waiting = handle.createQuery("""
                        SELECT i.instruction_id, i.customer_id, i.documents, i.amount, i.currency, i.proposed_by,
                            b.business_day
                        FROM instruction i JOIN batch b ON b.batch_id = i.batch_id
                        WHERE b.known_at IS NOT NULL AND i.company = :company AND i.action = 'WRITE_OFF'
                            AND b.business_day >= :since AND NOT EXISTS (
                                SELECT 1 FROM instruction_end e JOIN batch eb ON eb.batch_id = e.batch_id
                                WHERE e.instruction_id = i.instruction_id AND eb.known_at IS NOT NULL)
                        ORDER BY i.instruction_id""")
                .bind("company", company).bind("since", day.minusDays(days))
                .map((row, context) -> new WriteOff(row.getLong(1), row.getString(2),
                        row.getString(3), row.getBigDecimal(4),
                        String.valueOf(row.getString(5)), row.getString(6), row.getObject(7, LocalDate.class))).list();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The same debts of a customer, without what of them may be given up. */
    List<Debt> among(String number, List<Debt> debts) {
        List<Debt> left = new ArrayList<>();
        for (Debt debt : debts) {
            Debt rest = debt;
            for (WriteOff each : waiting) {
                rest = rest.blocked().isEmpty() && each.isOf(number, rest) ? each.keptBackOf(rest, days) : rest;
            }
            left.add(rest);
        }
        return left;
    }
}
