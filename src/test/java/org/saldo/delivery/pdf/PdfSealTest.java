package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.delivery.TestCertificate;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The company's seal on a statement, looked at by two others: BouncyCastle's CMS, and poppler's pdfsig. */
class PdfSealTest {

    private static final Instant AT = Instant.parse("2026-11-02T05:00:00Z");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void theSealCoversEveryByteAndNamesItsCertificate(String algorithm) throws Exception {
        byte[] pdf = new StatementPdf().render(SampleLetter.PAYABLE.letter());
        byte[] sealed = new PdfSeal(key(algorithm)).seal(pdf, AT);
        assertThat(sealed).startsWith(pdf);
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getSignDate().toInstant()).isEqualTo(AT);
            int[] range = signature.getByteRange();
            assertThat(range[0]).isZero();
            assertThat(range[2] + range[3]).isEqualTo(sealed.length);
            CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(sealed)),
                    signature.getContents(sealed));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            assertThat(signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2)).isNotNull();
            assertThat(signer.getSignedAttributes().get(CMSAttributes.signingTime)).as("PAdES has it in the PDF").isNull();
            assertThat(isRight(cms)).isTrue();
            byte[] changed = sealed.clone();
            changed[100] ^= 1;
            assertThat(isRight(new CMSSignedData(new CMSProcessableByteArray(signature.getSignedContent(changed)),
                    signature.getContents(sealed)))).as("one bit was changed").isFalse();
        }
    }

    @Test
    void aSealedStatementCanStillBeKeptForEverAndReadByEverybody() throws Exception {
        for (SampleLetter sample : List.of(SampleLetter.PAYABLE, SampleLetter.CHINESE)) {
            byte[] sealed = new PdfSeal(key("RSA")).seal(new StatementPdf().render(sample.letter()), AT);
            assertThat(StatementArchiveTest.faults(sealed, PDFAFlavour.PDFA_3_B)).isEmpty();
            assertThat(StatementArchiveTest.faults(sealed, PDFAFlavour.PDFUA_1)).isEmpty();
        }
    }

    @Test
    void anIndependentToolFindsTheSealRight() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/pdfsig"))).as("pdfsig of poppler-utils is not on this machine").isTrue();
        Path file = folder.resolve("sealed.pdf");
        byte[] sealed = new PdfSeal(key("RSA")).seal(new StatementPdf().render(SampleLetter.ENGLISH.letter()), AT);
        Files.write(file, sealed);
        assertThat(pdfsig(file)).contains("Signature Validation: Signature is Valid.", "ETSI.CAdES.detached",
                "Total document signed", "Nordlicht Pumpen GmbH");
        sealed[sealed.length / 3] ^= 1;
        Files.write(file, sealed);
        assertThat(pdfsig(file)).doesNotContain("Signature is Valid");
    }

    @Test
    void aKeyFileIsReadAndWhatIsWrongWithItIsTold() {
        Path file = TestCertificate.of(folder, "dns:seal.example").file();
        SealKey key = SealKey.read(file, TestCertificate.PASSWORD);
        Instant from = key.certificate().getNotBefore().toInstant();
        assertThat(key.fault(from.plusSeconds(60))).isEmpty();
        assertThat(key.fault(from.minusSeconds(1)).orElse("")).contains("CN=test").contains("is valid from");
        assertThat(key.fault(from.plusSeconds(86_400 * 11)).orElse("")).contains("put a valid one in its place");
        assertThatThrownBy(() -> SealKey.read(file, "hunter2")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SEAL_PASSWORD").hasMessageNotContaining("hunter2");
        assertThatThrownBy(() -> SealKey.read(folder.resolve("none.p12"), "x")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none.p12");
    }

    static boolean isRight(CMSSignedData cms) throws Exception {
        X509CertificateHolder certificate = cms.getCertificates().getMatches(null).iterator().next();
        try {
            return cms.getSignerInfos().iterator().next().verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        } catch (CMSException wrong) {
            return false;
        }
    }

    static SealKey key(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=Nordlicht Pumpen GmbH,C=DE");
        X509CertificateHolder holder = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, Date.from(AT.minusSeconds(9)),
                Date.from(AT.plusSeconds(86_400)), name, pair.getPublic())
                .build(new JcaContentSignerBuilder(algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                        .build(pair.getPrivate()));
        return new SealKey(pair.getPrivate(), List.of(new JcaX509CertificateConverter().getCertificate(holder)));
    }

    private static String pdfsig(Path file) throws IOException, InterruptedException {
        Process pdfsig = new ProcessBuilder("/usr/bin/pdfsig", "-nocert", file.toString()).redirectErrorStream(true).start();
        String said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        pdfsig.waitFor();
        return said;
    }
}
