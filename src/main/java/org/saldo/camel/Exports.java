package org.saldo.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.delivery.export.PlainText;
import org.saldo.job.Jobs;

/** Small lists for routes that shape and place them: the bean {@code exports}. */
public final class Exports {

    private final Jobs jobs;
    private final Today today;

    Exports(Jobs jobs, Today today) {
        this.jobs = jobs;
        this.today = today;
    }

    /**
     * The list as of today, its column names first.
     *
     * @param what as {@code saldo export} calls it
     */
    public List<List<String>> rows(String what) {
        ExportKind kind = ExportKind.of(what).orElseThrow(() -> new IllegalArgumentException(what
                + " is no export; use one of " + ExportKind.words()));
        List<List<String>> rows = new ArrayList<>();
        List<String> columns = jobs.export().columns(kind);
        rows.add(columns);
        for (Map<String, String> row : jobs.export().rows(new ExportQuestion(kind, today.day(), Optional.empty(), "",
                ExportFormat.CSV))) {
            rows.add(columns.stream().map(row::get).map(Exports::inSheet).toList());
        }
        return rows;
    }

    private static String inSheet(String value) {
        return value.matches("-?[0-9]+([.][0-9]+)?") ? value : PlainText.inSheet(value);
    }
}
