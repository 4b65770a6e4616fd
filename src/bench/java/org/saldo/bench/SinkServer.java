package org.saldo.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server on loopback that says yes to everything and keeps nothing, so that it is not what is measured. */
final class SinkServer implements AutoCloseable {

    private final ServerSocket socket;
    private final AtomicLong taken = new AtomicLong();

    SinkServer() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "sink");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many mails came. */
    long taken() {
        return taken.get();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread session = new Thread(() -> serve(client), "sink-session");
                session.setDaemon(true);
                session.start();
            } catch (IOException failure) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(failure);
                }
            }
        }
    }

    private void serve(Socket accepted) {
        try (Socket client = accepted) {
            client.setTcpNoDelay(true);
            converse(new BufferedInputStream(client.getInputStream()), client.getOutputStream());
        } catch (IOException failure) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void converse(BufferedInputStream in, OutputStream out) throws IOException {
        say(out, "220 ready");
        for (String line = line(in); !line.isEmpty() && !line.startsWith("QUIT"); line = line(in)) {
            if (line.startsWith("DATA")) {
                say(out, "354 go on");
                toTheDot(in);
                taken.incrementAndGet();
            }
            say(out, "250 ok");
        }
    }

    /** Reads to the line that is a dot, and keeps nothing. */
    private static void toTheDot(BufferedInputStream in) throws IOException {
        byte[] piece = new byte[1 << 16];
        byte[] end = new byte[5];
        for (int read = in.read(piece); read > 0; read = in.read(piece)) {
            int kept = Math.max(0, end.length - read);
            System.arraycopy(end, end.length - kept, end, 0, kept);
            System.arraycopy(piece, Math.max(0, read - end.length), end, kept, Math.min(read, end.length));
            if (new String(end, StandardCharsets.US_ASCII).equals("\r\n.\r\n")) {
                return;
            }
        }
        throw new IOException("the client left within a mail");
    }

    /** The next line with its end; empty when the client is gone. */
    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(100);
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            line.write(octet);
            if (octet == '\n') {
                break;
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
