package org.saldo.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The shape of the hub's own CSV: the header names the columns, in any order. */
final class OwnColumns implements RowShape {

    private final FileKind kind;
    private final int[] positions;

    /** @throws FileRefused when a column is unknown, missing or there twice */
    OwnColumns(FileKind kind, String file, String[] header) {
        this.kind = kind;
        this.positions = Arrays.stream(header).mapToInt(kind::position).toArray();
        List<String> names = Arrays.asList(header);
        if (header.length == 1 && header[0].contains(";")) {
            throw refused(file, "the columns are separated by semicolons",
                    "separate them by commas, or write a mapping for this file into config/mappings");
        }
        for (int i = 0; i < header.length; i++) {
            String shown = BadField.shown(header[i]);
            if (positions[i] < 0) {
                throw refused(file, "column " + shown + " is not known", "take it out, or write a mapping; columns of "
                        + kind.folder() + " are " + String.join(", ", kind.columns()));
            }
            if (names.indexOf(header[i]) != i) {
                throw refused(file, "column " + shown + " is there twice", "keep one");
            }
        }
        List<String> missing = new ArrayList<>(kind.required());
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            throw refused(file, "column " + String.join(", ", missing) + " is missing",
                    "add it to the header and to each row");
        }
    }

    private static FileRefused refused(String file, String reason, String remedy) {
        return new FileRefused(new Rejection(file, 1, "header", reason, remedy));
    }

    @Override
    public Cells cells(String[] fields) {
        String[] values = new String[kind.columns().size()];
        for (int i = 0; i < positions.length; i++) {
            values[positions[i]] = fields[i];
        }
        return new Cells(kind, values);
    }
}
