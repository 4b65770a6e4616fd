package org.saldo.store.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.dunning.Pause;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.ReminderAnswer;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.Columns;
import org.saldo.store.Table;

/**
 * What customers answer to reminders and statements, as rows: how a mail was read, what it pauses, what it says of the customer's
 * risk.
 */
public final class ReminderAnswerStore {

    private static final String SEPARATOR = " + ";
    private static final int LIST_LONGEST = 500;

    private static final String READ = """
            SELECT a.*, r.received_at FROM reminder_answer a JOIN batch b ON b.batch_id = a.batch_id
            JOIN reply_mail r ON r.reply_id = a.reply_id
            WHERE b.known_at IS NOT NULL AND\s""";

    /** Keeps how the mail was read; the mail itself is kept in the same batch. */
    public void add(Batch batch, ReminderAnswerRow row) {
        ReminderAnswer answer = row.answer();
        batch.add(Table.REMINDER_ANSWER, row.customer().company(), row.customer().number(), row.reply(), row.businessKey(),
                row.boundBy().name(), answer.kind().name(), answer.clear(), joined(answer.documents()),
                joined(answer.references()), answer.amount().map(amount -> amount.currency().getCurrencyCode()).orElse(null),
                answer.amount().map(Money::toDecimal).orElse(null), answer.day().orElse(null), answer.until().orElse(null),
                row.whyNoPause(), row.stop().map(BlockKind::word).orElse(""));
    }

    public void pause(Batch batch, CustomerId customer, Pause pause) {
        batch.add(Table.ANSWER_PAUSE, customer.company(), customer.number(), pause.itemId(),
                pause.amount().currency().getCurrencyCode(), pause.amount().toDecimal(), pause.from(), pause.until(),
                pause.reply(), pause.says());
    }

    /** What the mail paused is asked for again, from the batch's day on; nothing when it paused nothing or that was ended. */
    public void endPauses(Batch batch, ReminderAnswerRow row, String reason) {
        boolean holds = batch.handle().createQuery("""
                        SELECT COUNT(*) FROM answer_pause p JOIN batch b ON b.batch_id = p.batch_id
                        WHERE b.known_at IS NOT NULL AND p.reply_id = :reply AND p.until_day >= :day AND NOT EXISTS (
                            SELECT 1 FROM answer_pause_end e WHERE e.reply_id = p.reply_id)""")
                .bind("reply", row.reply()).bind("day", batch.day()).mapTo(Long.class).one() > 0;
        if (holds) {
            batch.add(Table.ANSWER_PAUSE_END, row.customer().company(), row.reply(), batch.day(), reason, batch.actor());
        }
    }

    /** Something speaks against giving the customer credit; {@code reply} is 0 when no mail said so. */
    public void signal(Batch batch, CustomerId customer, String kind, long reply, String evidence) {
        batch.add(Table.RISK_SIGNAL, customer.company(), customer.number(), kind, batch.day(), reply == 0 ? null : reply,
                shortened(evidence), batch.actor());
    }

    /** How this mail was read, when it answers a reminder, or a statement by more than a yes. */
    public Optional<ReminderAnswerRow> find(Batch batch, long reply) {
        return find(batch.handle(), reply);
    }

    static Optional<ReminderAnswerRow> find(Handle handle, long reply) {
        return handle.createQuery(READ + "a.reply_id = :reply").bind("reply", reply)
                .map((row, context) -> read(row)).findOne();
    }

    private static ReminderAnswerRow read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        ReminderAnswer answer = new ReminderAnswer(AnswerKind.valueOf(row.getString("kind")), row.getBoolean("is_clear"),
                split(row.getString("documents")), split(row.getString("named_references")),
                currency == null ? Optional.empty()
                        : Optional.of(Money.of(Currency.getInstance(currency), row.getBigDecimal("amount"))),
                Optional.ofNullable(row.getObject("named_day", LocalDate.class)),
                Optional.ofNullable(row.getObject("away_until", LocalDate.class)));
        Instant received = Columns.instant(row, "received_at");
        return new ReminderAnswerRow(row.getLong("reply_id"),
                new CustomerId(row.getString("company"), row.getString("customer_id")), row.getString("business_key"),
                ReminderAnswerRow.BoundBy.valueOf(row.getString("bound_by")), answer,
                LocalDate.ofInstant(received, ZoneOffset.UTC), row.getString("why_no_pause"),
                Optional.of(row.getString("stops")).filter(word -> !word.isEmpty()).map(BlockKind::of));
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" \\+ "));
    }

    /** As many as there is room for. */
    private static String joined(List<String> texts) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            String one = text.replaceAll("\\p{Cntrl}+", " ").replace("+", " ").strip();
            if (!one.isEmpty() && joined.length() + SEPARATOR.length() + one.length() <= LIST_LONGEST) {
                joined.append(joined.isEmpty() ? "" : SEPARATOR).append(one);
            }
        }
        return joined.toString();
    }

    private static String shortened(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return plain.length() <= LIST_LONGEST ? plain : plain.substring(0, LIST_LONGEST - 1) + "…";
    }
}
