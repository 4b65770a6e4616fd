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
        return areasAround(left, top, side, 0);
    }

    /** The same without those that reach into a square of {@code free} points in its middle. */
    List<float[]> areasAround(float left, float top, float side, float free) {
        float unit = side / size();
        float from = (side - free) / 2;
        int first = (int) Math.floor(from / unit);
        int last = free == 0 ? -1 : (int) Math.ceil((from + free) / unit) - 1;
        List<float[]> areas = new ArrayList<>();
        for (int row = 0; row < size(); row++) {
            for (int column = 0; column < size(); column++) {
                int end = column;
                while (end < size() && isDark(end, row, first, last)) {
                    end++;
                }
                if (end > column) {
                    areas.add(new float[] {left + column * unit, top + row * unit, (end - column) * unit, unit});
                    column = end;
                }
            }
        }
        return areas;
    }

    private boolean isDark(int column, int row, int first, int last) {
        boolean free = column >= first && column <= last && row >= first && row <= last;
        return !free && modules.get(column, row) == 1;
    }
}
