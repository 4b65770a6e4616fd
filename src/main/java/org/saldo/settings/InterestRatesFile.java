package org.saldo.settings;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.interest.DayCount;
import org.saldo.dunning.interest.DelayStart;
import org.saldo.dunning.interest.InForce;
import org.saldo.dunning.interest.Law;
import org.saldo.dunning.interest.LumpSum;
import org.saldo.dunning.interest.RateModel;
import org.saldo.dunning.interest.RateTable;
import org.saldo.dunning.interest.ReminderFee;

/** Reads {@code policies/interest-rates.yaml}: base rates by day with their sources, and the laws that build on them. */
public final class InterestRatesFile {

    private InterestRatesFile() {
    }

    /**
     * The laws by id.
     *
     * @throws SettingsException with file and line, when a value is missing, wrong or unknown
     */
    public static Map<String, Law> read(Path file) {
        YamlSection root = YamlSection.read(file);
        Map<String, RateTable> tables = new LinkedHashMap<>();
        for (YamlSection section : root.sections("tables")) {
            RateTable table = table(section);
            if (tables.put(table.id(), table) != null) {
                throw section.fault("id", table.id() + " stands here twice; keep one");
            }
        }
        Map<String, Law> laws = new LinkedHashMap<>();
        for (YamlSection section : root.sections("laws")) {
            laws.put(section.text("id"), law(section, tables, laws));
        }
        root.refuseUnknown();
        return Map.copyOf(laws);
    }

    private static RateTable table(YamlSection section) {
        List<RateTable.Rate> rates = new ArrayList<>();
        for (YamlSection each : section.sections("rates")) {
            rates.add(new RateTable.Rate(day(each, "from"), each.decimal("percent"), each.text("source")));
            each.refuseUnknown();
        }
        try {
            RateTable table = new RateTable(section.text("id"), section.where("id"), rates, day(section, "known-through"));
            section.refuseUnknown();
            return table;
        } catch (IllegalArgumentException fault) {
            throw section.fault("rates", fault.getMessage());
        }
    }

    private static LocalDate day(YamlSection section, String key) {
        return section.parsed(key, "a day such as 2026-06-30", LocalDate::parse);
    }

    /** @param earlier the laws that stand before it, by id: one of its own id is the version before */
    private static Law law(YamlSection section, Map<String, RateTable> tables, Map<String, Law> earlier) {
        Optional<RateTable> table = section.optional("base", "the id of a table of this file", id ->
                Optional.ofNullable(tables.get(id)).orElseThrow());
        try {
            Law law = new Law(section.text("id"), section.text("title"), table, percent(section),
                    section.parsed("model", "split-by-period, fixed-at-start or single-rate", RateModel::parse),
                    section.parsed("day-count", "actual/365, actual/366, actual/360, 30/360 or actual/actual",
                            DayCount::parse),
                    section.parsed("start", "day-after-due or day-after-reminder", DelayStart::parse), lumpSum(section),
                    section.flag("business-only", false), section.text("source"), new InForce(section.where("id"),
                    optionalDay(section, "from"), optionalDay(section, "until"),
                    Optional.ofNullable(earlier.get(section.text("id")))), section.optionalSection("reminder-fee")
                    .map(InterestRatesFile::reminderFee));
            section.refuseUnknown();
            return law;
        } catch (IllegalArgumentException fault) {
            throw section.fault("id", section.text("id") + " " + fault.getMessage());
        }
    }

    private static ReminderFee reminderFee(YamlSection section) {
        ReminderFee fee = new ReminderFee(section.whole("from-reminder", 1), section.flag("cost-only", false),
                section.flag("beside-lump-sum", false));
        section.refuseUnknown();
        return fee;
    }

    private static Optional<LocalDate> optionalDay(YamlSection section, String key) {
        return section.optional(key, "a day such as 2014-07-29", LocalDate::parse);
    }

    /** {@code contract} leaves it to the rule of the policy. */
    private static Optional<BigDecimal> percent(YamlSection section) {
        return section.text("percent").equals("contract") ? Optional.empty()
                : Optional.of(section.parsed("percent", "a number such as 9, or contract", InterestRatesFile::notNegative));
    }

    static BigDecimal notNegative(String text) {
        BigDecimal percent = new BigDecimal(text);
        if (percent.signum() < 0) {
            throw new IllegalArgumentException(text);
        }
        return percent;
    }

    private static LumpSum lumpSum(YamlSection section) {
        List<LumpSum.Band> bands = new ArrayList<>();
        for (YamlSection each : section.sections("lump-sum")) {
            bands.add(new LumpSum.Band(each.money("from"), each.money("sum")));
            each.refuseUnknown();
        }
        try {
            return new LumpSum(bands);
        } catch (IllegalArgumentException fault) {
            throw section.fault("lump-sum", fault.getMessage());
        }
    }
}
