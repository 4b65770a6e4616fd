package org.saldo.delivery.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** A time-stamping authority that says when it saw a hash (RFC 3161, over HTTP). What it answers is checked before it is used. */
public final class TimeStamps {

    private static final int ATTEMPTS = 3;
    private static final int NONCE_BITS = 64;

    private final URI authority;
    private final Duration patience;
    private final HttpClient http;
    private final SecureRandom random = new SecureRandom();

    /** @param patience how long one answer may take */
    public TimeStamps(URI authority, Duration patience) {
        this.authority = authority;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * A token over the SHA-256 of {@code bytes}, with the authority's certificate in it.
     *
     * @throws UncheckedIOException when the authority cannot be reached, refuses, or answers something else
     */
    TimeStampToken of(byte[] bytes) {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA256, sha256(bytes), new BigInteger(NONCE_BITS, random));
        for (int attempt = 1; ; attempt++) {
            try {
                return checked(request, asked(request));
            } catch (IOException failure) {
                if (attempt == ATTEMPTS) {
                    throw new UncheckedIOException(authority + ": " + failure.getMessage(), failure);
                }
            }
        }
    }

    private byte[] asked(TimeStampRequest request) throws IOException {
        try {
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(authority).timeout(patience)
                    .header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded())).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("answers with status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(authority + ": stopped while it was asked", stopped));
        }
    }

    /** It must be about this hash and nonce, and signed by the certificate that it brings, which must be made for time stamps. */
    private static TimeStampToken checked(TimeStampRequest request, byte[] answer) throws IOException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(request);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("refuses: " + response.getStatusString());
            }
            X509CertificateHolder signer = token.getCertificates().getMatches(null).stream().filter(token.getSID()::match)
                    .findFirst().orElseThrow(() -> new IOException("its answer does not bring the certificate that signed it"));
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            return token;
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException wrong) {
            throw new IOException("its answer is no time stamp of this seal: " + wrong.getMessage(), wrong);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
