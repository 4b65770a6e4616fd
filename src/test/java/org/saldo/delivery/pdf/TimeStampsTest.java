package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.bouncycastle.util.CollectionStore;
import org.junit.jupiter.api.Test;

/** A third party says when a statement was sealed; it is a small authority of the test's own, on loopback. */
class TimeStampsTest {

    private static final Instant SEALED = Instant.parse("2026-11-02T05:00:00Z");
    private static final Instant SEEN = Instant.parse("2026-11-02T05:00:07Z");

    @Test
    void theSealCarriesATimeStampOverItsSignature() throws Exception {
        byte[] pdf = new StatementPdf().render(SampleLetter.PAYABLE.letter());
        byte[] sealed = withAuthority(answer -> answer, times -> new PdfSeal(PdfSealTest.key("EC"), Optional.of(times))
                .seal(pdf, SEALED));
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(sealed)),
                    signature.getContents(sealed));
            assertThat(PdfSealTest.isRight(cms)).isTrue();
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            TimeStampToken token = new TimeStampToken(new CMSSignedData(signer.getUnsignedAttributes()
                    .get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken).getAttrValues().getObjectAt(0)
                    .toASN1Primitive().getEncoded()));
            assertThat(token.getTimeStampInfo().getGenTime().toInstant()).isEqualTo(SEEN);
            assertThat(token.getTimeStampInfo().getMessageImprintDigest())
                    .isEqualTo(MessageDigest.getInstance("SHA-256").digest(signer.getSignature()));
        }
    }

    @Test
    void anAnswerThatIsNoTimeStampOfThisSealIsNotTaken() {
        for (UnaryOperator<byte[]> spoiled : List.<UnaryOperator<byte[]>>of(answer -> new byte[0], answer -> new byte[] {1, 2},
                answer -> {
                    answer[answer.length - 5] ^= 1;
                    return answer;
                })) {
            assertThatThrownBy(() -> withAuthority(spoiled, times -> times.of(new byte[] {1}).getEncoded()))
                    .isInstanceOf(UncheckedIOException.class).hasMessageContaining("127.0.0.1");
        }
        assertThatThrownBy(() -> new TimeStamps(URI.create("http://127.0.0.1:1/tsr"), Duration.ofSeconds(2)).of(new byte[] {1}))
                .isInstanceOf(UncheckedIOException.class);
    }

    private interface Work {
        byte[] with(TimeStamps times) throws Exception;
    }

    private static byte[] withAuthority(UnaryOperator<byte[]> spoiled, Work work) throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Authority authority = new Authority();
        server.createContext("/tsr", exchange -> {
            byte[] answer = spoiled.apply(authority.answer(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(200, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            return work.with(new TimeStamps(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsr"),
                    Duration.ofSeconds(20)));
        } finally {
            server.stop(0);
        }
    }

    private static final class Authority {

        private final TimeStampResponseGenerator generator;

        private Authority() throws Exception {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            KeyPair pair = keys.generateKeyPair();
            X500Name name = new X500Name("CN=Clock of the test");
            X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(name, BigInteger.TWO,
                    Date.from(Instant.EPOCH), Date.from(SEALED.plus(Duration.ofDays(36_500))), name, pair.getPublic())
                    .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
            DigestCalculator sha256 = new JcaDigestCalculatorProviderBuilder().build().get(
                    new AlgorithmIdentifier(TSPAlgorithms.SHA256));
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .build("SHA256withECDSA", pair.getPrivate(), certificate), sha256, new ASN1ObjectIdentifier("1.2.3.4.5"));
            tokens.addCertificates(new CollectionStore<>(List.of(certificate)));
            generator = new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256));
        }

        private byte[] answer(byte[] question) {
            try {
                return generator.generate(new TimeStampRequest(question), BigInteger.TEN, Date.from(SEEN)).getEncoded();
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
        }
    }
}
