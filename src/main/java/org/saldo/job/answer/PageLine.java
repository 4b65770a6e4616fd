package org.saldo.job.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.AnswerPage.Difference;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.intake.PageForm;
import org.saldo.ledger.DifferenceCode;
import org.saldo.statement.StatementItem;

/**
 * A line of a statement's page that the customer contests, or says to be paid.
 *
 * @param reason    why, as the page calls it; empty when it says nothing
 * @param typed     what the customer says is open of it, as typed
 * @param contested how much of what is open it contests: all but what it says; empty where that cannot be told
 */
record PageLine(StatementItem item, Optional<Difference> reason, String typed, Optional<BigDecimal> contested) {

    /** Those that the page has; others are left out. @param items by the page's key */
    static List<PageLine> of(PageForm form, Map<String, StatementItem> items) {
        return form.lines().stream().filter(line -> items.containsKey(line.key()))
                .map(line -> of(line, items.get(line.key()))).toList();
    }

    private static PageLine of(PageForm.Line line, StatementItem item) {
        Optional<Difference> reason = List.of(Difference.values()).stream().filter(each -> each.name().equals(line.reason()))
                .findFirst();
        BigDecimal open = item.open().toDecimal();
        Optional<BigDecimal> contested = TypedAmount.read(line.amount()).map(said -> open.subtract(said.abs()))
                .filter(rest -> rest.signum() > 0 && rest.compareTo(open) <= 0);
        return new PageLine(item, reason, line.amount(), contested);
    }

    /** Whether nothing is contested: every line is said to be paid. */
    static boolean areAllPaid(List<PageLine> lines) {
        return !lines.isEmpty() && lines.stream().allMatch(PageLine::isPaid);
    }

    String label() {
        return item.label();
    }

    /** In words: {@code INV-2 GOODS 100.00}. */
    String words() {
        return (label() + " " + reason.map(Enum::name).orElse("") + " " + typed).strip();
    }

    /** Whether the customer says that it has paid it. */
    boolean isPaid() {
        return reason.filter(each -> each == Difference.PAID).isPresent();
    }

    AnswerKind kind() {
        return isPaid() ? AnswerKind.PAID : AnswerKind.DISPUTE;
    }

    /** As a dispute calls it. */
    DifferenceCode code() {
        return switch (reason.orElse(Difference.OTHER)) {
            case AMOUNT -> DifferenceCode.PRICE;
            case GOODS -> DifferenceCode.QUALITY_RETURN;
            case PAID, NOT_KNOWN, CREDIT, OTHER -> DifferenceCode.UNKNOWN;
        };
    }
}
