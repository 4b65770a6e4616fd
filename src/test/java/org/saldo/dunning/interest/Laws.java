package org.saldo.dunning.interest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.money.Money;
import org.saldo.settings.InterestRatesFile;

/** The shipped laws, and short ways to say what was late. */
public final class Laws {

    static final Map<String, Law> SHIPPED = InterestRatesFile.read(Path.of("config/policies/interest-rates.yaml"));
    static final LocalDate DUE = LocalDate.of(2025, 5, 30);
    static final LocalDate RECEIVED = LocalDate.of(2025, 8, 20);

    private Laws() {
    }

    public static Law law(String id) {
        return Optional.ofNullable(SHIPPED.get(id)).orElseThrow();
    }

    static OpenByDay.Settled settled(String on, String amount) {
        return new OpenByDay.Settled(LocalDate.parse(on), Money.of("EUR", amount));
    }

    static LateItem late(LocalDate due, Money amount, OpenByDay.Settled... settled) {
        return new LateItem("INV-1", due, Optional.empty(), new OpenByDay(amount, List.of(settled)));
    }
}
