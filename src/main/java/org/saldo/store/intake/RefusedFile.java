package org.saldo.store.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.saldo.intake.Channel;
import org.saldo.intake.FileKind;

/** A file of which rows were refused, or all of it. */
public record RefusedFile(long fileId, String name, Optional<FileKind> kind, String company, boolean opening, LocalDate day,
                          long read, long rejected, Channel channel) {
}
