package org.saldo.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An SMTP server on loopback that does what a test tells it to: at a step it gives a reply of its own once, or hangs up
 * there. What it answers with 250 after the final dot it has {@link #taken()}. With a certificate it speaks TLS.
 */
public final class ScriptedServer implements AutoCloseable {

    /** BODY is in the middle of the mail; DOT is after its end. */
    public enum Step { GREETING, STARTTLS, AUTH, MAIL, RCPT, DATA, BODY, DOT }

    public static final String HANG_UP = "";
    /** At {@link Step#DOT}: it has taken the mail, and the client never hears of it. */
    public static final String TAKE_AND_HANG_UP = "taken";

    private static final Map<Step, String> POLITE = Map.of(Step.GREETING, "220 ready",
            Step.STARTTLS, "220 go on", Step.AUTH, "235 welcome", Step.MAIL, "250 sender ok",
            Step.RCPT, "250 recipient ok", Step.DATA, "354 go on", Step.DOT, "250 queued as 1");

    private final ServerSocket socket;
    private final SmtpSettings.Security security;
    private final Optional<SSLSocketFactory> tls;
    private final Map<Step, Queue<String>> script = new ConcurrentHashMap<>();
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<String> plain = new CopyOnWriteArrayList<>();
    private final Thread doorman;
    private final Socket held = new Socket();
    private volatile int sessions;

    /** Without TLS. */
    public ScriptedServer() {
        this(SmtpSettings.Security.NONE, Optional.empty());
    }

    /** With TLS from the start, or offered as STARTTLS. */
    public ScriptedServer(SmtpSettings.Security security, TestCertificate certificate) {
        this(security, Optional.of(certificate.server().getSocketFactory()));
    }

    private ScriptedServer(SmtpSettings.Security security, Optional<SSLSocketFactory> tls) {
        this.security = security;
        this.tls = tls;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        doorman = new Thread(this::serve, "scripted-smtp");
        doorman.setDaemon(true);
        doorman.start();
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

    /** What clients said before or without TLS, line by line. */
    public List<String> plain() {
        return plain;
    }

    public int sessions() {
        return sessions;
    }

    /** Nobody answers at its port from now on, and nobody else can listen there before this server is closed. */
    public ScriptedServer leave() {
        int port = port();
        shut();
        try {
            held.setReuseAddress(true);
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        shut();
        try {
            held.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A thread that waits for clients may take one more after its socket was closed: only its end is the end. */
    private void shut() {
        try {
            socket.close();
            doorman.join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                sessions++;
                Thread session = new Thread(() -> converse(client), "scripted-smtp-" + sessions);
                session.setDaemon(true);
                session.start();
            } catch (SocketException over) {
                // The test hung up.
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void converse(Socket accepted) {
        try (Socket client = accepted) {
            client.setTcpNoDelay(true);
            boolean encrypted = security == SmtpSettings.Security.SMTPS;
            new Conversation(encrypted ? encrypted(client) : client, encrypted).hold();
        } catch (SocketException | SSLException over) {
            // The client or the test hung up, or the client does not trust us.
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Socket encrypted(Socket client) throws IOException {
        SSLSocket socket = (SSLSocket) tls.orElseThrow().createSocket(client, null, client.getPort(), true);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private final class Conversation {

        private Socket client;
        private boolean encrypted;
        private BufferedReader in;
        private OutputStream out;

        Conversation(Socket client, boolean encrypted) throws IOException {
            over(client, encrypted);
        }

        private void over(Socket socket, boolean secret) throws IOException {
            client = socket;
            encrypted = secret;
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            out = socket.getOutputStream();
        }

        void hold() throws IOException {
            boolean goesOn = answer(Step.GREETING);
            for (String line = goesOn ? in.readLine() : null; line != null; line = goesOn ? in.readLine() : null) {
                if (!encrypted) {
                    plain.add(line);
                }
                goesOn = switch (line.split("[ :]")[0].toUpperCase(Locale.ROOT)) {
                    case "EHLO", "HELO" -> say(security == SmtpSettings.Security.STARTTLS && !encrypted
                            ? "250-here\r\n250-AUTH PLAIN XOAUTH2\r\n250 STARTTLS" : "250-here\r\n250 AUTH PLAIN XOAUTH2");
                    case "STARTTLS" -> startTls();
                    case "AUTH" -> answer(Step.AUTH);
                    case "RSET", "NOOP" -> say("250 ok");
                    case "MAIL" -> answer(Step.MAIL);
                    case "RCPT" -> answer(Step.RCPT);
                    case "DATA" -> data();
                    case "QUIT" -> false;
                    default -> say("500 what");
                };
            }
        }

        private boolean startTls() throws IOException {
            String reply = reply(Step.STARTTLS);
            if (reply.equals(HANG_UP)) {
                return false;
            }
            say(reply);
            if (reply.startsWith("220")) {
                over(encrypted(client), true);
            }
            return true;
        }

        private boolean data() throws IOException {
            String invitation = reply(Step.DATA);
            if (invitation.equals(HANG_UP)) {
                return false;
            }
            say(invitation);
            if (!invitation.startsWith("354")) {
                return true;
            }
            if (script.containsKey(Step.BODY) && script.get(Step.BODY).poll() != null) {
                in.readLine();
                return false;
            }
            StringBuilder mail = new StringBuilder();
            for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
                if (line == null) {
                    return false;
                }
                mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            String verdict = reply(Step.DOT);
            if (verdict.startsWith("250") || verdict.equals(TAKE_AND_HANG_UP)) {
                taken.add(mail.toString());
            }
            return !verdict.equals(HANG_UP) && !verdict.equals(TAKE_AND_HANG_UP) && say(verdict);
        }

        private boolean answer(Step step) throws IOException {
            String reply = reply(step);
            return !reply.equals(HANG_UP) && say(reply);
        }

        private boolean say(String reply) throws IOException {
            out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return true;
        }
    }

    private String reply(Step step) {
        Queue<String> own = script.get(step);
        String said = own == null ? null : own.poll();
        return said == null ? POLITE.get(step) : said;
    }
}
