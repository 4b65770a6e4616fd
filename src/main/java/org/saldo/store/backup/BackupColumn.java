package org.saldo.store.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.saldo.store.StoreException;

/** A column in a backup: its value as a text that both databases read back to the same. */
record BackupColumn(String name, Kind kind) {

    private static final String NULL = "\\N";

    /** The kinds of values that the schema has. */
    enum Kind {
        WHOLE, DECIMAL, TEXT, DAY, INSTANT, FLAG, BYTES;

        static Kind of(int jdbcType, String typeName) {
            return switch (jdbcType) {
                case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> WHOLE;
                case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
                case Types.VARCHAR, Types.CHAR, Types.CLOB -> TEXT;
                case Types.DATE -> DAY;
                case Types.BIT, Types.BOOLEAN -> FLAG;
                case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> BYTES;
                case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
                default -> throw new StoreException("a backup does not know the type " + typeName);
            };
        }
    }

    String text(ResultSet row, int position) throws SQLException {
        Object value = switch (kind) {
            case INSTANT -> row.getObject(position, OffsetDateTime.class);
            case DAY -> row.getObject(position, LocalDate.class);
            case BYTES -> row.getBytes(position);
            case DECIMAL -> row.getBigDecimal(position);
            default -> row.getString(position);
        };
        if (value == null) {
            return NULL;
        }
        return switch (kind) {
            case INSTANT -> ((OffsetDateTime) value).toInstant().toString();
            case BYTES -> Base64.getEncoder().encodeToString((byte[]) value);
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case FLAG -> Boolean.toString(isTrue((String) value));
            case TEXT -> escaped((String) value);
            default -> value.toString();
        };
    }

    void bind(PreparedStatement statement, int position, String text) throws SQLException {
        Object value = text.equals(NULL) ? null : switch (kind) {
            case WHOLE -> Long.valueOf(text);
            case DECIMAL -> new BigDecimal(text);
            case DAY -> LocalDate.parse(text);
            case INSTANT -> Instant.parse(text).atOffset(ZoneOffset.UTC);
            case FLAG -> Boolean.valueOf(text);
            case BYTES -> Base64.getDecoder().decode(text);
            case TEXT -> text.startsWith("\\") ? text.substring(1) : text;
        };
        if (value instanceof byte[] bytes) {
            statement.setBytes(position, bytes);
        } else {
            statement.setObject(position, value);
        }
    }

    private static String escaped(String value) {
        return value.startsWith("\\") ? "\\" + value : value;
    }

    private static boolean isTrue(String stored) {
        return stored.equalsIgnoreCase("true") || stored.equalsIgnoreCase("t") || stored.equals("1");
    }
}
