package org.saldo.store;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Drops the databases of a test class when it has ended: hundreds of them would fill the heap, and keep the PostgreSQL
 * server from ending with the tests. Found by JUnit for every class, see {@code junit-platform.properties}.
 */
public final class FreshDatabases implements AfterAllCallback {

    private static final List<DatabaseSettings> OPEN = new ArrayList<>();

    static synchronized void made(DatabaseSettings settings) {
        OPEN.add(settings);
    }

    private static synchronized List<DatabaseSettings> taken() {
        List<DatabaseSettings> all = List.copyOf(OPEN);
        OPEN.clear();
        return all;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (context.getTestClass().filter(Class::isMemberClass).isEmpty()) {
            for (DatabaseSettings settings : taken()) {
                if (SqlDialect.of(settings.url()) == SqlDialect.HSQLDB) {
                    HsqldbTemplate.drop(settings);
                } else {
                    PostgresServer.drop(settings);
                }
            }
        }
    }
}
