package org.saldo.delivery.finance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dhatim.fastexcel.Workbook;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Company;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.HeldBack;
import org.saldo.statement.LedgerComparison;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.StatementFigures;

/**
 * A month of statements to work with: totals, every statement, who was held back, aging by customer, and the comparison
 * with ledger and ERP. Every list can be filtered.
 */
public final class MonthWorkbook {

    private final Company company;
    private final MonthSummary summary;
    private final StatementWording words;
    private final Workbook workbook;

    private MonthWorkbook(Company company, MonthSummary summary, StatementWording words, Workbook workbook) {
        this.company = company;
        this.summary = summary;
        this.words = words;
        this.workbook = workbook;
    }

    /** The workbook's bytes; the same month gives the same bytes. */
    public static byte[] of(Company company, MonthSummary summary, StatementWording words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Saldo", "1.0")) {
            MonthWorkbook month = new MonthWorkbook(company, summary, words, workbook);
            month.summary();
            month.statements();
            month.heldBack();
            month.aging();
            month.control();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return FixedZip.of(bytes.toByteArray(), summary.month().atEndOfMonth());
    }

    private void summary() {
        List<Object> head = head(StatementWord.CURRENCY, StatementWord.FINANCE_STATEMENTS, StatementWord.OPENING,
                StatementWord.PROOF_ITEMS, StatementWord.PROOF_UNAPPLIED, StatementWord.CLOSING, StatementWord.OVERDUE);
        List<List<Object>> rows = new ArrayList<>();
        summary.totals().forEach((currency, totals) -> rows.add(List.of(currency.getCurrencyCode(), totals.statements(),
                totals.opening(), totals.openItems(), totals.unapplied().negated(), totals.closing(),
                totals.aging().overdue())));
        ListSheet.add(workbook, "Summary", company.name() + " · " + words.month(summary.month()), head, rows, 16);
    }

    private void statements() {
        List<Object> head = head(StatementWord.CUSTOMER_NUMBER, StatementWord.CUSTOMER, StatementWord.CURRENCY,
                StatementWord.NUMBER, StatementWord.FINANCE_FROM, StatementWord.CUT_OFF, StatementWord.OPENING,
                StatementWord.CLOSING, StatementWord.OVERDUE);
        head.addAll(buckets());
        head.addAll(head(StatementWord.CREDITS, StatementWord.FINANCE_SENT_TO, StatementWord.FINANCE_STATE));
        ListSheet.add(workbook, "Statements", "", head, rows(this::statement), 14);
    }

    private List<Object> statement(StatementFigures each) {
        List<Object> row = new ArrayList<>(List.of(each.customer().number(), each.name(),
                each.currency().getCurrencyCode(), each.number(), each.period().firstDay(), each.period().cutOff(),
                each.opening(), each.closing(), each.aging().overdue()));
        row.addAll(each.aging().amounts());
        row.addAll(List.of(each.aging().credits().negated(), each.sentTo(), state(each)));
        return row;
    }

    /** A row for each statement, made when it is asked for. */
    private Iterable<List<Object>> rows(Function<StatementFigures, List<Object>> row) {
        return () -> summary.statements().stream().map(row).iterator();
    }

    private String state(StatementFigures each) {
        return each.held().map(words::of).orElse(words.of(each.sentTo().isEmpty() ? StatementWord.FINANCE_NOT_MAILED
                : StatementWord.FINANCE_MAILED));
    }

    private void heldBack() {
        List<List<Object>> rows = new ArrayList<>();
        for (HeldBack each : summary.heldBack()) {
            rows.add(List.of(each.customer().number(), each.currency(), words.of(each.reason().stage()),
                    words.of(each.reason()), each.detail()));
        }
        ListSheet.add(workbook, "Held back", "", head(StatementWord.CUSTOMER_NUMBER, StatementWord.CURRENCY,
                StatementWord.FINANCE_STATE, StatementWord.FINANCE_REASON, StatementWord.FINANCE_DETAIL), rows, 24);
    }

    private void aging() {
        List<Object> head = head(StatementWord.CUSTOMER_NUMBER, StatementWord.CUSTOMER, StatementWord.CURRENCY);
        head.addAll(buckets());
        head.addAll(head(StatementWord.CREDITS, StatementWord.AGING_BALANCE));
        ListSheet.add(workbook, "Aging by customer", "", head, rows(MonthWorkbook::aging), 14);
    }

    private static List<Object> aging(StatementFigures each) {
        List<Object> row = new ArrayList<>(List.of(each.customer().number(), each.name(), each.currency().getCurrencyCode()));
        row.addAll(each.aging().amounts());
        row.add(each.aging().credits().negated());
        row.add(each.aging().balance());
        return row;
    }

    private void control() {
        List<List<Object>> rows = new ArrayList<>();
        for (LedgerComparison each : summary.ledger()) {
            rows.add(List.of(each.ledger().currency().getCurrencyCode(), words.of(StatementWord.FINANCE_LEDGER),
                    each.sum(), each.ledger(), each.difference(), ""));
        }
        for (ControlComparison each : summary.controls()) {
            rows.add(List.of(each.ours().currency().getCurrencyCode(), words.of(StatementWord.FINANCE_THEIRS), each.ours(),
                    each.theirs().<Object>map(any -> any).orElse(""), each.difference().<Object>map(any -> any).orElse(""),
                    each.theirs().isEmpty() ? words.of(StatementWord.FINANCE_NO_CONTROL) : named(each)));
        }
        ListSheet.add(workbook, "Control", "", head(StatementWord.CURRENCY, StatementWord.FINANCE_COMPARED,
                StatementWord.FINANCE_OURS, StatementWord.BALANCE_THERE, StatementWord.FINANCE_DIFFERENCE,
                StatementWord.FINANCE_DETAIL), rows, 18);
    }

    private static String named(ControlComparison control) {
        List<String> named = new ArrayList<>(control.named());
        control.customers().forEach(each -> named.add(each.number() + " " + each.difference().toDecimal().toPlainString()));
        return String.join(", ", named);
    }

    private List<Object> head(StatementWord... columns) {
        List<Object> head = new ArrayList<>();
        for (StatementWord column : columns) {
            head.add(words.of(column));
        }
        return head;
    }

    private List<Object> buckets() {
        AgingBuckets buckets = summary.totals().isEmpty() ? AgingBuckets.USUAL
                : summary.totals().values().iterator().next().aging().buckets();
        List<Object> names = new ArrayList<>(List.of(words.of(StatementWord.NOT_DUE)));
        for (int i = 1; i < buckets.count(); i++) {
            names.add(words.of(StatementWord.DAYS_RANGE, "days", buckets.days(i)));
        }
        return names;
    }
}
