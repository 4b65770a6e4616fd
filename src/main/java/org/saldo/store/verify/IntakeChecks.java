package org.saldo.store.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;

/** Whether the counts of every file add up, and agree with the rows that came of it. */
final class IntakeChecks {

    private static final Map<String, Table> ROWS_OF_KIND = Map.of("CUSTOMERS", Table.CUSTOMER, "INVOICES", Table.DOCUMENT,
            "PAYMENTS", Table.RECEIPT, "REMITTANCES", Table.REMITTANCE_LINE, "CONTROLS", Table.CONTROL_BALANCE,
            "PAYABLES", Table.PAYABLE);

    private final Findings findings;
    private final List<StoredRow> files = new ArrayList<>();
    private final Map<Long, Integer> filesOfBatch = new HashMap<>();
    private final Map<Long, Rejected> rejected = new HashMap<>();

    private static final class Rejected {
        private long lines;
        private long lastLine = Long.MIN_VALUE;
    }

    IntakeChecks(Findings findings) {
        this.findings = findings;
    }

    void addFile(StoredRow file) {
        files.add(file);
        filesOfBatch.merge(file.batch(), 1, Integer::sum);
    }

    /** A line may be rejected for more than one reason; its reasons come one after the other. */
    void addRejection(StoredRow rejection) {
        Rejected of = rejected.computeIfAbsent(rejection.number("file_id"), any -> new Rejected());
        if (of.lastLine != rejection.number("line_number")) {
            of.lastLine = rejection.number("line_number");
            of.lines++;
        }
    }

    /** Holds counts against rows, once all tables have been read. */
    void check(ChainCheck chain) {
        for (StoredRow file : files) {
            String where = "file " + file.text("file_name") + " (" + file.id() + ")";
            long read = file.number("read_count");
            long accepted = file.number("accepted_count");
            long lines = rejected.getOrDefault(file.id(), new Rejected()).lines;
            findings.check(Promise.I19, read == accepted + file.number("duplicate_count") + file.number("rejected_count"),
                    where, "%d rows were read, but %d accepted, %d known already and %d rejected", read, accepted,
                    file.number("duplicate_count"), file.number("rejected_count"));
            findings.check(Promise.I19, lines >= Math.min(1, file.number("rejected_count")), where,
                    "%d rows were rejected, but no reason is kept", file.number("rejected_count"));
            Table table = ROWS_OF_KIND.get(file.text("kind").toUpperCase(Locale.ROOT));
            if (table != null && filesOfBatch.get(file.batch()) == 1) {
                long rows = chain.rows(file.batch(), table) + (table == Table.DOCUMENT
                        ? chain.rows(file.batch(), Table.AMENDMENT) : 0);
                findings.check(Promise.I19, rows >= accepted || file.text("channel").startsWith("DATABASE"), where,
                        "%d rows were accepted, but %d are in %s", accepted, rows, table.sqlName());
            }
        }
    }
}
