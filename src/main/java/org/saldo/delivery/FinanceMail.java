package org.saldo.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.CurrencyTotals;
import org.saldo.statement.MonthSummary;

/** The mail to finance when a month's statements are made: on one screen what was made, what was not, and what it adds up to. */
public final class FinanceMail {

    private static final int NAMED_MOST = 8;

    private final Company company;
    private final MonthSummary summary;
    private final StatementWording words;
    private final MailPage page = new MailPage();

    private FinanceMail(Company company, MonthSummary summary, StatementWording words) {
        this.company = company;
        this.summary = summary;
        this.words = words;
    }

    /**
     * @param customers one sentence on the mails to customers
     * @param zip       all statements in one file, or nothing when they are too large; then {@code folder} says where they are
     */
    public static OutgoingMail of(Company company, MonthSummary summary, StatementWording words, String from,
                                  String businessKey, String customers, List<OutgoingMail.Attachment> zip, String folder) {
        FinanceMail mail = new FinanceMail(company, summary, words);
        mail.write(customers, zip.isEmpty() ? words.of(StatementWord.FINANCE_FOLDER, "folder", folder)
                : words.of(StatementWord.FINANCE_ZIP));
        String subject = words.of(StatementWord.FINANCE_SUBJECT, Map.of("month", words.month(summary.month()),
                "company", company.name(), "made", Integer.toString(summary.made()),
                "failed", Integer.toString(summary.notMade().size())));
        return new OutgoingMail(company.id(), MailKind.FINANCE, "", businessKey, from, company.financeMail(),
                company.replyTo(), subject, mail.page.text(), mail.page.html(), zip, words.language().toLanguageTag());
    }

    private void write(String customers, String files) {
        page.paragraph(words.of(StatementWord.FINANCE_COUNTS, Map.of("made", Integer.toString(summary.made()),
                        "left-out", Integer.toString(summary.leftOut()),
                        "failed", Integer.toString(summary.notMade().size()))))
                .paragraph(words.of(StatementWord.FINANCE_PROVED))
                .paragraph(customers);
        if (summary.made() > 0) {
            page.paragraph(files);
            totals();
            aging();
        }
        notMade();
        controls();
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
        List<String> header = new ArrayList<>(List.of(words.of(StatementWord.FINANCE_CURRENCY),
                words.of(StatementWord.NOT_DUE)));
        AgingBuckets buckets = summary.totals().values().iterator().next().aging().buckets();
        for (int i = 1; i < buckets.count(); i++) {
            header.add(words.of(StatementWord.DAYS_RANGE, "days", buckets.days(i)));
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

    private void controls() {
        if (summary.controls().isEmpty()) {
            return;
        }
        page.heading(words.of(StatementWord.FINANCE_CONTROL, "day", words.day(summary.month().atEndOfMonth())));
        List<List<String>> rows = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        for (ControlComparison control : summary.controls()) {
            String currency = control.ours().currency().getCurrencyCode();
            String theirs = control.theirs().map(words::amount).orElse("?");
            String difference = control.difference().map(words::amount).orElse("?");
            rows.add(List.of(currency, words.amount(control.ours()), theirs, difference));
            sentences.add(currency + ": " + verdict(control));
        }
        page.table(List.of(words.of(StatementWord.FINANCE_CURRENCY), words.of(StatementWord.FINANCE_OURS),
                words.of(StatementWord.FINANCE_THEIRS), words.of(StatementWord.FINANCE_DIFFERENCE)), rows);
        sentences.forEach(page::paragraph);
    }

    private String verdict(ControlComparison control) {
        if (control.theirs().isEmpty()) {
            return words.of(StatementWord.FINANCE_NO_CONTROL);
        }
        if (control.agrees()) {
            return words.of(StatementWord.FINANCE_AGREES);
        }
        String difference = words.of(StatementWord.FINANCE_DIFFERENCE) + " " + money(control.difference().orElseThrow()) + " ";
        if (control.named().isEmpty()) {
            return difference + words.of(StatementWord.FINANCE_UNNAMED);
        }
        List<String> rows = control.named().subList(0, Math.min(NAMED_MOST, control.named().size()));
        String named = String.join(", ", rows) + (rows.size() < control.named().size() ? ", …" : "");
        return difference + words.of(StatementWord.FINANCE_NAMED, "rows", named);
    }

    private String money(Money amount) {
        return words.money(amount);
    }
}
