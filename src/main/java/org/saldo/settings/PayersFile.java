package org.saldo.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.ledger.ReferenceKey;
import org.saldo.reconciliation.CompanyForms;
import org.saldo.reconciliation.PayerRelations;

/** Reads {@code policies/payers.yaml}: who pays for whom, and which accounts of ours only one customer is given. */
public final class PayersFile {

    private static final String ANYBODY = "all";
    private static final Map<String, PayerRelations.By> PAYERS = Map.of("payer-customer", PayerRelations.By.CUSTOMER,
            "payer-account", PayerRelations.By.ACCOUNT, "payer-name", PayerRelations.By.NAME);

    private PayersFile() {
    }

    /**
     * Without the file nobody pays for anybody else than by master data.
     *
     * @throws SettingsException with file and line, when a value is missing, wrong or unknown
     */
    public static PayerRelations read(Path file) {
        if (Files.notExists(file)) {
            return PayerRelations.none();
        }
        YamlSection root = YamlSection.read(file);
        CompanyForms forms = forms(root);
        List<PayerRelations.Relation> relations = root.sections("relations").stream()
                .map(section -> relation(section, forms)).toList();
        List<PayerRelations.VirtualAccount> accounts = accounts(root.sections("virtual-accounts"));
        List<String> pooled = root.texts("never-learn");
        pooled.stream().filter(word -> ReferenceKey.of(word).isEmpty()).findFirst().ifPresent(word -> {
            throw root.fault("never-learn", "'" + word + "' is no name; write letters or digits");
        });
        root.refuseUnknown();
        return new PayerRelations(relations, accounts, pooled, forms);
    }

    /** A file that names none means those that are shipped. */
    private static CompanyForms forms(YamlSection root) {
        List<String> words = root.texts("company-forms");
        try {
            return words.isEmpty() ? CompanyForms.SHIPPED : new CompanyForms(words);
        } catch (IllegalArgumentException fault) {
            throw root.fault("company-forms", fault.getMessage() + "; write one word each, such as GmbH");
        }
    }

    private static PayerRelations.Relation relation(YamlSection section, CompanyForms forms) {
        List<String> named = PAYERS.keySet().stream().filter(section::has).sorted().toList();
        if (named.size() != 1) {
            throw section.fault("relations", "name the payer by exactly one of payer-customer, payer-account, payer-name");
        }
        String key = named.get(0);
        PayerRelations.By by = PAYERS.get(key);
        String payer = section.text(key);
        boolean nothing = by == PayerRelations.By.NAME ? forms.of(payer).isEmpty() : ReferenceKey.of(payer).isEmpty();
        if (nothing) {
            throw section.fault(key, "'" + payer + "' names nobody; write a customer's number, an account or a name");
        }
        PayerRelations.Relation relation = new PayerRelations.Relation(section.text("company", ""), by, payer,
                customers(section), section.parsed("kind", "one of " + Arrays.stream(PayerRelations.Kind.values())
                        .map(Enum::name).collect(Collectors.joining(", ")), PayerRelations.Kind::valueOf), days(section),
                section.parsed("auto", "true or false", PayersFile::flag));
        section.refuseUnknown();
        return relation;
    }

    private static Set<String> customers(YamlSection section) {
        List<String> customers = section.texts("pays-for");
        if (customers.isEmpty() || customers.contains("")) {
            throw section.fault("pays-for", "is missing; name customers, or 'all'");
        }
        return customers.equals(List.of(ANYBODY)) ? Set.of() : Set.copyOf(customers.stream().distinct().toList());
    }

    private static List<PayerRelations.VirtualAccount> accounts(List<YamlSection> sections) {
        List<PayerRelations.VirtualAccount> found = new ArrayList<>();
        Map<String, List<PayerRelations.VirtualAccount>> byAccount = new HashMap<>();
        for (YamlSection section : sections) {
            PayerRelations.VirtualAccount account = new PayerRelations.VirtualAccount(section.text("company", ""),
                    section.text("account"), section.text("customer"), days(section));
            section.refuseUnknown();
            List<PayerRelations.VirtualAccount> same = byAccount.computeIfAbsent(account.company() + "/"
                    + ReferenceKey.of(account.account()), any -> new ArrayList<>());
            same.stream().filter(other -> other.days().overlap(account.days())).findFirst().ifPresent(other -> {
                throw section.fault("account", "'" + account.account() + "' is given to " + other.customer()
                        + " in the same days; one customer at a time");
            });
            same.add(account);
            found.add(account);
        }
        return found;
    }

    private static PayerRelations.Days days(YamlSection section) {
        try {
            return new PayerRelations.Days(section.optional("from", "a day such as 2026-09-30", LocalDate::parse),
                    section.optional("until", "a day such as 2026-09-30", LocalDate::parse));
        } catch (IllegalArgumentException fault) {
            throw section.fault("until", fault.getMessage() + "; swap the days");
        }
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }
}
