package org.saldo.delivery.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.saldo.delivery.Logo;

/** The streams of one document. */
final class Streams {

    private final COSDocument document;

    Streams(COSDocument document) {
        this.document = document;
    }

    /** A stream of bytes that are deflated already. */
    COSStream packed(byte[] deflated) {
        COSStream stream = plain(deflated);
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        return stream;
    }

    /** A picture to be drawn. */
    COSStream picture(Logo logo) {
        COSStream image = packed(logo.samples());
        image.setItem(COSName.TYPE, COSName.XOBJECT);
        image.setItem(COSName.SUBTYPE, COSName.IMAGE);
        image.setInt(COSName.WIDTH, logo.width());
        image.setInt(COSName.HEIGHT, logo.height());
        image.setItem(COSName.COLORSPACE, COSName.DEVICERGB);
        image.setInt(COSName.BITS_PER_COMPONENT, 8);
        return image;
    }

    /** A stream of bytes as they are. */
    COSStream plain(byte[] bytes) {
        COSStream stream = document.createCOSStream();
        try (OutputStream out = stream.createRawOutputStream()) {
            out.write(bytes);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return stream;
    }
}
