package org.saldo.truth;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;

/**
 * A customer as the maker of a world knows it, which is more than the ledger does.
 *
 * @param account      the account that it pays from, whether or not the ledger knows it
 * @param onFile       whether the ledger knows that account
 * @param sameEachTime the sum that it is billed each time, of a subscription
 * @param discount     percent for payment within ten days
 */
record Party(CustomerId id, String name, String country, Currency currency, String account, boolean onFile,
             Optional<Money> sameEachTime, Optional<BigDecimal> discount, int days) {

    private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "nl", "zh");

    Customer customer() {
        String language = LANGUAGES.get(Math.floorMod(name.hashCode(), LANGUAGES.size()));
        return new Customer(id, name, country, language, currency.getCurrencyCode(), id.number() + "@example.org",
                onFile ? account : "", "NET" + days, "", name, "", "", "", "", "", "", Optional.empty(), "", "", "", false,
                false);
    }
}
