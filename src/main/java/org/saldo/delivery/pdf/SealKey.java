package org.saldo.delivery.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The private key by which a company seals, with its certificate first and those that vouch for it after it. */
public record SealKey(PrivateKey key, List<X509Certificate> chain) {

    public SealKey {
        chain = List.copyOf(chain);
    }

    /**
     * Reads a PKCS#12 file, which must hold one key.
     *
     * @throws IllegalArgumentException saying why it cannot be used, without the password
     */
    public static SealKey read(Path file, String password) {
        char[] secret = password.toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, secret);
            List<String> aliases = new ArrayList<>();
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    aliases.add(alias);
                }
            }
            if (aliases.size() != 1) {
                throw new IllegalArgumentException(file + " holds " + aliases.size() + " private keys; it must hold one");
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : keys.getCertificateChain(aliases.get(0))) {
                chain.add((X509Certificate) certificate);
            }
            return new SealKey((PrivateKey) keys.getKey(aliases.get(0), secret), chain);
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read as PKCS#12 (" + unreadable.getMessage()
                    + "); check the file and SEAL_PASSWORD", unreadable);
        }
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Why nothing may be sealed with it at this instant; empty when it may. */
    public Optional<String> fault(Instant now) {
        Instant from = certificate().getNotBefore().toInstant();
        Instant until = certificate().getNotAfter().toInstant();
        boolean[] usage = certificate().getKeyUsage();
        if (now.isBefore(from) || now.isAfter(until)) {
            return Optional.of("the certificate of " + subject() + " is valid from " + from + " until " + until
                    + "; put a valid one in its place");
        }
        boolean signs = usage == null || usage[0] || usage[1];
        return signs ? Optional.empty() : Optional.of("the certificate of " + subject() + " is not for signing; take another");
    }

    /** Whose seal it is. */
    public String subject() {
        return certificate().getSubjectX500Principal().getName();
    }

    /** By which algorithm it signs, as Java names it. */
    String algorithm() {
        return key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256with" + key.getAlgorithm();
    }
}
