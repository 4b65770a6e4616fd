package org.saldo.store.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.saldo.intake.Channel;
import org.saldo.store.Database;
import org.saldo.store.Ledger;

/** What was taken in since an instant, as the ledger has it. */
public final class IntakeFigures {

    private final Database database;

    public IntakeFigures(Ledger ledger) {
        this.database = ledger.database();
    }

    /** The rows of one channel: {@code read = accepted + duplicate + rejected}. */
    public record Line(Channel channel, long files, long read, long accepted, long duplicate, long rejected) {
    }

    /** A row that was refused, with what to do; {@code fileId} is what {@code rejects retry} wants. */
    public record Refusal(long fileId, String file, long line, String field, String reason, String remedy) {
    }

    public List<Line> since(Instant knownAt) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT f.channel, COUNT(DISTINCT f.batch_id), SUM(f.read_count), SUM(f.accepted_count),
                            SUM(f.duplicate_count), SUM(f.rejected_count)
                        FROM intake_file f JOIN batch b ON b.batch_id = f.batch_id
                        WHERE b.known_at > :since GROUP BY f.channel ORDER BY f.channel""")
                .bind("since", knownAt.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Line(Channel.valueOf(row.getString(1)), row.getLong(2), row.getLong(3),
                        row.getLong(4), row.getLong(5), row.getLong(6)))
                .list());
    }

    /** The first row that was refused since the instant. */
    public Optional<Refusal> firstRefusalSince(Instant knownAt) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT r.file_id, f.file_name, r.line_number, r.field, r.reason, r.remedy
                        FROM rejection r JOIN batch b ON b.batch_id = r.batch_id JOIN intake_file f ON f.file_id = r.file_id
                        WHERE b.known_at > :since ORDER BY r.rejection_id LIMIT 1""")
                .bind("since", knownAt.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Refusal(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4),
                        row.getString(5), row.getString(6)))
                .findOne());
    }
}
