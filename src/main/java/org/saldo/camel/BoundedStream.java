package org.saldo.camel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** An attachment that ends the reading when it is longer than allowed. */
final class BoundedStream extends FilterInputStream {

    private final long bytesMax;
    private long read;

    BoundedStream(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int got = super.read(buffer, from, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int more) {
        read += more;
        if (read > bytesMax) {
            throw new MailRefused("an attachment has more bytes than intake.mail.max-bytes");
        }
    }
}
