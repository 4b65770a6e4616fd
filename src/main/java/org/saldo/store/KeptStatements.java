package org.saldo.store;

import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hsqldb.jdbc.JDBCDataSource;

/**
 * Connections to HSQLDB that keep what they have compiled. HSQLDB compiles a statement anew unless the same text is still
 * prepared on that connection, and for a short statement that is most of its time; so each connection holds the texts that
 * it prepared last open once more.
 */
final class KeptStatements extends JDBCDataSource {

    @Serial
    private static final long serialVersionUID = 1L;
    private static final int STATEMENTS_MAX = 200;
    /** A longer text has a list of some length in it, and hardly comes again. */
    private static final int LENGTH_MAX = 3000;

    KeptStatements(String url) {
        setUrl(url);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        Connection connection = super.getConnection(user, password);
        Map<List<Object>, PreparedStatement> kept = new LinkedHashMap<>(64, 0.75f, true);
        return (Connection) Proxy.newProxyInstance(KeptStatements.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement") && arguments[0].toString().length() <= LENGTH_MAX) {
                        keep(connection, method, arguments, kept);
                    }
                    return call(connection, method, arguments);
                });
    }

    private static void keep(Connection connection, Method method, Object[] arguments,
                             Map<List<Object>, PreparedStatement> kept) throws Throwable {
        List<Object> key = Arrays.asList(arguments);
        if (kept.get(key) == null) {
            kept.put(key, (PreparedStatement) call(connection, method, arguments));
            if (kept.size() > STATEMENTS_MAX) {
                List<Object> longestUnused = kept.keySet().iterator().next();
                kept.remove(longestUnused).close();
            }
        }
    }

    private static Object call(Connection connection, Method method, Object... arguments) throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
