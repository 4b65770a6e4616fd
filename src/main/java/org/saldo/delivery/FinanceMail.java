package org.saldo.delivery;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.saldo.delivery.finance.BarChart;
import org.saldo.delivery.finance.MonthWorkbook;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.AgingSchedule;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.statement.CurrencyTotals;
import org.saldo.statement.HeldBack;
import org.saldo.statement.LedgerComparison;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.answer.AnswerCoverage;
import org.saldo.statement.answer.Outcome;

/**
 * The mail to finance when a month's statements are made: on one screen what was made, what was not, and what it adds up to;
 * the rest in the workbook that goes with it.
 */
public final class FinanceMail {

    private static final int NAMED_MOST = 8;
    private static final int PANELS_MOST = 4;
    private static final int TEXT_BAR = 24;
    private static final String CHART = "aging.png";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Month month;
    private final MonthSummary summary;
    private final StatementWording words;
    private final MailPage page = new MailPage();

    /**
     * What the mail is about.
     *
     * @param customers one sentence on the mails to customers
     * @param changes   what was made since the mail before; empty for the first one
     * @param folder    where the statements lie
     * @param answers   how far the statements of the month before were answered, by currency; empty where nobody was asked
     */
    public record Month(Company company, MonthSummary summary, StatementWording words, String customers,
                        Optional<Changes> changes, String folder, Collection<AnswerCoverage> answers) {
    }

    /** Statements made since the mail before: for the first time, and in a new version. */
    public record Changes(int added, int again) {
    }

    private FinanceMail(Month month) {
        this.month = month;
        this.summary = month.summary();
        this.words = month.words();
    }

    /** @param zip all statements in one file, or nothing when they are too large; then the mail names the folder */
    public static OutgoingMail of(Month month, String from, String businessKey, List<OutgoingMail.Attachment> zip) {
        FinanceMail mail = new FinanceMail(month);
        List<BarChart.Panel> panels = mail.panels();
        mail.write(panels, !zip.isEmpty());
        List<OutgoingMail.Attachment> attachments = new ArrayList<>(zip);
        Company company = month.company();
        attachments.add(new OutgoingMail.Attachment("statements-" + month.summary().month() + ".xlsx", XLSX,
                MonthWorkbook.of(company, month.summary(), month.words())));
        if (!panels.isEmpty()) {
            attachments.add(new OutgoingMail.Attachment(CHART, "image/png", new BarChart().draw(panels)));
        }
        String subject = mail.words.of(StatementWord.FINANCE_SUBJECT, Map.of("month",
                mail.words.month(mail.summary.month()), "company", company.name(),
                "made", Integer.toString(mail.summary.made()), "failed", Integer.toString(mail.summary.notMade().size())));
        return new OutgoingMail(company.id(), MailKind.FINANCE, "", businessKey, from, company.financeMail(),
                company.replyTo(), subject, mail.page.text(), mail.page.html(), attachments,
                mail.words.language().toLanguageTag());
    }

    private void write(List<BarChart.Panel> panels, boolean zipped) {
        page.paragraph(words.of(StatementWord.FINANCE_COUNTS, Map.of("made", Integer.toString(summary.made()),
                "left-out", Integer.toString(summary.leftOut()), "failed", Integer.toString(summary.notMade().size()))));
        month.changes().ifPresent(changes -> page.paragraph(words.of(StatementWord.FINANCE_CHANGED, Map.of(
                "added", Integer.toString(changes.added()), "again", Integer.toString(changes.again())))));
        page.paragraph(words.of(StatementWord.FINANCE_PROVED));
        summary.ledger().forEach(each -> page.paragraph(ledger(each)));
        page.paragraph(month.customers());
        notMade();
        notMailed();
        if (!panels.isEmpty()) {
            chart(panels);
        }
        if (summary.made() > 0) {
            totals();
            aging();
        }
        parts();
        ControlPart.write(page, summary, words);
        answers();
        if (summary.made() > 0) {
            page.gap().paragraph(zipped ? words.of(StatementWord.FINANCE_ZIP)
                    : words.of(StatementWord.FINANCE_FOLDER, "folder", month.folder()));
        }
        page.paragraph(words.of(StatementWord.FINANCE_WORKBOOK));
    }

