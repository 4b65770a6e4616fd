package org.saldo.bench;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Rows of a table in a file between two steps: a tag and the value, column by column. */
final class RowFile {

    private RowFile() {
    }

    static void write(DataOutputStream out, Object[] row) throws IOException {
        for (Object value : row) {
            if (value == null) {
                out.writeByte('n');
            } else if (value instanceof Long number) {
                out.writeByte('l');
                out.writeLong(number);
            } else if (value instanceof Integer number) {
                out.writeByte('i');
                out.writeInt(number);
            } else if (value instanceof BigDecimal number) {
                out.writeByte('d');
                out.writeUTF(number.toPlainString());
            } else if (value instanceof Date day) {
                out.writeByte('D');
                out.writeLong(day.toLocalDate().toEpochDay());
            } else if (value instanceof Boolean bool) {
                out.writeByte(bool ? 't' : 'f');
            } else if (value instanceof OffsetDateTime instant) {
                out.writeByte('T');
                out.writeLong(instant.toInstant().getEpochSecond());
                out.writeInt(instant.getNano());
            } else {
                out.writeByte('s');
                out.writeUTF((String) value);
            }
        }
    }

    static Object[] read(DataInputStream in, int columns) throws IOException {
        Object[] row = new Object[columns];
        for (int column = 0; column < columns; column++) {
            row[column] = value(in);
        }
        return row;
    }

    private static Object value(DataInputStream in) throws IOException {
        byte tag = in.readByte();
        return switch (tag) {
            case 'n' -> null;
            case 'l' -> in.readLong();
            case 'i' -> in.readInt();
            case 'd' -> new BigDecimal(in.readUTF());
            case 'D' -> Date.valueOf(java.time.LocalDate.ofEpochDay(in.readLong()));
            case 't' -> Boolean.TRUE;
            case 'f' -> Boolean.FALSE;
            case 'T' -> Instant.ofEpochSecond(in.readLong(), in.readInt()).atOffset(ZoneOffset.UTC);
            case 's' -> in.readUTF();
            default -> throw new IOException("a row file has no tag " + tag);
        };
    }
}
