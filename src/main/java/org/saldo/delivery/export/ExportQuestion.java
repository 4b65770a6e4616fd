package org.saldo.delivery.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is asked of the ledger: what counted at the end of {@code asOf}, as known at an instant (empty: all that is known
 * now), of one company (empty: of all). The same question with an instant has the same answer for ever.
 */
public record ExportQuestion(ExportKind kind, LocalDate asOf, Optional<Instant> knownAt, String company, ExportFormat format) {
}
