package org.saldo.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.Authority;
import org.saldo.ledger.PersonAction;
import org.saldo.money.Money;

/**
 * Reads {@code policies/authority.yaml}: which person may decide what by hand, for which companies and up to which
 * amount, what needs a second person, and who is behind a mail or a dropped file.
 */
public final class AuthorityFile {

    private static final String WITHOUT_LIMIT = "any";

    private AuthorityFile() {
    }

    /** What may be done, by a role or a person. */
    private record Right(Set<PersonAction> actions, Optional<Map<Currency, Money>> upTo, Set<String> companies) {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static Authority read(Path file) {
        YamlSection root = YamlSection.read(file);
        Map<String, List<Right>> roles = new HashMap<>();
        for (YamlSection role : root.sections("roles")) {
            String name = role.text("role");
            if (roles.put(name, rights(role)) != null) {
                throw role.fault("role", "'" + name + "' stands here twice; keep one");
            }
            role.refuseUnknown();
        }
        List<Authority.Grant> grants = new ArrayList<>();
        Map<String, String> senders = new HashMap<>();
        Set<String> people = new HashSet<>();
        for (YamlSection section : root.sections("people")) {
            grants.addAll(grants(section, roles, people, senders));
        }
        List<Authority.FourEyes> fourEyes = root.sections("second-person-above").stream().map(AuthorityFile::fourEyes).toList();
        Optional<String> dropped = Optional.of(root.text("dropped-instructions-by", "")).filter(name -> !name.isEmpty());
        if (dropped.isPresent() && !people.contains(dropped.get())) {
            throw root.fault("dropped-instructions-by", "'" + dropped.get() + "' is nobody under 'people:'; name one of them");
        }
        root.refuseUnknown();
        return new Authority(file.toString(), grants, fourEyes, senders, dropped);
    }

    private static List<Authority.Grant> grants(YamlSection section, Map<String, List<Right>> roles, Set<String> people,
            Map<String, String> senders) {
        String person = section.text("person");
        if (person.isEmpty() || !people.add(person)) {
            throw section.fault("person", "'" + person + "' is empty or stands here twice; keep one");
        }
        for (String address : section.texts("mail")) {
            if (!address.contains("@") || senders.put(address.toLowerCase(Locale.ROOT), person) != null) {
                throw section.fault("mail", "'" + address + "' is no address, or stands here twice; keep one person for it");
            }
        }
        List<Right> rights = new ArrayList<>(rights(section));
        section.texts("roles").forEach(role -> rights.addAll(ofRole(section, roles, role)));
        section.refuseUnknown();
        return rights.stream().map(right -> new Authority.Grant(person, right.actions(), right.upTo(), right.companies()))
                .toList();
    }

    private static List<Right> ofRole(YamlSection section, Map<String, List<Right>> roles, String role) {
        if (!roles.containsKey(role)) {
            throw section.fault("roles", "'" + role + "' is no role of this file; add it under 'roles:'");
        }
        return roles.get(role);
    }

    private static List<Right> rights(YamlSection section) {
        return section.sections("may").stream().map(AuthorityFile::right).toList();
    }

    private static Right right(YamlSection section) {
        Set<PersonAction> actions = actions(section);
        boolean money = actions.stream().anyMatch(PersonAction::movesMoney);
        if (money && !section.has("up-to")) {
            throw section.fault("actions", "these move money: add 'up-to: [EUR 100.00]' with a limit per currency,"
                    + " or 'up-to: any'");
        }
        Optional<Map<Currency, Money>> upTo = section.has("up-to") ? limits(section) : Optional.empty();
        Set<String> companies = Set.copyOf(section.texts("companies"));
        section.refuseUnknown();
        return new Right(actions, upTo, companies);
    }

    private static Authority.FourEyes fourEyes(YamlSection section) {
        Set<PersonAction> actions = actions(section);
        actions.stream().filter(action -> !action.movesMoney() && action != PersonAction.ANSWER).findFirst().ifPresent(action -> {
            throw section.fault("actions", "'" + action.word() + "' moves no money; leave it out here");
        });
        if (!section.has("amounts")) {
            throw section.fault("actions", "is without 'amounts: [EUR 1000.00]'; add them, EUR 0.00 for every amount");
        }
        Authority.FourEyes rule = new Authority.FourEyes(actions, amounts(section, "amounts"),
                Set.copyOf(section.texts("companies")));
        section.refuseUnknown();
        return rule;
    }

    private static Set<PersonAction> actions(YamlSection section) {
        Set<PersonAction> actions = EnumSet.noneOf(PersonAction.class);
        for (String word : section.texts("actions")) {
            actions.add(PersonAction.of(word).orElseThrow(() -> section.fault("actions",
                    "'" + word + "' is none of " + PersonAction.words())));
        }
        if (actions.isEmpty()) {
            throw section.fault("actions", "is missing; name at least one of " + PersonAction.words());
        }
        return actions;
    }

    private static Optional<Map<Currency, Money>> limits(YamlSection section) {
        return section.texts("up-to").equals(List.of(WITHOUT_LIMIT)) ? Optional.empty()
                : Optional.of(amounts(section, "up-to"));
    }

    private static Map<Currency, Money> amounts(YamlSection section, String key) {
        Map<Currency, Money> amounts = new HashMap<>();
        for (String text : section.texts(key)) {
            Money amount = amount(section, key, text);
            if (amounts.put(amount.currency(), amount) != null) {
                throw section.fault(key, amount.currency() + " stands here twice; keep one");
            }
        }
        return amounts;
    }

    private static Money amount(YamlSection section, String key, String text) {
        List<String> parts = Arrays.asList(text.split("\\s+"));
        try {
            Money limit = Money.of(parts.get(0), parts.get(1));
            if (parts.size() == 2 && !limit.isNegative()) {
                return limit;
            }
        } catch (RuntimeException unreadable) {
            // told below, like every other wrong text
        }
        throw section.fault(key, "'" + text + "' is neither 'any' nor an amount such as EUR 100.00");
    }
}
