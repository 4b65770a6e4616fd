package org.saldo.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.hsqldb.server.Server;
import org.hsqldb.server.ServerConstants;

/** Serves the file database of this process on loopback, to those who know its password. */
public final class FileDatabaseServer implements AutoCloseable {

    private static final String NAME = "saldo";
    private static final int ATTEMPTS = 5;

    private final Server server;
    private final Runnable afterwards;

    private FileDatabaseServer(Server server, Runnable afterwards) {
        this.server = server;
        this.afterwards = afterwards;
    }

    static FileDatabaseServer start(String path, int port, Runnable afterwards) {
        for (int attempt = 1; ; attempt++) {
            Server server = new Server();
            server.setLogWriter(null);
            server.setErrWriter(null);
            server.setSilent(true);
            server.setAddress("127.0.0.1");
            server.setPort(port == 0 ? freePort() : port);
            server.setDatabaseName(0, NAME);
            server.setDatabasePath(0, "file:" + path);
            server.setNoSystemExit(true);
            server.setDaemon(true);
            server.start();
            if (server.getState() == ServerConstants.SERVER_STATE_ONLINE) {
                return new FileDatabaseServer(server, afterwards);
            }
            if (port != 0 || attempt == ATTEMPTS) {
                throw new StoreException("db.port: port " + server.getPort() + " of 127.0.0.1 cannot be listened on"
                        + "; set another one, or 0 for any");
            }
        }
    }

    /** The address for other processes of this machine. */
    String url() {
        return "jdbc:hsqldb:hsql://127.0.0.1:" + server.getPort() + "/" + NAME;
    }

    /** Ends the connections of other processes. The file stays open in this one. */
    @Override
    public void close() {
        afterwards.run();
        server.setNoSystemExit(true);
        server.stop();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new StoreException("no free port on 127.0.0.1: " + failure.getMessage(), failure);
        }
    }
}
