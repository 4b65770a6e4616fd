package org.saldo.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A person's word that an account with exactly this content may be printed to customers, or, where {@code withdrawn}, may
 * not any more.
 *
 * @param content     of {@link PrintedAccount#content}
 * @param contentHash its SHA-256
 * @param printedFrom the first day on which it may be printed by this release, the cooling-off period being over
 */
public record AccountRelease(String company, String account, String content, String contentHash, boolean withdrawn,
                             LocalDate printedFrom, String person, String reason, Instant knownAt) {
}
