package org.saldo.delivery;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/**
 * A company's logo, ready to be drawn on paper: opaque, in sRGB. {@code samples} holds three bytes a pixel, deflated;
 * where the picture was transparent it is white.
 */
public record Logo(int width, int height, byte[] samples) {

    private static final int SIDE_MOST = 2000;

    /** @throws IllegalArgumentException when it is no PNG or JPEG picture, or too large */
    public static Logo of(byte[] file) {
        BufferedImage picture;
        try {
            picture = ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException damaged) {
            throw new IllegalArgumentException("cannot be read as a picture: " + damaged.getMessage(), damaged);
        }
        if (picture == null) {
            throw new IllegalArgumentException("is no PNG or JPEG picture in RGB or grey");
        }
        if (picture.getWidth() > SIDE_MOST || picture.getHeight() > SIDE_MOST) {
            throw new IllegalArgumentException("has " + picture.getWidth() + " × " + picture.getHeight() + " pixels; "
                    + SIDE_MOST + " are the most on a side");
        }
        return new Logo(picture.getWidth(), picture.getHeight(), deflated(onWhite(picture)));
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D paper = opaque.createGraphics();
        paper.drawImage(picture, 0, 0, Color.WHITE, null);
        paper.dispose();
        return opaque;
    }

    private static byte[] deflated(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream samples = new DeflaterOutputStream(bytes)) {
            for (int y = 0; y < picture.getHeight(); y++) {
                for (int x = 0; x < picture.getWidth(); x++) {
                    int rgb = picture.getRGB(x, y);
                    samples.write(rgb >> 16);
                    samples.write(rgb >> 8);
                    samples.write(rgb);
                }
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Logo logo && width == logo.width && height == logo.height
                && Arrays.equals(samples, logo.samples);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(samples);
    }
}
