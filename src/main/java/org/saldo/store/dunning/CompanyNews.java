package org.saldo.store.dunning;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.BankData;
import org.saldo.store.Database;

/** How far what a company has told reaches, of its bank accounts and of what it has invoiced. */
public final class CompanyNews {

    private static final int LATEST_RECEIPTS = 2000;

    private final Database database;

    CompanyNews(Database database) {
        this.database = database;
    }

    /** How far the company's bank data reaches on a day: what is booked later tells nothing. */
    public BankData bankData(String company, LocalDate day) {
        return bankData(company, day, "receipt");
    }

    /**
     * How far it reaches by what was taken in last: never farther than it does. It costs the same however many receipts
     * there are.
     */
    public BankData latestBankData(String company, LocalDate day) {
        return bankData(company, day, """
                (SELECT x.batch_id, x.company, x.account, x.booking_date, x.opening FROM receipt x
                    ORDER BY x.receipt_id DESC LIMIT %d)""".formatted(LATEST_RECEIPTS));
    }

    private BankData bankData(String company, LocalDate day, String receipts) {
        return database.jdbi().inTransaction(handle -> {
            Map<String, LocalDate> newest = new LinkedHashMap<>();
            handle.createQuery("""
                            SELECT r.account, MAX(r.booking_date) FROM %s r JOIN batch b ON b.batch_id = r.batch_id
                            WHERE b.known_at IS NOT NULL AND r.company = :company AND r.opening = FALSE
                                AND r.booking_date <= :today
                            GROUP BY r.account ORDER BY r.account""".formatted(receipts))
                    .bind("company", company).bind("today", day)
                    .map((row, context) -> newest.put(row.getString(1), row.getObject(2, LocalDate.class))).list();
            Optional<LocalDate> empty = Optional.ofNullable(handle.createQuery("""
                            SELECT MAX(e.business_day) FROM (
                                SELECT f.batch_id, b.business_day FROM intake_file f JOIN batch b ON b.batch_id = f.batch_id
                                WHERE b.known_at IS NOT NULL GROUP BY f.batch_id, b.business_day
                                HAVING SUM(f.read_count) = 0 AND SUM(CASE WHEN f.company = :company
                                    AND f.kind = 'PAYMENTS' THEN 1 ELSE 0 END) > 0) e""")
                    .bind("company", company).map((row, context) -> row.getObject(1, LocalDate.class)).one());
            return new BankData(newest, empty);
        });
    }

    /**
     * The day of the last news of what the company has invoiced and credited: a file that was not refused as a whole, also an
     * empty one, or the last time that its source database was asked and answered.
     */
    public Optional<LocalDate> invoices(String company) {
        return database.jdbi().withHandle(handle -> Optional.ofNullable(handle.createQuery("""
                        SELECT MAX(news.told_on) FROM (
                            SELECT b.business_day AS told_on FROM intake_file f JOIN batch b ON b.batch_id = f.batch_id
                            WHERE b.known_at IS NOT NULL AND f.company = :company AND f.kind = 'INVOICES'
                                AND (f.read_count = 0 OR f.accepted_count + f.duplicate_count > 0)
                            UNION ALL
                            SELECT j.business_day AS told_on FROM job_run j
                            WHERE j.outcome IN ('DONE', 'IDLE') AND j.job IN (
                                SELECT 'source ' || f.file_name FROM intake_file f JOIN batch b ON b.batch_id = f.batch_id
                                WHERE b.known_at IS NOT NULL AND f.company = :company AND f.kind = 'INVOICES'
                                    AND f.channel = 'DATABASE')) news""")
                .bind("company", company).map((row, context) -> row.getObject(1, LocalDate.class)).one()));
    }
}
