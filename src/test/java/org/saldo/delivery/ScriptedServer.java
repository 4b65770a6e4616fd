package org.saldo.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An SMTP server on loopback that does what a test tells it to: at a step it gives a reply of its own once, or hangs up
 * there. What it answers with 250 after the final dot it has {@link #taken()}.
 */
public final class ScriptedServer implements AutoCloseable {

    /** BODY is in the middle of the mail; DOT is after its end. */
    public enum Step { GREETING, MAIL, RCPT, DATA, BODY, DOT }

    public static final String HANG_UP = "";

    private static final Map<Step, String> POLITE = Map.of(Step.GREETING, "220 ready", Step.MAIL, "250 sender ok",
            Step.RCPT, "250 recipient ok", Step.DATA, "354 go on", Step.DOT, "250 queued as 1");

    private final ServerSocket socket;
    private final Map<Step, Queue<String>> script = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private volatile int sessions;

    public ScriptedServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Thread thread = new Thread(this::serve, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** The next time that this step comes, this reply is given; the time after, the next one told. */
    public ScriptedServer at(Step step, String reply) {
        script.computeIfAbsent(step, any -> new ConcurrentLinkedQueue<>()).add(reply);
        return this;
    }

    public List<String> taken() {
        return taken;
    }

    public int sessions() {
        return sessions;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                sessions++;
                client.setTcpNoDelay(true);
                converse(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII)),
                        client.getOutputStream());
            } catch (SocketException over) {
                // The client or the test hung up.
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        boolean goesOn = answer(out, Step.GREETING);
        for (String line = goesOn ? in.readLine() : null; line != null && goesOn; line = goesOn ? in.readLine() : null) {
            String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
            goesOn = switch (verb) {
                case "EHLO", "HELO", "RSET", "NOOP" -> say(out, "250 ok");
                case "MAIL" -> answer(out, Step.MAIL);
                case "RCPT" -> answer(out, Step.RCPT);
                case "DATA" -> data(in, out);
                case "QUIT" -> false;
                default -> say(out, "500 what");
            };
        }
    }

    private boolean data(BufferedReader in, OutputStream out) throws IOException {
        String invitation = reply(Step.DATA);
        if (invitation.equals(HANG_UP)) {
            return false;
        }
        say(out, invitation);
        if (!invitation.startsWith("354")) {
            return true;
        }
        if (script.containsKey(Step.BODY) && script.get(Step.BODY).poll() != null) {
            in.readLine();
            return false;
        }
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        String verdict = reply(Step.DOT);
        if (verdict.startsWith("250")) {
            taken.add(mail.toString());
        }
        return !verdict.equals(HANG_UP) && say(out, verdict);
    }

    private boolean answer(OutputStream out, Step step) throws IOException {
        String reply = reply(step);
        return !reply.equals(HANG_UP) && say(out, reply);
    }

    private String reply(Step step) {
        Queue<String> own = script.get(step);
        return own == null || own.isEmpty() ? POLITE.get(step) : own.poll();
    }

    private static boolean say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }
}
