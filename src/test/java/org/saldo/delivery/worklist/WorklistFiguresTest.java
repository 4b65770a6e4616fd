package org.saldo.delivery.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saldo.money.Money;

/** What matters most of what waits, without comparing amounts of two currencies. */
class WorklistFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 5);

    @Test
    void manyPesosDoNotGoBeforeMoreEuros() {
        assertThat(mostUrgent(10)).containsExactly("E-2", "C-1", "E-1", "C-2", "E-3");
        assertThat(mostUrgent(3)).containsExactly("E-2", "C-1", "E-1");
    }

    private static List<String> mostUrgent(int most) {
        WorklistFigures figures = new WorklistFigures(DAY, most);
        figures.add(line(1, "C-1", "COP", "4000000", 2));
        figures.add(line(2, "C-2", "COP", "3000000", 2));
        figures.add(line(3, "E-1", "EUR", "900.00", 2));
        figures.add(line(4, "E-2", "EUR", "900000.00", 0));
        figures.add(line(5, "E-3", "EUR", "0.01", 9));
        return figures.lines().stream().map(WorklistLine::paymentId).toList();
    }

    private static WorklistLine line(long receipt, String paymentId, String currency, String amount, int days) {
        Money money = Money.of(currency, amount);
        return new WorklistLine("main", receipt, 0, paymentId, "DE89", DAY.minusDays(days), money, money, "", "", "", "", "", "",
                "DEFERRED", "PAYER_UNKNOWN", "", "");
    }
}
