package org.saldo.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.store.Batch;
import org.saldo.store.ContentHash;
import org.saldo.store.Ledger;
import org.saldo.store.Table;

/** Instructions that must be known again: those that came in a file, and those that wait for a second person. */
public final class InstructionStore {

    public static final String DONE = "DONE";
    public static final String APPROVED = "APPROVED";
    public static final String REFUSED = "REFUSED";

    private static final int SAYS_MAX = 2000;
    private static final String SELECT = """
            SELECT i.*, b.known_at, e.outcome, e.decided_by, e.reason AS end_reason, e.says FROM instruction i
            JOIN batch b ON b.batch_id = i.batch_id
            LEFT JOIN (SELECT n.* FROM instruction_end n JOIN batch nb ON nb.batch_id = n.batch_id
                WHERE nb.known_at IS NOT NULL) e ON e.instruction_id = i.instruction_id
            WHERE b.known_at IS NOT NULL AND\s""";

    /** The instruction of this id. */
    public Optional<InstructionRow> find(Batch batch, long id) {
        return find(batch.handle(), id);
    }

    /** The same, outside of a decision. */
    public Optional<InstructionRow> find(Ledger ledger, long id) {
        return ledger.database().jdbi().withHandle(handle -> find(handle, id));
    }

    public static Optional<InstructionRow> find(Handle handle, long id) {
        return handle.createQuery(SELECT + "i.instruction_id = :id").bind("id", id).map(InstructionStore::read).findOne();
    }

    /** The instruction that came in under this key. */
    public Optional<InstructionRow> known(Batch batch, String key) {
        return known(batch.handle(), key);
    }

    /** The same, outside of a decision. */
    public Optional<InstructionRow> known(Ledger ledger, String key) {
        return ledger.database().jdbi().withHandle(handle -> known(handle, key));
    }

    private static Optional<InstructionRow> known(Handle handle, String key) {
        return handle.createQuery(SELECT + "i.instruction_key = :key").bind("key", key).map(InstructionStore::read).findOne();
    }

    /** A company's instructions that wait for a second person, the oldest first. */
    public static List<InstructionRow> waiting(Handle handle, String company) {
        return handle.createQuery(SELECT + "i.company = :company AND e.outcome IS NULL ORDER BY i.instruction_id")
                .bind("company", company).map(InstructionStore::read).list();
    }

    /**
     * Keeps an instruction as it is to be carried out.
     *
     * @param given as the person gave it, by which it is compared when it comes in again
     */
    public long add(Batch batch, Decider who, String company, Instruction given, Instruction instruction) {
        long id = batch.add(Table.INSTRUCTION, company, who.key().isEmpty() ? null : who.key(), instruction.action().name(),
                instruction.payment(), instruction.documents(), instruction.allocation(), instruction.customer(),
                instruction.proposal(), instruction.amount().orElse(null), instruction.currency(),
                instruction.from().orElse(null), instruction.until().orElse(null), instruction.terms().code(),
                instruction.terms().person(), instruction.terms().schedule(), instruction.terms().source(), who.reason(),
                who.person(), hash(given));
        PeopleStore.flush(batch);
        return id;
    }

    /** Keeps how it ended. */
    public void end(Batch batch, long id, String outcome, Decider who, String reason, String says) {
        batch.add(Table.INSTRUCTION_END, id, outcome, who.actor(), reason,
                says.length() <= SAYS_MAX ? says : says.substring(0, SAYS_MAX - 1) + "…");
        PeopleStore.flush(batch);
    }

    /** By what the content of an instruction is known again. */
    public static String hash(Instruction given) {
        Object[] values = {given.action().name(), given.payment(), given.documents(), given.allocation(), given.customer(),
            Long.valueOf(given.proposal()), given.amount().orElse(null), given.currency(), given.from().orElse(null),
            given.until().orElse(null), given.terms().code(), given.terms().person(), given.terms().schedule(),
            given.terms().source()};
        int[] all = IntStream.range(0, values.length).toArray();
        return new ContentHash().of(values, all);
    }

    private static InstructionRow read(ResultSet row, StatementContext context) throws SQLException {
        Instruction instruction = new Instruction(InstructionAction.valueOf(row.getString("action")),
                row.getString("payment_id"), row.getString("documents"), row.getString("allocation_id"),
                row.getString("customer_id"), row.getInt("proposal"), Optional.ofNullable(row.getBigDecimal("amount")),
                row.getString("currency"), Optional.ofNullable(row.getObject("from_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("until_day", LocalDate.class)),
                new Instruction.Terms(row.getString("code"), row.getString("person"), row.getString("schedule"),
                        row.getString("source")));
        Optional<InstructionRow.End> end = row.getString("outcome") == null ? Optional.empty()
                : Optional.of(new InstructionRow.End(row.getString("outcome"), row.getString("decided_by"),
                row.getString("end_reason"), row.getString("says")));
        return new InstructionRow(row.getLong("instruction_id"), row.getString("company"),
                Optional.ofNullable(row.getString("instruction_key")).orElse(""), instruction, row.getString("reason"),
                row.getString("proposed_by"), row.getString("content_hash"),
                row.getObject("known_at", OffsetDateTime.class).toInstant(), end);
    }
}
