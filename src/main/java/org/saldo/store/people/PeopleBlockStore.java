package org.saldo.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Decider;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.Table;

/** Stops on reminders: for an item, a customer or a whole company, from a day, until a day if one is given. */
public final class PeopleBlockStore {

    public static final String LIST = """
            SELECT k.*, b.known_at, d.document_number, d.instalment, l.from_day AS lifted_on, l.decided_by AS lifted_by
            FROM block k JOIN batch b ON b.batch_id = k.batch_id LEFT JOIN document d ON d.item_id = k.item_id
                LEFT JOIN (SELECT x.* FROM block x JOIN batch xb ON xb.batch_id = x.batch_id
                    WHERE xb.known_at <= :knownAt AND x.from_day <= :day) l ON l.reverses = k.block_id
            WHERE k.block_id > :after AND k.block_id <= :last AND k.reverses IS NULL AND b.business_day <= :day
            AND b.known_at <= :knownAt AND (:company = '' OR k.company = :company) ORDER BY k.block_id""";

    /** A stop, with who lifted it when that has happened. Customer and item are empty and 0 for the whole company. */
    public record BlockRow(long id, String company, Optional<String> customer, long itemId, LocalDate from,
            Optional<LocalDate> until, String reason, String decidedBy, Optional<String> liftedBy, BlockKind kind) {

        /** How people name it. */
        public String label() {
            return "B-" + id;
        }
    }

    /** What is stopped: an item (not 0), a customer, or neither for the whole company. */
    public record Target(String company, Optional<String> customer, long itemId) {
    }

    public long add(Batch batch, Decider who, Target target, BlockKind kind, LocalDate from, Optional<LocalDate> until) {
        return batch.add(Table.BLOCK, target.company(), target.customer().orElse(null), itemOf(target.itemId()), from,
                until.orElse(null), who.reason(), who.person(), null, kind.name());
    }

    /** Lifts a stop from the day of the decision on. */
    public void lift(Batch batch, Decider who, BlockRow block) {
        batch.add(Table.BLOCK, block.company(), block.customer().orElse(null), itemOf(block.itemId()), who.day(), null,
                who.reason(), who.person(), block.id(), block.kind().name());
        PeopleStore.flush(batch);
    }

    public Optional<BlockRow> find(Batch batch, long id) {
        return list(batch.handle(), id).stream().findFirst();
    }

    public static Object[] line(ResultSet row) throws SQLException {
        String document = row.getString("document_number");
        return new Object[] {row.getString("company"), "B-" + row.getLong("block_id"), row.getString("customer_id"),
            document == null ? null : Columns.itemLabel(document, row.getInt("instalment")),
            BlockKind.valueOf(row.getString("kind")).word(), Columns.day(row, "from_day"), Columns.day(row, "until_day"),
            row.getString("reason"), row.getString("decided_by"), Columns.instant(row, "known_at"),
            Columns.day(row, "lifted_on"), row.getString("lifted_by")};
    }

    private static List<BlockRow> list(Handle handle, long id) {
        return handle.createQuery("""
                        SELECT k.*, (SELECT MAX(l.decided_by) FROM block l JOIN batch lb ON lb.batch_id = l.batch_id
                            WHERE l.reverses = k.block_id AND lb.known_at IS NOT NULL) AS lifted_by
                        FROM block k JOIN batch b ON b.batch_id = k.batch_id
                        WHERE b.known_at IS NOT NULL AND k.reverses IS NULL AND k.block_id = :id""")
                .bind("id", id)
                .map((row, context) -> new BlockRow(row.getLong("block_id"), row.getString("company"),
                        Optional.ofNullable(row.getString("customer_id")), row.getLong("item_id"),
                        row.getObject("from_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("until_day", LocalDate.class)), row.getString("reason"),
                        row.getString("decided_by"), Optional.ofNullable(row.getString("lifted_by")),
                        BlockKind.valueOf(row.getString("kind")))).list();
    }

    private static Long itemOf(long id) {
        return id == 0 ? null : Long.valueOf(id);
    }
}
