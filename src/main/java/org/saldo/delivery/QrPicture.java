package org.saldo.delivery;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.util.Map;
import org.saldo.delivery.finance.Png;

/** A QR code as a black and white PNG for a mail (ISO/IEC 18004, error correction level M, four modules of margin). */
public final class QrPicture {

    private static final int MARGIN = 4;
    private static final int DOTS = 5;

    private QrPicture() {
    }

    /** @throws IllegalArgumentException when the text is too long for a code */
    public static byte[] png(String text) {
        ByteMatrix modules = modules(text);
        int side = (modules.getWidth() + 2 * MARGIN) * DOTS;
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                image.getRaster().setSample(x, y, 0, isDark(modules, x / DOTS - MARGIN, y / DOTS - MARGIN) ? 0 : 1);
            }
        }
        return Png.of(image);
    }

    private static boolean isDark(ByteMatrix modules, int column, int row) {
        return column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight()
                && modules.get(column, row) == 1;
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8")).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("the text of the QR code is too long: " + text.length() + " characters",
                    tooLong);
        }
    }
}
