package org.saldo.store.intake;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.StoreException;

/** The database in which the ERP is told something, by a statement of the settings with names such as {@code :customer}. */
public final class ErpDatabase {

    private final DatabaseSettings settings;

    public ErpDatabase(DatabaseSettings settings) {
        this.settings = settings;
    }

    /**
     * Executes the statement once for each row, all in one transaction.
     *
     * @throws StoreException when it cannot be reached or does not take it; then nothing was done there
     */
    public void tell(String statement, List<Map<String, Object>> rows) {
        try {
            Jdbi.create(settings.url(), settings.user(), settings.password()).useTransaction(handle -> rows.forEach(row ->
                    handle.createUpdate(statement)
                            .configure(SqlStatements.class, each -> each.setUnusedBindingAllowed(true))
                            .bindMap(row).execute()));
        } catch (JdbiException failure) {
            throw new StoreException("the ERP's database (holds.url) did not take it: " + failure.getMessage()
                    + "; it is told again by the next run", failure);
        }
    }
}
