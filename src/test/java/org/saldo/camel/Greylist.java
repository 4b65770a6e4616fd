package org.saldo.camel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The policy service that Postfix of {@code src/test/mail/servers} asks: who comes with a mail for the first time is told to
 * come again. The protocol is Postfix's (SMTPD_POLICY_README): lines of {@code name=value}, then an empty one.
 */
final class Greylist implements AutoCloseable {

    private static final int PORT = 2526;

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Doorman doorman = new Doorman(PORT, this::answer);

    /** How many mails were told to come again. */
    int putOff() {
        return known.size();
    }

    private void answer(Socket postfix) {
        try (postfix; BufferedReader in = new BufferedReader(new InputStreamReader(postfix.getInputStream(),
                StandardCharsets.US_ASCII)); OutputStream out = postfix.getOutputStream()) {
            StringBuilder who = new StringBuilder();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.matches("(client_address|sender|recipient)=.*")) {
                    who.append(line).append(' ');
                } else if (line.isEmpty()) {
                    String action = known.add(who.toString()) ? "451 4.7.1 greylisted, come again" : "DUNNO";
                    out.write(("action=" + action + "\n\n").getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    who.setLength(0);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        doorman.close();
    }
}
