package org.saldo.dunning.interest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.saldo.money.Money;

/**
 * The interest on one item, line by line; {@code total} is the sum of the lines. {@code lumpSum} is due once for the
 * item, however often its interest is looked at; empty when the delay has not begun or the law gives none.
 */
public record Interest(LateItem item, List<Line> lines, Money total, Optional<Money> lumpSum) {

    /**
     * So many days on one amount at one rate.
     *
     * @param last   the last day that counts
     * @param rate   percent a year
     * @param why    how the rate comes about
     * @param source where it was read
     */
    public record Line(LocalDate first, LocalDate last, long days, Money base, BigDecimal rate, String why, String source,
            Money amount) {

        public String words() {
            return first + " to " + last + ": " + days + " days, " + base + " at " + rate.toPlainString() + " % (" + why
                    + "): " + amount;
        }
    }

    public Interest {
        lines = List.copyOf(lines);
    }

    /** Every figure, a line each. */
    public String words() {
        StringBuilder words = new StringBuilder(item.document() + ", due " + item.due() + ": " + total);
        lines.forEach(line -> words.append(System.lineSeparator()).append("  ").append(line.words()).append("; ")
                .append(line.source()));
        lumpSum.ifPresent(sum -> words.append(System.lineSeparator()).append("  lump sum: ").append(sum));
        return words.toString();
    }
}
