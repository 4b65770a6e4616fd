package org.saldo.store.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.saldo.intake.Channel;
import org.saldo.intake.FileKind;
import org.saldo.intake.ReadRow;
import org.saldo.intake.Rejection;
import org.saldo.ledger.Companies;
import org.saldo.ledger.ControlBalance;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.Payable;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.RemittanceLine;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.StagedBatch;

/**
 * The way of read rows into the ledger. The caller holds the lease {@value #LEASE}; nothing of a file counts before all
 * of it is published. What is refused is handed to {@code refused}, in the order of the file.
 */
public final class IntakeStore {

    /** Only its holder takes anything in. */
    public static final String LEASE = "intake";

    private final Ledger ledger;
    private final Companies companies;

    public IntakeStore(Ledger ledger, Companies companies) {
        this.ledger = ledger;
        this.companies = companies;
    }

    public IntakeBatch<Customer> customers(IntakeHead head, Consumer<ReadRow<Customer>> refused) {
        return new IntakeBatch<>(ledger, head, new CustomerRows(), refused);
    }

    public IntakeBatch<Document> documents(IntakeHead head, Consumer<ReadRow<Document>> refused) {
        return new IntakeBatch<>(ledger, head, new DocumentRows(companies), refused);
    }

    /** Documents of a source database: what changed there is amended here, or replaced by a new version. */
    public IntakeBatch<Document> changedDocuments(IntakeHead head, Consumer<ReadRow<Document>> refused) {
        DocumentRows rows = new DocumentRows(companies);
        StagedBatch staged = ledger.stage(BatchKind.INTAKE, head.actor(), head.day(), LEASE);
        return new IntakeBatch<>(ledger, head, staged, rows, refused,
                new DocumentChanges(rows, companies, staged, head, ledger.database().jdbi()));
    }

    public IntakeBatch<Receipt> receipts(IntakeHead head, Consumer<ReadRow<Receipt>> refused) {
        return new IntakeBatch<>(ledger, head, new ReceiptRows(companies), refused);
    }

    public IntakeBatch<RemittanceLine> remittances(IntakeHead head, Consumer<ReadRow<RemittanceLine>> refused) {
        return new IntakeBatch<>(ledger, head, new RemittanceRows(), refused);
    }

    public IntakeBatch<Payable> payables(IntakeHead head, Consumer<ReadRow<Payable>> refused) {
        return new IntakeBatch<>(ledger, head, new PayableRows(), refused);
    }

    public IntakeBatch<ControlBalance> controls(IntakeHead head, Consumer<ReadRow<ControlBalance>> refused) {
        return new IntakeBatch<>(ledger, head, new ControlRows(), refused);
    }

    /** Keeps that a file was refused as a whole. It counts as one row that was read and rejected. */
    public long refuse(IntakeHead head, Rejection rejection, Optional<Long> retryOf) {
        try (IntakeBatch<ControlBalance> batch = controls(head, row -> { })) {
            retryOf.ifPresent(batch::retries);
            batch.add(ReadRow.refused(new String[0], rejection));
            batch.publish();
            return batch.fileId();
        }
    }

    /** The files of which something was refused that nobody has taken in again, the oldest first. */
    public List<RefusedFile> refusedFiles() {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT f.file_id, f.file_name, f.kind, f.company, f.opening, b.business_day, f.read_count,
                               f.rejected_count, f.channel
                        FROM intake_file f JOIN batch b ON b.batch_id = f.batch_id
                        WHERE b.known_at IS NOT NULL AND f.rejected_count > 0 AND NOT EXISTS (
                            SELECT 1 FROM rejection_retry r JOIN batch rb ON rb.batch_id = r.batch_id
                            WHERE r.file_id = f.file_id AND rb.known_at IS NOT NULL)
                        ORDER BY f.file_id""")
                .map((row, context) -> new RefusedFile(row.getLong(1), row.getString(2),
                        FileKind.named(row.getString(3)), row.getString(4), row.getBoolean(5),
                        row.getObject(6, LocalDate.class), row.getLong(7), row.getLong(8),
                        Channel.valueOf(row.getString(9))))
                .list());
    }

    /** The first reasons for which rows of a file were refused, in the order of the file. */
    public List<Rejection> rejections(RefusedFile file, int most) {
        return ledger.database().jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT line_number, field, reason, remedy FROM rejection
                        WHERE file_id = :file ORDER BY rejection_id LIMIT :most""")
                .bind("file", file.fileId()).bind("most", most)
                .map((row, context) -> new Rejection(file.name(), row.getLong(1), row.getString(2), row.getString(3),
                        row.getString(4)))
                .list());
    }

    /** How far a source has been read; empty when it never was. */
    public Optional<String> watermark(String source) {
        return ledger.database().jdbi().withHandle(handle -> Watermarks.of(handle, source));
    }
}
