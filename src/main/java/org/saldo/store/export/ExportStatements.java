package org.saldo.store.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.saldo.money.Money;
import org.saldo.store.statement.IssuedRow;
import org.saldo.store.statement.StatementRegister;

/** The register of issued statements as a list: what was issued by the end of a day. */
final class ExportStatements {

    static final String SQL = IssuedRow.SELECT + """
            WHERE i.entry_id > :after AND i.entry_id <= :last AND b.business_day <= :day AND b.known_at <= :knownAt
            AND (:company = '' OR i.company = :company) ORDER BY i.entry_id""";

    private ExportStatements() {
    }

    static Object[] line(ResultSet row) throws SQLException {
        IssuedRow issued = IssuedRow.read(row);
        StatementRegister.Entry entry = issued.entry();
        return new Object[] {issued.company(), entry.number(), entry.key().customer().number(),
            entry.key().currency().getCurrencyCode(), entry.key().month().toString(), entry.key().version(),
            entry.key().number(), Money.of(entry.key().currency(), entry.closing()).toDecimal(), entry.asKnownAt(),
            issued.knownAt(), issued.madeBy(), entry.pdfSha256(), entry.unsealedSha256(), entry.accountHash(),
            issued.previousHash(), issued.entryHash()};
    }
}