    private void answers() {
        if (month.answers().isEmpty()) {
            return;
        }
        page.heading(words.of(StatementWord.FINANCE_ANSWERS, "month", words.month(summary.month().minusMonths(1))));
        for (AnswerCoverage answered : month.answers()) {
            page.paragraph(answered(words, answered));
        }
    }

    /** How far the statements of a month in one currency were answered. */
    public static String answered(StatementWording words, AnswerCoverage answered) {
        String days = answered.medianDays().map(median -> " " + words.of(StatementWord.FINANCE_ANSWER_DAYS, "days",
                median.stripTrailingZeros().toPlainString())).orElse("");
        return words.of(StatementWord.FINANCE_ANSWERED, Map.of(
                "currency", answered.currency().getCurrencyCode(), "all", Integer.toString(answered.all().count()),
                "confirmed", count(answered, Outcome.CONFIRMED), "share", answered.shareByAmount(Outcome.CONFIRMED)
                        .movePointRight(2).setScale(0, RoundingMode.HALF_UP).toPlainString(),
                "differences", count(answered, Outcome.CONFIRMED_WITH_DIFFERENCES),
                "disputed", count(answered, Outcome.DISPUTED),
                "unanswered", Integer.toString(answered.unanswered().count()))) + days;
    }

    private static String count(AnswerCoverage answered, Outcome outcome) {
        return Integer.toString(answered.part(outcome).count());
    }

    private String ledger(LedgerComparison each) {
        return each.ledger().currency().getCurrencyCode() + ": " + (each.agrees()
                ? words.of(StatementWord.FINANCE_LEDGER_AGREES, "amount", words.money(each.ledger()))
                : words.of(StatementWord.FINANCE_LEDGER_DIFFERS, Map.of("amount", words.money(each.ledger()),
                        "sum", words.money(each.sum()), "difference", words.money(each.difference()))));
    }

    /** A panel for each of the currencies with the most statements. */
    private List<BarChart.Panel> panels() {
        return summary.totals().values().stream().sorted(Comparator.comparing(CurrencyTotals::statements).reversed())
                .limit(PANELS_MOST).map(totals -> panel(totals.aging())).toList();
    }

    private BarChart.Panel panel(AgingSchedule aging) {
        long longest = aging.amounts().stream().mapToLong(Money::minorUnits).max().orElse(0);
        longest = Math.max(1, Math.max(longest, Math.abs(aging.credits().minorUnits())));
        List<BarChart.Bar> bars = new ArrayList<>();
        for (int i = 0; i < aging.amounts().size(); i++) {
            bars.add(bar(i == 0 ? BarChart.Kind.NOT_DUE : BarChart.Kind.OVERDUE, bucket(aging.buckets(), i),
                    aging.amounts().get(i), longest));
        }
        if (!aging.credits().isZero()) {
            bars.add(bar(BarChart.Kind.CREDIT, words.of(StatementWord.CREDITS), aging.credits().negated(), longest));
        }
        return new BarChart.Panel(words.of(StatementWord.AGING) + " · "
                + aging.credits().currency().getCurrencyCode(), words.of(StatementWord.FINANCE_OPEN_TOTAL, "amount",
                        words.money(aging.balance())), bars);
    }

    private BarChart.Bar bar(BarChart.Kind kind, String label, Money amount, long longest) {
        return new BarChart.Bar(kind, label, words.amount(amount),
                (int) Math.round(Math.abs(amount.minorUnits()) * 1000.0 / longest));
    }

    private String bucket(AgingBuckets buckets, int index) {
        return index == 0 ? words.of(StatementWord.NOT_DUE) : words.of(StatementWord.DAYS_RANGE, "days", buckets.days(index));
    }

