package org.saldo.delivery;

import java.util.ArrayList;
import java.util.List;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.MonthSummary;

/** What finance is told of the ERP's control account: whether it says what we say, and what a difference is. */
final class ControlPart {

    private static final int NAMED_MOST = 8;
    private static final int CUSTOMERS_MOST = 20;

    private ControlPart() {
    }

    static void write(MailPage page, MonthSummary summary, StatementWording words) {
        if (summary.controls().isEmpty()) {
            return;
        }
        page.heading(words.of(StatementWord.FINANCE_CONTROL, "day", words.day(summary.cutOff())));
        List<List<String>> rows = new ArrayList<>();
        for (ControlComparison control : summary.controls()) {
            rows.add(List.of(control.ours().currency().getCurrencyCode(), words.amount(control.ours()),
                    control.theirs().map(words::amount).orElse("?"), control.difference().map(words::amount).orElse("?")));
        }
        page.table(head(StatementWord.FINANCE_CURRENCY, words), rows);
        for (ControlComparison control : summary.controls()) {
            page.paragraph(control.ours().currency().getCurrencyCode() + ": " + verdict(control, words));
            customers(page, control, words);
        }
    }

    private static List<String> head(StatementWord first, StatementWording words) {
        return List.of(words.of(first), words.of(StatementWord.FINANCE_OURS), words.of(StatementWord.FINANCE_THEIRS),
                words.of(StatementWord.FINANCE_DIFFERENCE));
    }

    private static String verdict(ControlComparison control, StatementWording words) {
        if (control.theirs().isEmpty()) {
            return words.of(StatementWord.FINANCE_NO_CONTROL);
        }
        if (control.agrees()) {
            return words.of(StatementWord.FINANCE_AGREES);
        }
        String difference = words.of(StatementWord.FINANCE_DIFFERENCE) + " "
                + words.money(control.difference().orElseThrow()) + " ";
        if (control.named().isEmpty()) {
            return control.customers().isEmpty() ? difference + words.of(StatementWord.FINANCE_UNNAMED) : difference.strip();
        }
        List<String> rows = control.named().subList(0, Math.min(NAMED_MOST, control.named().size()));
        String named = String.join(", ", rows) + (rows.size() < control.named().size() ? ", …" : "");
        return difference + words.of(StatementWord.FINANCE_NAMED, "rows", named);
    }

    /** Whose balances the ERP says otherwise, and what that leaves of the difference. */
    private static void customers(MailPage page, ControlComparison control, StatementWording words) {
        if (control.customers().isEmpty()) {
            return;
        }
        List<List<String>> rows = control.customers().stream().limit(CUSTOMERS_MOST).map(each -> List.of(each.number(),
                words.amount(each.ours()), words.amount(each.theirs()), words.amount(each.difference()))).toList();
        page.paragraph(words.of(StatementWord.FINANCE_BY_CUSTOMER)).table(head(StatementWord.CUSTOMER, words), rows);
        if (control.customers().size() > CUSTOMERS_MOST) {
            page.paragraph("… +" + (control.customers().size() - CUSTOMERS_MOST));
        }
        page.paragraph(control.unexplained().isZero() ? words.of(StatementWord.FINANCE_BY_CUSTOMER_WHOLE)
                : words.of(StatementWord.FINANCE_BY_CUSTOMER_REST, "amount", words.money(control.unexplained())));
    }
}
