package org.saldo.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.money.Money;
import org.saldo.reconciliation.AllocationOrder;
import org.saldo.reconciliation.AllocationOrders;
import org.saldo.reconciliation.BankTags;
import org.saldo.reconciliation.Differences;
import org.saldo.reconciliation.ExchangePolicy;
import org.saldo.reconciliation.GivingUp;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.OtherNumbers;
import org.saldo.reconciliation.Rule;
import org.saldo.reconciliation.Tolerance;

/** Reads {@code policies/matching.yaml}: what cash application may do by itself. */
public final class MatchingFile {

    private MatchingFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static MatchingPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        YamlSection rules = root.section("rules");
        Set<Rule> on = EnumSet.noneOf(Rule.class);
        for (Rule rule : Rule.values()) {
            if (rule != Rule.NONE && rules.parsed(rule.label(), "true or false", MatchingFile::flag)) {
                on.add(rule);
            }
        }
        rules.refuseUnknown();
        String version = root.text("version");
        int minimumDigits = root.whole("minimum-digits");
        int partPaymentDigits = root.whole("part-payment-digits");
        int searchedItems = root.whole("searched-items");
        int adviceDays = root.whole("advice-days");
        int graceDays = root.whole("discount-grace-days");
        int confirmations = root.whole("confirmations-needed");
        int secondLook = root.whole("second-look-days");
        GivingUp tolerance = givingUp(root.section("tolerance"));
        Tolerance overpayment = tolerance(root.section("overpayment"));
        ExchangePolicy exchange = exchange(root.section("other-currency"));
        List<String> onAccountWords = root.texts("on-account-words");
        List<String> numberWords = root.texts("number-words");
        AllocationOrders orders = orders(root.section("allocation-order"));
        Differences differences = DifferencesSection.read(root);
        OtherNumbers otherNumbers = otherNumbers(root.section("other-numbers"));
        List<Integer> roundShares = root.texts("round-shares").stream().map(share -> share(root, share)).toList();
        OverToleranceFile.of(root);
        root.refuseUnknown();
        try {
            return new MatchingPolicy(version, on, minimumDigits, partPaymentDigits, searchedItems, adviceDays,
                    graceDays, confirmations, secondLook, tolerance, overpayment, exchange,
                    onAccountWords, numberWords, orders, differences, otherNumbers, roundShares);
        } catch (IllegalArgumentException fault) {
            throw root.fault("version", fault.getMessage());
        }
    }

    private static OtherNumbers otherNumbers(YamlSection section) {
        List<String> orders = section.texts("orders");
        List<String> banks = section.texts("banks");
        List<String> telephones = section.texts("telephones");
        List<String> currencies = section.texts("currencies");
        BankTags tags = tags(section);
        section.refuseUnknown();
        try {
            return new OtherNumbers(orders, banks, telephones, currencies, tags);
        } catch (IllegalArgumentException fault) {
            throw section.fault("orders", fault.getMessage() + "; write letters");
        }
    }

    private static BankTags tags(YamlSection section) {
        try {
            return new BankTags(section.texts("bank-tags"));
        } catch (IllegalArgumentException fault) {
            throw section.fault("bank-tags", fault.getMessage() + "; write it as the bank does, such as EREF");
        }
    }

    private static int share(YamlSection root, String text) {
        if (!text.matches("[1-9][0-9]?")) {
            throw root.fault("round-shares", "'" + text + "' is not a whole percentage from 1 to 99");
        }
        return Integer.parseInt(text);
    }

    private static ExchangePolicy exchange(YamlSection section) {
        boolean settlesRest = section.parsed("settle-rest", "true or false", MatchingFile::flag);
        return new ExchangePolicy(tolerance(section), settlesRest);
    }

    private static AllocationOrders orders(YamlSection section) {
        AllocationOrders orders = new AllocationOrders(order(section, "otherwise"), ordersOf(section, "companies"),
                ordersOf(section, "countries"), ordersOf(section, "customers"));
        section.refuseUnknown();
        return orders;
    }

    private static Map<String, AllocationOrder> ordersOf(YamlSection section, String whose) {
        Optional<YamlSection> given = section.optionalSection(whose);
        if (given.isEmpty()) {
            return Map.of();
        }
        YamlSection each = given.get();
        return each.keys().stream().collect(Collectors.toMap(key -> key, key -> order(each, key)));
    }

    private static AllocationOrder order(YamlSection section, String key) {
        return section.parsed(key, Arrays.stream(AllocationOrder.values()).map(AllocationOrder::label)
                .collect(Collectors.joining(", ")), text -> AllocationOrder.of(text).orElseThrow());
    }

    private static GivingUp givingUp(YamlSection section) {
        Map<Currency, Money> perCustomer = amounts(section, "month-per-customer");
        Map<Currency, Money> perCompany = amounts(section, "month-per-company");
        int again = section.whole("short-again");
        int last = section.whole("of-last");
        List<GivingUp.Narrower> narrower = section.sections("narrower").stream().map(MatchingFile::narrower).toList();
        Tolerance company = tolerance(section);
        try {
            return new GivingUp(company, narrower, perCustomer, perCompany, again, last);
        } catch (IllegalArgumentException fault) {
            throw section.fault("month-per-customer", fault.getMessage());
        }
    }

    private static GivingUp.Narrower narrower(YamlSection section) {
        String customer = section.text("customer", "");
        String segment = section.text("segment", "");
        section.texts("customer");
        section.texts("segment");
        try {
            return new GivingUp.Narrower(customer, segment, tolerance(section));
        } catch (IllegalArgumentException fault) {
            throw section.fault("percent", fault.getMessage());
        }
    }

    private static Map<Currency, Money> amounts(YamlSection section, String key) {
        return section.moneys(key).stream().collect(Collectors.toMap(Money::currency, amount -> amount, Money::min));
    }

    static Tolerance tolerance(YamlSection section) {
        Map<Currency, Money> upTo = amounts(section, "up-to");
        BigDecimal percent = section.decimal("percent");
        section.refuseUnknown();
        try {
            return new Tolerance(upTo, percent);
        } catch (IllegalArgumentException fault) {
            throw section.fault("percent", fault.getMessage());
        }
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }
}
