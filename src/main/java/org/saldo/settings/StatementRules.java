package org.saldo.settings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.saldo.statement.StatementRule;
import org.saldo.statement.StatementSchedule;
import org.saldo.statement.StatementSchedules;

/** The lists in {@code policies/statements.yaml}: the schedules of companies, and what holds for some customers. */
final class StatementRules {

    private StatementRules() {
    }

    static StatementSchedules schedules(YamlSection root) {
        List<StatementSchedule> schedules = root.sections("schedules").stream().map(StatementRules::schedule).toList();
        try {
            return new StatementSchedules(schedules);
        } catch (IllegalArgumentException fault) {
            throw root.fault("schedules", fault.getMessage());
        }
    }

    private static StatementSchedule schedule(YamlSection section) {
        StatementSchedule usual = StatementSchedule.USUAL;
        String company = section.text("company", "");
        Optional<YearMonth> from = section.optional("from", "a month such as 2027-01", YearMonth::parse);
        int cutOff = section.optional("cut-off", "last, or a day of the month such as 25",
                text -> text.equals("last") ? StatementSchedule.LAST_DAY : day(text)).orElse(usual.cutOffDay());
        int businessDay = section.whole("business-day", usual.businessDay());
        LocalTime notBefore = section.optional("not-before", "a time such as 06:00", LocalTime::parse).orElse(usual.notBefore());
        int catchUp = section.whole("catch-up-months", usual.catchUp());
        boolean late = section.flag("late-months-to-customers", usual.lateToCustomers());
        section.refuseUnknown();
        try {
            return new StatementSchedule(company, from, cutOff, businessDay, notBefore, catchUp, late);
        } catch (IllegalArgumentException fault) {
            throw section.fault(section.keys().get(0), fault.getMessage());
        }
    }

    private static int day(String text) {
        int day = Integer.parseInt(text);
        if (day < 1) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    /** What holds for some customers, in the order of the file. */
    static List<StatementRule> of(YamlSection root) {
        return root.sections("customers").stream().map(StatementRules::rule).toList();
    }

    private static StatementRule rule(YamlSection section) {
        StatementRule.Who who = who(section);
        StatementRule.Days days = days(section);
        StatementRule.Change change = new StatementRule.Change(flag(section, "send"), StatementsFile.addresses(section),
                StatementsFile.language(section), flag(section, "zero-balances"),
                section.has("minimum") ? Optional.of(StatementsFile.minimums(section, "minimum")) : Optional.empty(),
                StatementsFile.creditBalances(section), StatementsFile.workbook(section), StatementsFile.frequency(section),
                section.text("reason", ""));
        section.refuseUnknown();
        try {
            return new StatementRule(who, days, change);
        } catch (IllegalArgumentException fault) {
            throw section.fault(section.keys().get(0), fault.getMessage());
        }
    }

    /** The conditions of a rule. */
    static StatementRule.Who who(YamlSection section) {
        return new StatementRule.Who(text(section, "company"), text(section, "customer"), text(section, "country"),
                text(section, "segment"), flag(section, "intercompany"), flag(section, "natural-person"));
    }

    /** The cut-off days for which a rule is there. */
    static StatementRule.Days days(YamlSection section) {
        return new StatementRule.Days(day(section, "from"), day(section, "until"));
    }

    private static Optional<String> text(YamlSection section, String key) {
        return section.has(key) ? Optional.of(section.text(key)) : Optional.empty();
    }

    static Optional<Boolean> flag(YamlSection section, String key) {
        return section.has(key) ? Optional.of(section.flag(key, false)) : Optional.empty();
    }

    private static Optional<LocalDate> day(YamlSection section, String key) {
        return section.optional(key, "a day such as 2026-10-31", LocalDate::parse);
    }
}
