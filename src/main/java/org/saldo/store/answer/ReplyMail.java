package org.saldo.store.answer;

import java.time.Instant;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Heard;

/**
 * A mail that came in, as it is kept: whose it is (customer empty where that is not known), what was heard in it, and in
 * words what was read. {@code statement} is 0 when it is about none that is known.
 */
public record ReplyMail(Channel channel, String company, String customer, long statement, Instant receivedAt,
                        String sender, String subject, String authenticated, Heard heard, String words) {
}
