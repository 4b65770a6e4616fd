package org.saldo.delivery.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Statements are what they were: byte for byte, and to the eye. What this test makes lies in target/goldens; where a change
 * is meant, look at the pictures there, and copy them and the digests to src/test/goldens.
 */
class StatementGoldenTest {

    private static final Path EXPECTED = Path.of("src/test/goldens");
    private static final Path ACTUAL = Path.of("target/goldens");
    private static final StatementPdf PDF = new StatementPdf();
    private static final int DPI = 60;
    private static final int PICTURES_MOST = 3;

    /** One zlib packs this so; another one may pack it otherwise, and then a statement's packed bytes differ too. */
    private static final byte[] PROBE = "to be packed, packed and packed again, 0123456789, packed "
            .repeat(200).getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @EnumSource(SampleLetter.class)
    void aStatementIsWhatItWas(SampleLetter sample) throws IOException {
        String name = sample.name().toLowerCase(Locale.ROOT);
        byte[] pdf = PDF.render(sample.letter());
        List<String> digests = List.of("zlib " + sha256(Deflated.bytes(PROBE)), "bytes " + sha256(pdf),
                "content " + content(pdf));
        keep(name + ".sha256", (String.join("\n", digests) + "\n").getBytes(StandardCharsets.UTF_8));
        List<String> expected = Files.readAllLines(EXPECTED.resolve(name + ".sha256"));
        boolean sameZlib = expected.get(0).equals(digests.get(0));
        assertThat(sameZlib ? digests : digests.subList(2, 3)).as(name + ": compare target/goldens with src/test/goldens")
                .isEqualTo(sameZlib ? expected : expected.subList(2, 3));
    }

    @ParameterizedTest
    @EnumSource(value = SampleLetter.class, names = "LONG", mode = EnumSource.Mode.EXCLUDE)
    void aStatementLooksAsItDid(SampleLetter sample) throws IOException {
        String name = sample.name().toLowerCase(Locale.ROOT);
        List<BufferedImage> pages = pages(PDF.render(sample.letter()));
        for (int i = 0; i < pages.size(); i++) {
            Path file = ACTUAL.resolve(name + "-" + (i + 1) + ".png");
            Files.createDirectories(ACTUAL);
            ImageIO.write(pages.get(i), "png", file.toFile());
        }
        for (int i = 0; i < pages.size(); i++) {
            Path file = EXPECTED.resolve(name + "-" + (i + 1) + ".png");
            assertThat(differing(ImageIO.read(file.toFile()), pages.get(i)))
                    .as(file + ": points that differ, in a thousand; compare with target/goldens").isLessThan(2);
        }
        try (Stream<Path> files = Files.list(EXPECTED)) {
            assertThat(files.filter(file -> file.getFileName().toString().matches(name + "-\\d\\.png"))).hasSize(pages.size());
        }
    }

    private static List<BufferedImage> pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < Math.min(PICTURES_MOST, document.getNumberOfPages()); i++) {
                pages.add(renderer.renderImageWithDPI(i, DPI, ImageType.GRAY));
            }
            return pages;
        }
    }

    /** How many points in a thousand are clearly lighter or darker: edges may be smoothed otherwise elsewhere. */
    private static long differing(BufferedImage expected, BufferedImage actual) {
        assertThat(List.of(actual.getWidth(), actual.getHeight())).isEqualTo(List.of(expected.getWidth(), expected.getHeight()));
        long differing = 0;
        for (int x = 0; x < expected.getWidth(); x++) {
            for (int y = 0; y < expected.getHeight(); y++) {
                if (Math.abs(expected.getRaster().getSample(x, y, 0) - actual.getRaster().getSample(x, y, 0)) > 64) {
                    differing++;
                }
            }
        }
        return differing * 1000 / ((long) expected.getWidth() * expected.getHeight());
    }

    /** What all streams say, unpacked: pages, fonts, metadata and the list inside. */
    private static String content(byte[] pdf) throws IOException {
        MessageDigest digest = sha256();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet().stream().sorted().toList()) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                if (object instanceof COSStream stream && !"XRef".equals(stream.getNameAsString("Type"))
                        && !"ObjStm".equals(stream.getNameAsString("Type"))) {
                    digest.update(stream.createInputStream().readAllBytes());
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void keep(String name, byte[] bytes) throws IOException {
        Files.write(Files.createDirectories(ACTUAL).resolve(name), bytes);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
