package org.saldo.delivery.pdf;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A QR code as dark squares (ISO/IEC 18004, error correction level M), to be drawn in any size. */
final class QrCode {

    private final ByteMatrix modules;

    /** @throws IllegalArgumentException when the text is too long for a code */
    QrCode(String text) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        if (text.chars().anyMatch(c -> c > 127)) {
            hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
        }
        try {
            this.modules = Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("the text of the QR code is too long: " + text.length() + " characters", tooLong);
        }
    }

    /** Squares on a side. */
    int size() {
        return modules.getWidth();
    }

    /** The dark areas of a code of {@code side} points with its left upper corner there: left, top, width, height. */
    List<float[]> areas(float left, float top, float side) {
        float unit = side / size();
        List<float[]> areas = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            for (int from = 0; from < size(); from++) {
                int to = from;
                while (to < size() && modules.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    areas.add(new float[] {left + from * unit, top + row * unit, (to - from) * unit, unit});
                    from = to;
                }
            }
        }
        return areas;
    }
}