    private void chart(List<BarChart.Panel> panels) {
        String alt = panels.stream().map(panel -> panel.title() + ": " + panel.bars().stream()
                .map(bar -> bar.label() + " " + bar.amount()).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        List<String> lines = new ArrayList<>();
        for (BarChart.Panel panel : panels) {
            lines.add("");
            lines.add(panel.title() + " · " + panel.total());
            int labels = panel.bars().stream().mapToInt(bar -> bar.label().length()).max().orElse(0);
            for (BarChart.Bar bar : panel.bars()) {
                int length = bar.share() == 0 ? 0 : Math.max(1, bar.share() * TEXT_BAR / 1000);
                lines.add("  " + bar.label() + " ".repeat(labels - bar.label().length() + 2) + "█".repeat(length)
                        + (length == 0 ? "" : " ") + bar.amount());
            }
        }
        page.picture(CHART, alt, BarChart.WIDTH, lines);
    }

    private void totals() {
        List<List<String>> rows = new ArrayList<>();
        summary.totals().forEach((currency, totals) -> rows.add(List.of(currency.getCurrencyCode(),
                Integer.toString(totals.statements()), words.amount(totals.opening()), words.amount(totals.openItems()),
                words.amount(totals.unapplied().negated()), words.amount(totals.closing()))));
        page.heading(words.of(StatementWord.TOTAL)).table(List.of(words.of(StatementWord.FINANCE_CURRENCY),
                words.of(StatementWord.FINANCE_STATEMENTS), words.of(StatementWord.OPENING),
                words.of(StatementWord.PROOF_ITEMS), words.of(StatementWord.PROOF_UNAPPLIED),
                words.of(StatementWord.CLOSING)), rows);
    }

    private void aging() {
        List<String> header = new ArrayList<>(List.of(words.of(StatementWord.FINANCE_CURRENCY)));
        AgingBuckets buckets = summary.totals().values().iterator().next().aging().buckets();
        for (int i = 0; i < buckets.count(); i++) {
            header.add(bucket(buckets, i));
        }
        header.addAll(List.of(words.of(StatementWord.CREDITS), words.of(StatementWord.AGING_BALANCE)));
        List<List<String>> rows = new ArrayList<>();
        for (CurrencyTotals totals : summary.totals().values()) {
            List<String> row = new ArrayList<>(List.of(totals.closing().currency().getCurrencyCode()));
            totals.aging().amounts().forEach(amount -> row.add(words.amount(amount)));
            row.add(words.amount(totals.aging().credits().negated()));
            row.add(words.amount(totals.aging().balance()));
            rows.add(row);
        }
        page.heading(words.of(StatementWord.AGING)).table(header, rows);
    }

    /** What the ledger's balance consists of. */
    private void parts() {
        List<List<String>> rows = new ArrayList<>();
        for (LedgerComparison each : summary.ledger()) {
            rows.add(List.of(each.ledger().currency().getCurrencyCode(), words.amount(each.inStatements()),
                    words.amount(each.knownLater()), words.amount(each.leftOut().plus(each.notMade())),
                    words.amount(each.withoutCustomer()), words.amount(each.ledger())));
        }
        if (!rows.isEmpty()) {
            page.heading(words.of(StatementWord.FINANCE_LEDGER)).table(List.of(words.of(StatementWord.FINANCE_CURRENCY),
                    words.of(StatementWord.FINANCE_IN_STATEMENTS), words.of(StatementWord.FINANCE_LATER),
                    words.of(StatementWord.FINANCE_WITHOUT), words.of(StatementWord.FINANCE_UNKNOWN_CUSTOMER),
                    words.of(StatementWord.AGING_BALANCE)), rows);
        }
    }

    private void notMade() {
        if (summary.notMade().isEmpty()) {
            return;
        }
        page.heading(words.of(StatementWord.FINANCE_FAILED));
        summary.notMade().stream().limit(NAMED_MOST).forEach(each -> page.paragraph((each.customer().number() + " "
                + each.currency()).strip() + ": " + each.detail()));
        if (summary.notMade().size() > NAMED_MOST) {
            page.paragraph(words.of(StatementWord.FINANCE_MORE, Map.of("month", summary.month().toString(),
                    "count", Integer.toString(summary.notMade().size() - NAMED_MOST))));
        }
    }

    /** By reason, the first customers of each by name. */
    private void notMailed() {
        Map<HeldBack.Reason, List<HeldBack>> byReason = new TreeMap<>(summary.notMailed().stream()
                .collect(Collectors.groupingBy(HeldBack::reason)));
        if (byReason.isEmpty()) {
            return;
        }
        page.heading(words.of(StatementWord.FINANCE_HELD));
        byReason.forEach((reason, held) -> page.paragraph(words.of(StatementWord.FINANCE_HELD_LINE, Map.of(
                "count", Integer.toString(held.size()), "reason", words.of(reason),
                "customers", held.stream().limit(NAMED_MOST).map(each -> each.customer().number() + " " + each.currency())
                        .collect(Collectors.joining(", ")) + (held.size() > NAMED_MOST ? ", …" : "")))));
        page.paragraph(words.of(StatementWord.FINANCE_RELEASE, "month", summary.month().toString()));
    }
}
