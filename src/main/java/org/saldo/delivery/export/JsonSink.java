package org.saldo.delivery.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes JSON (RFC 8259). */
final class JsonSink implements RowSink {

    private final List<String> columns;
    private final Writer json;
    private boolean begun;

    JsonSink(List<String> columns, OutputStream out) throws IOException {
        this.columns = columns;
        json = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        json.write("[");
    }

    @Override
    public void row(Object... values) throws IOException {
        json.write(begun ? ",\n{" : "\n{");
        begun = true;
        for (int i = 0; i < values.length; i++) {
            json.write(i == 0 ? "" : ",");
            string(columns.get(i));
            json.write(':');
            value(values[i]);
        }
        json.write('}');
    }

    private void value(Object value) throws IOException {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            json.write(value == null ? "null" : PlainText.of(value));
        } else {
            string(PlainText.of(value));
        }
    }

    private void string(String text) throws IOException {
        json.write('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.write('\\');
                json.write(c);
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                json.write(String.format("\\u%04x", (int) c));
            } else {
                json.write(c);
            }
        }
        json.write('"');
    }

    @Override
    public void close() throws IOException {
        json.write("\n]\n");
        json.flush();
    }
}
