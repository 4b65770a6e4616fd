package org.saldo.camel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between the hub and a real SMTP server and passes on what both say, but for the first mail to one recipient: the
 * server takes it, and the connection breaks before the hub has read so.
 */
final class CuttingProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final int server;
    private final String recipient;
    private final AtomicReference<Socket> cut = new AtomicReference<>();

    CuttingProxy(int server, String recipient) {
        this.server = server;
        this.recipient = recipient;
        try {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        daemon(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket hub = socket.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                daemon(() -> pass(hub, behind));
                daemon(() -> passBack(behind, hub));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void pass(Socket hub, Socket behind) {
        try (hub; behind; BufferedReader in = reader(hub); OutputStream out = behind.getOutputStream()) {
            boolean meant = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                meant |= line.startsWith("RCPT TO:<" + recipient);
                if (meant && line.equals(".")) {
                    cut.compareAndSet(null, hub);
                }
                write(out, line);
            }
        } catch (IOException ended) {
            // one of both has hung up
        }
    }

    private void passBack(Socket behind, Socket hub) {
        try (behind; hub; BufferedReader in = reader(behind); OutputStream out = hub.getOutputStream()) {
            for (String line = in.readLine(); line != null && cut.get() != hub; line = in.readLine()) {
                write(out, line);
            }
        } catch (IOException ended) {
            // one of both has hung up
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
