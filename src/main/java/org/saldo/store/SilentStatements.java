package org.saldo.store;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.delivery.StatementMail;
import org.saldo.ledger.Company;

/** The statements that were sent and not answered, in their latest version, and about which nothing waits for a person. */
public final class SilentStatements {

    private static final String SILENT = """
            WHERE s.company = :company AND s.statement_id > :after AND s.as_known_at >= :since
            AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.statement_id = s.statement_id)
            AND NOT EXISTS (SELECT 1 FROM statement n WHERE n.company = s.company AND n.customer_id = s.customer_id
                AND n.currency = s.currency AND n.statement_month = s.statement_month AND n.version > s.version)
            AND NOT EXISTS (SELECT 1 FROM answer_task k LEFT JOIN answer_task_end e ON e.task_id = k.task_id
                WHERE k.statement_id = s.statement_id AND e.end_id IS NULL)
            ORDER BY s.statement_id LIMIT :limit""";

    private final Database database;

    public SilentStatements(Ledger ledger) {
        this.database = ledger.database();
    }

    /** A statement whose mail left on {@code sentOn}, in the company's time zone, and the days of the reminders since. */
    public record Silent(StatementRow statement, LocalDate sentOn, List<LocalDate> asked) {
    }

    /**
     * The next ones after an id, in the order of ids; fewer than {@code limit} also where mails have not left yet, so that
     * only an empty list is the end.
     */
    public List<Silent> after(Company company, long id, LocalDate since, int limit) {
        return database.jdbi().withHandle(handle -> {
            long after = id;
            while (true) {
                List<StatementRow> rows = StatementStore.rows(handle.createQuery(StatementStore.COLUMNS + SILENT)
                        .bind("company", company.id()).bind("after", after).bind("limit", limit)
                        .bind("since", since.atStartOfDay(company.timeZone()).toOffsetDateTime()));
                List<Silent> sent = new ArrayList<>();
                rows.forEach(row -> sentOn(handle, company, row)
                        .ifPresent(day -> sent.add(new Silent(row, day, asked(handle, row)))));
                if (!sent.isEmpty() || rows.isEmpty()) {
                    return sent;
                }
                after = rows.get(rows.size() - 1).id();
            }
        });
    }

    private static Optional<LocalDate> sentOn(Handle handle, Company company, StatementRow row) {
        return handle.createQuery("SELECT sent_at FROM mail WHERE business_key = :key AND sent_at IS NOT NULL")
                .bind("key", StatementMail.businessKey(row.key())).mapTo(OffsetDateTime.class).findOne()
                .map(at -> at.atZoneSameInstant(company.timeZone()).toLocalDate());
    }

    private static List<LocalDate> asked(Handle handle, StatementRow row) {
        return handle.createQuery("SELECT chased_on FROM answer_chase WHERE statement_id = :id ORDER BY chase_number")
                .bind("id", row.id()).mapTo(LocalDate.class).list();
    }
}
