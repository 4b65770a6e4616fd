package org.saldo.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.ledger.Authority;
import org.saldo.ledger.PersonAction;
import org.saldo.money.Money;

/** Reads {@code policies/authority.yaml}: which person may decide what by hand, up to which amount. */
public final class AuthorityFile {

    private static final String WITHOUT_LIMIT = "any";

    private AuthorityFile() {
    }

    /** What may be done, by a role or a person. */
    private record Right(Set<PersonAction> actions, Optional<Map<Currency, Money>> upTo) {
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
        Set<String> people = new HashSet<>();
        for (YamlSection section : root.sections("people")) {
            String person = section.text("person");
            if (person.isEmpty() || !people.add(person)) {
                throw section.fault("person", "'" + person + "' is empty or stands here twice; keep one");
            }
            List<Right> rights = new ArrayList<>(rights(section));
            section.texts("roles").forEach(role -> rights.addAll(ofRole(section, roles, role)));
            section.refuseUnknown();
            rights.forEach(right -> grants.add(new Authority.Grant(person, right.actions(), right.upTo())));
        }
        root.refuseUnknown();
        return new Authority(file.toString(), grants);
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
        Set<PersonAction> actions = EnumSet.noneOf(PersonAction.class);
        for (String word : section.texts("actions")) {
            actions.add(PersonAction.of(word).orElseThrow(() -> section.fault("actions",
                    "'" + word + "' is none of " + PersonAction.words())));
        }
        if (actions.isEmpty()) {
            throw section.fault("actions", "is missing; name at least one of " + PersonAction.words());
        }
        boolean money = actions.stream().anyMatch(PersonAction::movesMoney);
        if (money && !section.has("up-to")) {
            throw section.fault("actions", "these move money: add 'up-to: [EUR 100.00]' with a limit per currency,"
                    + " or 'up-to: any'");
        }
        Optional<Map<Currency, Money>> upTo = section.has("up-to") ? limits(section) : Optional.empty();
        section.refuseUnknown();
        return new Right(actions, upTo);
    }

    private static Optional<Map<Currency, Money>> limits(YamlSection section) {
        List<String> texts = section.texts("up-to");
        if (texts.equals(List.of(WITHOUT_LIMIT))) {
            return Optional.empty();
        }
        Map<Currency, Money> limits = new HashMap<>();
        for (String text : texts) {
            Money limit = amount(section, text);
            if (limits.put(limit.currency(), limit) != null) {
                throw section.fault("up-to", limit.currency() + " stands here twice; keep one");
            }
        }
        return Optional.of(limits);
    }

    private static Money amount(YamlSection section, String text) {
        List<String> parts = Arrays.asList(text.split("\\s+"));
        try {
            Money limit = Money.of(parts.get(0), parts.get(1));
            if (parts.size() == 2 && !limit.isNegative()) {
                return limit;
            }
        } catch (RuntimeException unreadable) {
            // told below, like every other wrong text
        }
        throw section.fault("up-to", "'" + text + "' is neither 'any' nor an amount such as EUR 100.00");
    }
}
