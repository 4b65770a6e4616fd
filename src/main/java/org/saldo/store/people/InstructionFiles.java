package org.saldo.store.people;

import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.saldo.delivery.OutgoingMail;
import org.saldo.intake.Rejection;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.Table;
import org.saldo.store.intake.IntakeCounts;
import org.saldo.store.intake.IntakeHead;
import org.saldo.store.mail.OutboxStore;

/** Keeps how a file of instructions was taken in, in one transaction with the mail that answers it. */
public final class InstructionFiles {

    private final Ledger ledger;
    private final OutboxStore outbox;

    public InstructionFiles(Ledger ledger, OutboxStore outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * The file's id, by which {@code rejects} knows it.
     *
     * @param companies those that its rows are about; the first one gets the counts
     * @param answer    the mail, for the file's id; empty when nobody is to be told
     */
    public long add(IntakeHead head, List<String> companies, IntakeCounts counts, List<Rejection> rejections,
            Optional<Long> retryOf, LongFunction<Optional<OutgoingMail>> answer) {
        return ledger.record(BatchKind.INTAKE, head.actor(), head.day(), batch -> {
            long fileId = batch.nextRowId();
            IntakeCounts shown = counts;
            long id = fileId;
            for (String company : companies.isEmpty() ? List.of(head.company()) : companies) {
                batch.add(id, Table.INTAKE_FILE, company, head.channel().name(), head.kindName(), head.name(), head.sha256(),
                        head.opening(), shown.read(), shown.accepted(), shown.duplicate(), shown.rejected());
                id = batch.nextRowId();
                shown = IntakeCounts.NONE;
            }
            rejections.forEach(rejection -> batch.add(Table.REJECTION, fileId, rejection.line(), rejection.field(),
                    rejection.reason(), rejection.remedy()));
            retryOf.ifPresent(earlier -> batch.add(Table.REJECTION_RETRY, earlier, fileId));
            answer.apply(fileId).ifPresent(mail -> outbox.enqueue(batch, mail));
            return fileId;
        });
    }
}
