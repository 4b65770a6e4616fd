package org.saldo.settings;

import java.nio.file.Path;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.Set;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.EarlyOffer;
import org.saldo.dunning.HabitPolicy;
import org.saldo.dunning.Incentives;
import org.saldo.dunning.NewsTerms;
import org.saldo.dunning.SendTimes;
import org.saldo.dunning.Standstill;

/** Reads {@code policies/dunning.yaml}: when a customer is reminded, and how firmly. */
public final class DunningFile {

    private static final int INVOICE_AGE_USUAL = 23;

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
                    root.sections("quiet-periods").stream().map(DunningFile::quietPeriod).toList(),
                    times(root), root.optionalSection("payment-habits").map(DunningFile::habits),
                    root.optionalSection("incentives").map(DunningFile::incentives).orElse(Incentives.NONE),
                    new Standstill.Terms(root.whole("direct-debit-business-days", Standstill.Terms.USUAL.directDebit()),
                            root.whole("payables-business-days", Standstill.Terms.USUAL.payablesAge()),
                            root.whole("write-offs-wait-days", Standstill.Terms.USUAL.writeOffs())),
                    new NewsTerms(Optional.of(root.whole("invoice-data-age-business-days", INVOICE_AGE_USUAL)),
                            root.whole("empty-payment-files-business-days", NewsTerms.EMPTY_FILES_USUAL)));
            root.refuseUnknown();
            return policy;
        } catch (IllegalArgumentException fault) {
            throw root.fault("ladders", fault.getMessage());
        }
    }

    private static SendTimes times(YamlSection root) {
        Optional<Integer> most = root.optional("mails-per-week", "a whole number", Integer::valueOf);
        Optional<YamlSection> send = root.optionalSection("send");
        SendTimes times = new SendTimes(send.map(section -> section.parsed("hours", "hours of a day such as 09:00-16:30",
                DunningFile::hours)), send.map(section -> section.whole("spread-minutes", 0)).orElse(0), most,
                root.whole("mail-waits-business-days", SendTimes.WAIT_USUAL), root.flag("not-on-statement-day", false));
        send.ifPresent(YamlSection::refuseUnknown);
        return times;
    }

    private static SendTimes.Hours hours(String text) {
        String[] ends = text.split("-");
        if (ends.length != 2) {
            throw new IllegalArgumentException(text);
        }
        return new SendTimes.Hours(LocalTime.parse(ends[0].strip()), LocalTime.parse(ends[1].strip()));
    }

    private static Incentives incentives(YamlSection section) {
        Incentives incentives = new Incentives(section.flag("early-payment", false), section.whole("points-per-item", 0),
                section.whole("points-days", Incentives.POINTS_DAYS_USUAL),
                section.optionalSection("offer").map(DunningFile::offer));
        section.refuseUnknown();
        return incentives;
    }

    private static EarlyOffer offer(YamlSection section) {
        try {
            EarlyOffer offer = new EarlyOffer(section.decimal("percent"), section.whole("days-before-due"),
                    Set.copyOf(section.texts("segments")), LadderSection.amounts(section, "least-amounts"));
            section.refuseUnknown();
            return offer;
        } catch (IllegalArgumentException fault) {
            throw section.fault("percent", fault.getMessage());
        }
    }

    private static HabitPolicy habits(YamlSection section) {
        HabitPolicy.Proof usual = HabitPolicy.Proof.USUAL;
        HabitPolicy habits = new HabitPolicy(section.whole("least-items"), section.whole("most-items"),
                section.whole("days-late-most"), section.whole("delay-most"), section.whole("transit-days"),
                new HabitPolicy.Proof(section.whole("scatter-most", usual.scatter()),
                        section.whole("same-day-percent", usual.sameDayPercent()),
                        section.whole("none-from-level", usual.noneFromLevel()),
                        section.whole("look-back-days", usual.lookBack())));
        section.refuseUnknown();
        return habits;
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
