package org.saldo.settings;

import java.nio.file.Path;
import java.time.MonthDay;
import org.saldo.dunning.DunningPolicy;

/** Reads {@code policies/dunning.yaml}: when a customer is reminded, and how firmly. */
public final class DunningFile {

    private DunningFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static DunningPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        try {
            DunningPolicy policy = new DunningPolicy(
                    root.text("version"),
                    root.sections("ladders").stream().map(section -> new LadderSection(section).read()).toList(),
                    LadderSection.amounts(root, "minimum-amounts"),
                    root.whole("bank-data-age-business-days"),
                    root.whole("waiting-receipts-cover-business-days"),
                    root.whole("mails-per-run"),
                    root.sections("quiet-periods").stream().map(DunningFile::quietPeriod).toList());
            root.refuseUnknown();
            return policy;
        } catch (IllegalArgumentException fault) {
            throw root.fault("ladders", fault.getMessage());
        }
    }

    private static DunningPolicy.QuietPeriod quietPeriod(YamlSection section) {
        DunningPolicy.QuietPeriod period = new DunningPolicy.QuietPeriod(monthDay(section, "first"), monthDay(section, "last"));
        section.refuseUnknown();
        return period;
    }

    private static MonthDay monthDay(YamlSection section, String key) {
        return section.parsed(key, "a day of the year such as 12-24", text -> MonthDay.parse("--" + text));
    }
}
