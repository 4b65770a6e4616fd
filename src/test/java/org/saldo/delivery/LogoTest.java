package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.InflaterInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LogoTest {

    @Test
    void whatIsTransparentIsWhiteOnPaper() throws IOException {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(1, 0, 0xFF102030);
        Logo logo = Logo.of(file(picture, "png"));
        assertThat(new InflaterInputStream(new ByteArrayInputStream(logo.samples())).readAllBytes())
                .containsExactly(0xFF, 0xFF, 0xFF, 0x10, 0x20, 0x30);
    }

    @Test
    void aJpegIsAPictureTooAndEqualFilesAreEqualLogos() throws IOException {
        byte[] jpeg = file(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), "jpg");
        assertThat(Logo.of(jpeg)).isEqualTo(Logo.of(jpeg)).extracting(Logo::width, Logo::height).containsExactly(8, 4);
    }

    @Test
    void whatIsNoPictureOrTooLargeIsRefused() throws IOException {
        assertThatThrownBy(() -> Logo.of(new byte[] {1, 2, 3})).hasMessage("is no PNG or JPEG picture in RGB or grey");
        byte[] wide = file(new BufferedImage(2001, 1, BufferedImage.TYPE_BYTE_GRAY), "png");
        assertThatThrownBy(() -> Logo.of(wide)).hasMessage("has 2001 × 1 pixels; 2000 are the most on a side");
    }

    private static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, format, bytes);
        return bytes.toByteArray();
    }
}
