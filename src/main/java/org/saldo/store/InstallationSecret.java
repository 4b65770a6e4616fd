package org.saldo.store;

import java.security.SecureRandom;
import java.util.HexFormat;

/** The installation's secret, from which Message-IDs and the tokens of statements are made. */
public final class InstallationSecret {

    private InstallationSecret() {
    }

    /** Made when it is first asked for; all nodes on one database share it. */
    public static String of(Database database) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return database.jdbi().inTransaction(handle -> {
            handle.createUpdate("UPDATE installation SET message_secret = :secret WHERE message_secret = ''")
                    .bind("secret", HexFormat.of().formatHex(random)).execute();
            return handle.createQuery("SELECT message_secret FROM installation").mapTo(String.class).one();
        });
    }
}
