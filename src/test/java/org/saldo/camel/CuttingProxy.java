package org.saldo.camel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stands between the hub and a real SMTP server and passes on what both say, but for the first mail to one recipient: the
 * server takes it, and the connection breaks before the hub has read so.
 */
final class CuttingProxy implements AutoCloseable {

    private final int server;
    private final String recipient;
    private final AtomicReference<Socket> cut = new AtomicReference<>();
    private final Doorman doorman;

    CuttingProxy(int server, String recipient) {
        this.server = server;
        this.recipient = recipient;
        doorman = new Doorman(0, this::pass);
    }

    int port() {
        return doorman.port();
    }

    private void pass(Socket hub) {
        try (hub; Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
             BufferedReader in = reader(hub); OutputStream out = behind.getOutputStream()) {
            Doorman.inBackground(() -> passBack(behind, hub));
            boolean meant = false;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                meant |= line.startsWith("RCPT TO:<" + recipient);
                if (meant && line.equals(".")) {
                    cut.compareAndSet(null, hub);
                }
                write(out, line);
            }
        } catch (IOException failure) {
            requireCut(failure);
        }
    }

    private void passBack(Socket behind, Socket hub) {
        try (behind; hub; BufferedReader in = reader(behind); OutputStream out = hub.getOutputStream()) {
            for (String line = in.readLine(); line != null && cut.get() != hub; line = in.readLine()) {
                write(out, line);
            }
        } catch (IOException failure) {
            requireCut(failure);
        }
    }

    private void requireCut(IOException failure) {
        if (cut.get() == null) {
            throw new UncheckedIOException(failure);
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        doorman.close();
    }
}
