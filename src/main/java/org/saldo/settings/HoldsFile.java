package org.saldo.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.saldo.credit.HoldPolicy;
import org.saldo.delivery.MailAddress;
import org.saldo.money.Money;

/** Reads {@code policies/holds.yaml}: when the ERP is asked to hold or release deliveries, and how it is told. */
public final class HoldsFile {

    private static final Set<String> SIGNALS = Set.of("COMPLAINT", "LAWYER", "INSOLVENCY");
    private static final Set<String> INSTRUMENTS = Set.of("TRANSFER", "DIRECT_DEBIT", "CHEQUE", "BILL", "CARD");

    private HoldsFile() {
    }

    /** By which way the ERP is told. */
    public enum Way { FILE, MAIL, SQL }

    /** @param to for MAIL, @param statement for SQL; empty otherwise */
    public record Sending(Way way, List<String> to, String statement) {
    }

    /** The policy, and how the ERP is told. */
    public record Holds(HoldPolicy policy, Sending sending) {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static Holds read(Path file) {
        YamlSection root = YamlSection.read(file);
        try {
            HoldPolicy policy = new HoldPolicy(root.text("version"), root.flag("on", false), root.whole("overdue-days"),
                    root.moneys("overdue-more-than").stream().collect(Collectors.toMap(Money::currency, Function.identity())),
                    root.optional("over-limit-percent", "a whole number", Integer::valueOf), root.flag("ladder-step", false),
                    root.whole("broken-promises"),
                    root.flag("broken-plan", false), known(root, "signals", SIGNALS), root.whole("signal-days"),
                    root.whole("again-after-days"), clearDays(root));
            Sending sending = sending(root.section("send"));
            root.refuseUnknown();
            return new Holds(policy, sending);
        } catch (IllegalArgumentException | IllegalStateException fault) {
            throw root.fault("overdue-more-than", fault.getMessage());
        }
    }

    private static Set<String> known(YamlSection section, String key, Set<String> all) {
        List<String> texts = section.texts(key);
        texts.stream().filter(text -> !all.contains(text)).findFirst().ifPresent(text -> {
            throw section.fault(key, "'" + text + "' is none of " + all.stream().sorted().collect(Collectors.joining(", ")));
        });
        return Set.copyOf(texts);
    }

    private static Map<String, Integer> clearDays(YamlSection root) {
        YamlSection section = root.section("clear-days");
        Map<String, Integer> days = new HashMap<>();
        section.keys().forEach(key -> {
            if (!INSTRUMENTS.contains(key)) {
                throw section.fault(key, "is none of " + INSTRUMENTS.stream().sorted().collect(Collectors.joining(", ")));
            }
            days.put(key, section.whole(key));
        });
        return days;
    }

    private static Sending sending(YamlSection section) {
        Way way = section.parsed("by", "file, mail or sql", text -> Way.valueOf(text.toUpperCase(Locale.ROOT)));
        List<String> to = section.texts("to");
        to.forEach(address -> MailAddress.problemOf(address).ifPresent(problem -> {
            throw section.fault("to", problem);
        }));
        String statement = section.text("statement", "");
        if (way == Way.MAIL && to.isEmpty() || way == Way.SQL && !statement.contains(":request")) {
            throw section.fault("by", way == Way.MAIL ? "needs 'to: [ADDRESS]'"
                    : "needs a 'statement' with :request in it, by which the ERP knows a request again");
        }
        section.refuseUnknown();
        return new Sending(way, to, statement);
    }
}
