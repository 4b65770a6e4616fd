package org.saldo.store.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.StatementMail;
import org.saldo.ledger.Company;
import org.saldo.store.Batch;
import org.saldo.store.Database;
import org.saldo.store.Ledger;
import org.saldo.store.mail.MailState;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/**
 * The statements that were sent and not answered, in their latest version, and about which nothing waits for a person. Mails
 * that have not left, or came back, ask nobody.
 */
public final class SilentStatements {

    private static final String NEXT = " WHERE s.company = :company AND s.statement_id > :after AND s.as_known_at >= :since";
    private static final String ONE = " WHERE s.statement_id = :id";
    private static final String SILENT = """
            \sAND NOT EXISTS (SELECT 1 FROM answer a WHERE a.statement_id = s.statement_id)
            AND NOT EXISTS (SELECT 1 FROM statement n WHERE n.company = s.company AND n.customer_id = s.customer_id
                AND n.currency = s.currency AND n.statement_month = s.statement_month AND n.version > s.version)
            AND NOT EXISTS (SELECT 1 FROM answer_task k LEFT JOIN answer_task_end e ON e.task_id = k.task_id
                WHERE k.statement_id = s.statement_id AND e.end_id IS NULL)
            AND NOT EXISTS (SELECT 1 FROM answer_chase c JOIN mail m ON m.business_key = c.business_key
                WHERE c.statement_id = s.statement_id AND m.state NOT IN ('ACCEPTED', 'BOUNCED', 'CANCELLED'))""";
    private static final String ORDER = " ORDER BY s.statement_id LIMIT :limit";

    private static final String ACCEPTED = MailState.ACCEPTED.name();

    private final Database database;

    public SilentStatements(Ledger ledger) {
        this.database = ledger.database();
    }

    /**
     * A statement whose mail left on {@code sentOn}, in the company's time zone.
     *
     * @param asked  the days on which reminders left since that did not come back, or were due when nobody could be written to,
     *               the first one first
     * @param missed those of them on which nobody could be written to
     * @param chases how many reminders were written or due, those included that came back
     */
    public record Silent(StatementRow statement, LocalDate sentOn, List<LocalDate> asked, List<LocalDate> missed, int chases) {
    }

    private record Left(String state, Optional<LocalDate> on, boolean written) {

        boolean counts() {
            return !written || state.equals(ACCEPTED);
        }
    }

    /**
     * The next ones after an id, in the order of ids; fewer than {@code limit} also where mails have not left yet, so that
     * only an empty list is the end.
     */
    public List<Silent> after(Company company, long id, LocalDate since, int limit) {
        return database.jdbi().withHandle(handle -> {
            long after = id;
            while (true) {
                List<StatementRow> rows = StatementStore.rows(handle.createQuery(StatementStore.COLUMNS
                                + NEXT + SILENT + ORDER)
                        .bind("company", company.id()).bind("after", after).bind("limit", limit)
                        .bind("since", since.atStartOfDay(company.timeZone()).toOffsetDateTime()));
                List<Silent> sent = new ArrayList<>();
                rows.forEach(row -> silent(handle, company, row).ifPresent(sent::add));
                if (!sent.isEmpty() || rows.isEmpty()) {
                    return sent;
                }
                after = rows.get(rows.size() - 1).id();
            }
        });
    }

    /** How it stands now, when it is still silent; nothing is published any more before the batch is. */
    public Optional<Silent> still(Batch batch, Company company, StatementRow row) {
        batch.aloneFromNowOn();
        return StatementStore.rows(batch.handle().createQuery(StatementStore.COLUMNS + ONE + SILENT).bind("id", row.id()))
                .stream().findFirst().flatMap(still -> silent(batch.handle(), company, still));
    }

    private static Optional<Silent> silent(Handle handle, Company company, StatementRow row) {
        return handle.createQuery("SELECT state, sent_at FROM mail WHERE business_key = :key")
                .bind("key", StatementMail.businessKey(row.key())).map((mail, context) -> left(mail, company, true)).findOne()
                .filter(mail -> mail.state().equals(ACCEPTED)).flatMap(Left::on).map(sentOn -> {
                    List<Left> chases = handle.createQuery("""
                                    SELECT COALESCE(m.state, ''), m.sent_at, c.chased_on FROM answer_chase c
                                    LEFT JOIN mail m ON m.business_key = c.business_key
                                    WHERE c.statement_id = :id ORDER BY c.chase_number""")
                            .bind("id", row.id()).map((mail, context) -> mail.getString(1).isEmpty()
                                    ? new Left("", Optional.of(mail.getObject(3, LocalDate.class)), false)
                                    : left(mail, company, true)).list();
                    return new Silent(row, sentOn, days(chases, any -> true), days(chases, chase -> !chase.written()),
                            chases.size());
                });
    }

    private static List<LocalDate> days(List<Left> chases, Predicate<Left> which) {
        return chases.stream().filter(Left::counts).filter(which).flatMap(chase -> chase.on().stream()).toList();
    }

    private static Left left(ResultSet mail, Company company, boolean written) throws SQLException {
        return new Left(mail.getString(1), Optional.ofNullable(mail.getObject(2, OffsetDateTime.class))
                .map(at -> at.atZoneSameInstant(company.timeZone()).toLocalDate()), written);
    }
}
