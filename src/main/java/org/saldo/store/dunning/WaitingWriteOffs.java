package org.saldo.store.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Debt;

/** Write-offs that a person has proposed and that wait for a second one: nobody is asked for what the house may give up. */
final class WaitingWriteOffs {

    /** What nobody has said yes or no to in so many days is asked for again. */
    private static final int DAYS = 30;

    private record WriteOff(long id, String customer, List<String> documents, BigDecimal amount, String proposedBy,
            LocalDate on) {

        /** A write-off of less than what is open leaves the rest to be asked for, and is not waited for. */
        boolean takesAllOf(String number, Debt debt) {
            return (customer.isEmpty() || customer.equals(number)) && documents.contains(debt.document())
                    && (amount == null || amount.compareTo(debt.open().toDecimal()) >= 0);
        }

        String words() {
            return "its write-off (I-" + id + ", proposed by " + proposedBy + ") waits for a second person, until "
                    + on.plusDays(DAYS);
        }
    }

    private final List<WriteOff> waiting;

    WaitingWriteOffs(Handle handle, String company, LocalDate day) {
        waiting = handle.createQuery("""
                        SELECT i.instruction_id, i.customer_id, i.documents, i.amount, i.proposed_by, b.business_day
                        FROM instruction i JOIN batch b ON b.batch_id = i.batch_id
                        WHERE b.known_at IS NOT NULL AND i.company = :company AND i.action = 'WRITE_OFF'
                            AND b.business_day >= :since AND NOT EXISTS (
                                SELECT 1 FROM instruction_end e JOIN batch eb ON eb.batch_id = e.batch_id
                                WHERE e.instruction_id = i.instruction_id AND eb.known_at IS NOT NULL)
                        ORDER BY i.instruction_id""")
                .bind("company", company).bind("since", day.minusDays(DAYS))
                .map((row, context) -> new WriteOff(row.getLong(1), row.getString(2),
                        List.of(row.getString(3).split("[\\s,;|]+")), row.getBigDecimal(4), row.getString(5),
                        row.getObject(6, LocalDate.class))).list();
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** The same debts of a customer, those blocked that may be given up. */
    List<Debt> among(String number, List<Debt> debts) {
        List<Debt> left = new ArrayList<>();
        for (Debt debt : debts) {
            Optional<WriteOff> found = debt.blocked().isPresent() ? Optional.empty()
                    : waiting.stream().filter(each -> each.takesAllOf(number, debt)).findFirst();
            left.add(found.map(WriteOff::words).map(why -> new Debt(debt.itemId(), debt.document(), debt.issued(), debt.due(),
                    debt.amount(), debt.open(), debt.level(), Optional.of(why), debt.exclusions())).orElse(debt));
        }
        return left;
    }
}
