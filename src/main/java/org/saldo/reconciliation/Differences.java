package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.money.Money;

/**
 * What payers may keep back for a reason that can be seen, and what becomes of it.
 *
 * @param deductionWords what payers write as the reason of a deduction
 */
public record Differences(WithholdingTax withholdingTax, BankCharges bankCharges, DeductionWords deductionWords) {

    /** Those of the policy that is shipped: whatever is kept back stays open. */
    static Differences shipped() {
        LocalDate brazil = LocalDate.of(2018, 11, 23);
        return new Differences(new WithholdingTax(Remainder.OPEN, List.of(
                new WithholdingTax.Rate("ES", new BigDecimal("15"), WithholdingTax.Base.NET, LocalDate.of(2015, 7, 12),
                        Optional.empty(), "Ley 35/2006 art. 101.5 a), Real Decreto-ley 9/2015: services of professionals"),
                rate(brazil, "1.5", "Decreto 9.580/2018 art. 714: IRRF on services of professionals"),
                rate(brazil, "4.65", "Lei 10.833/2003 art. 30 and 31: CSLL, COFINS and PIS on services"),
                rate(brazil, "6.15", "both of them together"))),
                new BankCharges(Remainder.OPEN, new Tolerance(Stream.of(Money.of("EUR", "25.00"), Money.of("USD", "25.00"),
                        Money.of("GBP", "25.00"), Money.of("CHF", "25.00"), Money.of("CNY", "200.00"))
                        .collect(Collectors.toMap(Money::currency, money -> money)), new BigDecimal("5")),
                        ShippedWords.OF_CHARGES),
                new DeductionWords(Map.copyOf(ShippedWords.OF_DEDUCTIONS)));
    }

    private static WithholdingTax.Rate rate(LocalDate from, String percent, String source) {
        return new WithholdingTax.Rate("BR", new BigDecimal(percent), WithholdingTax.Base.GROSS, from, Optional.empty(), source);
    }

    Differences with(WithholdingTax other) {
        return new Differences(other, bankCharges, deductionWords);
    }

    Differences with(BankCharges other) {
        return new Differences(withholdingTax, other, deductionWords);
    }
}
