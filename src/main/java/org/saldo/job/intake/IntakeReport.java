package org.saldo.job.intake;

import java.util.List;
import java.util.Optional;
import org.saldo.intake.FileKind;
import org.saldo.intake.Rejection;

/**
 * How a file, or a poll of a source database, was taken in: read = accepted + duplicate + rejected. The rejections are
 * the first {@value #REJECTIONS_MAX}; all of them are in the rejected file's {@code .reasons.csv} and in the ledger.
 *
 * @param fileId by what the file is called in {@code rejects} and explanations
 * @param kind what it held; empty when that was not to be found out
 */
public record IntakeReport(long fileId, String name, Optional<FileKind> kind, long read, long accepted, long duplicate,
                           long rejected, List<Rejection> rejections) {

    public static final int REJECTIONS_MAX = 100;

    public IntakeReport {
        rejections = List.copyOf(rejections);
    }
}
