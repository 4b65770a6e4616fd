package org.saldo.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.saldo.job.statement.StatementReport;
import org.saldo.money.Money;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.HeldBack;
import org.saldo.statement.LedgerComparison;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.StatementFigures;

/** A company's month of statements as a person reads it in a terminal; of a dry run every statement, else what needs one. */
final class StatementTable {

    private static final int CUSTOMERS_MOST = 20;

    private final StatementReport report;
    private final StatementReport.CompanyStatements company;
    private final MonthSummary summary;

    StatementTable(StatementReport report, StatementReport.CompanyStatements company) {
        this.report = report;
        this.company = company;
        this.summary = company.summary();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        company.blocked().ifPresent(why -> lines.add(company.company() + ": none: " + why));
        lines.add("%s: %s %d%s, %d made before, %d left out by the policy".formatted(company.company(), report.month(),
                company.made(), report.dryRun() ? " would be made" : " made", company.alreadyMade(), summary.leftOut()));
        company.remarks().forEach(remark -> lines.add("    " + remark));
        if (report.dryRun() && !summary.statements().isEmpty()) {
            lines.addAll(aligned(statements()));
        }
        for (HeldBack not : summary.notMade()) {
            lines.add("    not made: " + not.customer() + " " + not.currency() + ": " + not.detail());
        }
        for (HeldBack held : summary.notMailed()) {
            lines.add("    not mailed: " + held.customer() + " " + held.currency() + ": " + why(held));
        }
        if (report.dryRun()) {
            leftOut(lines);
            summary.ledger().stream().filter(each -> !each.agrees()).map(StatementTable::difference).forEach(lines::add);
            summary.controls().stream().map(StatementTable::control).forEach(lines::add);
        }
        return lines;
    }

    private List<List<String>> statements() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("customer", "currency", "opening", "closing", "overdue", "to"));
        for (StatementFigures each : summary.statements()) {
            String to = each.sentTo().isEmpty() ? "(" + each.state() + ")" : each.sentTo();
            rows.add(List.of(each.customer().number(), each.currency().getCurrencyCode(), plain(each.opening()),
                    plain(each.closing()), plain(each.aging().overdue()), to));
        }
        return rows;
    }

    /** The first two columns and the last stand at the left, the amounts at the right. */
    private static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.get(0).size()];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        });
        return rows.stream().map(row -> {
            StringBuilder line = new StringBuilder("   ");
            for (int i = 0; i < widths.length; i++) {
                String room = " ".repeat(widths[i] - row.get(i).length());
                boolean left = i < 2 || i == widths.length - 1;
                line.append(' ').append(left ? row.get(i) + room : room + row.get(i)).append(' ');
            }
            return line.toString().stripTrailing();
        }).toList();
    }

    private void leftOut(List<String> lines) {
        Map<HeldBack.Reason, Long> counts = new TreeMap<>(summary.heldBack(HeldBack.Stage.LEFT_OUT).stream()
                .collect(Collectors.groupingBy(HeldBack::reason, Collectors.counting())));
        counts.forEach((reason, count) -> lines.add("    left out: " + count + " " + reason.words()));
    }

    private static String why(HeldBack held) {
        return held.reason().words() + (held.detail().isEmpty() ? "" : " (" + held.detail() + ")");
    }

    private static String difference(LedgerComparison compared) {
        return "    the ledger has " + compared.ledger() + ", the accounts add up to " + compared.sum() + ": "
                + compared.difference() + " apart; run `saldo verify`";
    }

    private static String control(ControlComparison control) {
        return "    control account: " + control.theirs().map(theirs -> control.agrees() ? theirs + ", the same as ours"
                : theirs + ", ours is " + control.ours() + ": " + control.difference().orElseThrow() + " apart"
                + (control.named().isEmpty() ? "" : ", is " + String.join(", ", control.named())) + customers(control))
                .orElse("none taken in for " + control.ours().currency() + "; ours is " + control.ours());
    }

    private static String customers(ControlComparison control) {
        return control.customers().isEmpty() ? "" : "; of customers " + control.customers().stream().limit(CUSTOMERS_MOST)
                .map(each -> each.number() + " " + plain(each.difference())).collect(Collectors.joining(", "))
                + (control.customers().size() > CUSTOMERS_MOST ? ", …" : "")
                + (control.unexplained().isZero() ? "" : "; " + plain(control.unexplained()) + " is of none of them");
    }

    private static String plain(Money amount) {
        return amount.toDecimal().toPlainString();
    }
}
