package org.saldo.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.intake.ColumnSource;

/**
 * Reads one column of a mapping that is more than a name:
 * <pre>
 * {columns: [A, B]}                                the first that stands in the header
 * {columns: [A], values: {RE: INVOICE}}            and what its values mean
 * {columns: [A], inverted: true}                   money in is written as negative
 * {together: [A, B], separator: " "}               joined
 * {debit: A, credit: B}                            an amount in two columns
 * {amount: A, indicator: B, debit-is: [S], credit-is: [H]}   an amount whose sign stands beside it
 * </pre>
 */
final class MappedColumn {

    private MappedColumn() {
    }

    static ColumnSource read(YamlSection section) {
        ColumnSource source = source(section);
        section.refuseUnknown();
        return source;
    }

    private static ColumnSource source(YamlSection section) {
        if (section.has("together")) {
            return ColumnSource.together(section.texts("together"), section.unstripped("separator", " "));
        }
        if (section.has("indicator")) {
            Map<String, String> signs = new HashMap<>();
            section.texts("debit-is").forEach(value -> signs.put(value, "-"));
            section.texts("credit-is").forEach(value -> signs.put(value, "+"));
            return ColumnSource.column(List.of(section.text("amount"), section.text("indicator")))
                    .meaning(signs).signed(ColumnSource.Amounts.INDICATOR);
        }
        if (section.has("debit")) {
            return ColumnSource.column(List.of(section.text("debit"), section.text("credit")))
                    .signed(ColumnSource.Amounts.DEBIT_AND_CREDIT);
        }
        ColumnSource source = ColumnSource.column(section.texts("columns"));
        if (source.anyOf().isEmpty()) {
            throw section.fault("columns", "is missing; name the file's column");
        }
        if (section.has("values")) {
            YamlSection values = section.section("values");
            Map<String, String> meanings = new HashMap<>();
            values.keys().forEach(value -> meanings.put(value, values.text(value)));
            return source.meaning(meanings);
        }
        return section.flag("inverted", false) ? source.signed(ColumnSource.Amounts.INVERTED) : source;
    }
}
