package org.saldo.delivery.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TimeStampToken;

/**
 * A company's electronic seal on a PDF: PAdES baseline level B-B (ETSI EN 319 142-1), a CAdES signature over all bytes, not
 * visible on the page; with a time stamp of a third party it is level B-T. What was there is left as it was and the seal is
 * appended. The same PDF sealed twice may differ.
 */
public final class PdfSeal {

    /** Room for the signature beside the certificates. */
    private static final int ROOM = 8192;

    /** Room for a time stamp with the authority's certificates. */
    private static final int ROOM_FOR_TIME = 16_384;

    private final SealKey key;
    private final Optional<TimeStamps> times;

    public PdfSeal(SealKey key) {
        this(key, Optional.empty());
    }

    /** @param times who says when it was sealed */
    public PdfSeal(SealKey key, Optional<TimeStamps> times) {
        this.key = key;
        this.times = times;
    }

    /** Why it cannot be used at an instant; empty when it can. */
    public Optional<String> fault(Instant at) {
        return key.fault(at);
    }

    /**
     * The sealed PDF.
     *
     * @param at the instant that it names
     * @throws UncheckedIOException when a time stamp is wanted and there is none
     */
    public byte[] seal(byte[] pdf, Instant at) {
        try (PDDocument document = Loader.loadPDF(pdf); SignatureOptions options = new SignatureOptions()) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setName(key.subject());
            Calendar sealed = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
            sealed.setTimeInMillis(at.toEpochMilli());
            signature.setSignDate(sealed);
            options.setPreferredSignatureSize(room());
            document.setDocumentId(at.toEpochMilli());
            document.addSignature(signature, this::sign, options);
            ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length + 2 * room());
            document.saveIncremental(out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("sealing: " + failure.getMessage(), failure);
        }
    }

    private int room() {
        try {
            int bytes = times.isPresent() ? ROOM + ROOM_FOR_TIME : ROOM;
            for (X509Certificate certificate : key.chain()) {
                bytes += certificate.getEncoded().length;
            }
            return bytes;
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] sign(InputStream content) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            SignerInfoGeneratorBuilder signer = new SignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                    .setSignedAttributeGenerator(this::attributes)
                    .setUnsignedAttributeGenerator(times.map(PdfSeal::stamped).orElse(null));
            generator.addSignerInfoGenerator(signer.build(new JcaContentSignerBuilder(key.algorithm()).build(key.key()),
                    new JcaX509CertificateHolder(key.certificate())));
            generator.addCertificates(new JcaCertStore(key.chain()));
            return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | CMSException failure) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    /** What is signed beside the content's digest: which certificate it is. The time stands in the PDF, as PAdES wants it. */
    private AttributeTable attributes(Map<?, ?> parameters) {
        ASN1EncodableVector attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(CMSAttributes.contentType,
                new DERSet((ASN1ObjectIdentifier) parameters.get(CMSAttributeTableGenerator.CONTENT_TYPE))));
        attributes.add(new Attribute(CMSAttributes.messageDigest,
                new DERSet(new DEROctetString((byte[]) parameters.get(CMSAttributeTableGenerator.DIGEST)))));
        attributes.add(new Attribute(PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(fingerprint())))));
        return new AttributeTable(attributes);
    }

    /** What stands beside the signature: when somebody else saw it (ETSI EN 319 122-1, signature-time-stamp). */
    private static CMSAttributeTableGenerator stamped(TimeStamps authority) {
        return parameters -> {
            TimeStampToken token = authority.of((byte[]) parameters.get(CMSAttributeTableGenerator.SIGNATURE));
            return new AttributeTable(new DERSet(new Attribute(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                    new DERSet(token.toCMSSignedData().toASN1Structure()))));
        };
    }

    private byte[] fingerprint() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.certificate().getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
