package org.saldo.settings;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saldo.delivery.MailAddress;
import org.saldo.dunning.DisputePolicy;
import org.saldo.ledger.DifferenceCode;

/** Reads {@code policies/disputes.yaml}: the clocks of disputes, promises to pay and instalment plans. */
public final class DisputesFile {

    private DisputesFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static DisputePolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        YamlSection disputes = root.section("disputes");
        YamlSection promises = root.section("promises");
        YamlSection plans = root.section("plans");
        try {
            DisputePolicy policy = new DisputePolicy(root.text("version"), disputes.texts("open-for-deductions").stream()
                    .map(text -> code(disputes, "open-for-deductions", text)).collect(Collectors.toSet()),
                    disputes.whole("respond-within-business-days"), byCode(disputes),
                    disputes.sections("owners").stream().map(DisputesFile::owner).toList(),
                    disputes.flag("salesperson-answers", false), disputes.text("owner"),
                    new DisputePolicy.Promises(promises.whole("grace-business-days"), promises.whole("kept-from-percent"),
                            promises.whole("longest-days"), promises.whole("most-open"),
                            promises.whole("tell-after-broken-in-a-row"), addresses(promises, "tell-broken-to")),
                    new DisputePolicy.Plans(plans.whole("grace-business-days"), plans.whole("broken-after-missed")));
            disputes.refuseUnknown();
            promises.refuseUnknown();
            plans.refuseUnknown();
            root.refuseUnknown();
            return policy;
        } catch (IllegalArgumentException fault) {
            throw root.fault("disputes", fault.getMessage());
        }
    }

    private static Map<DifferenceCode, Integer> byCode(YamlSection disputes) {
        Map<DifferenceCode, Integer> days = new EnumMap<>(DifferenceCode.class);
        disputes.optionalSection("by-code").ifPresent(section -> section.keys().forEach(key -> days.put(code(section, key, key),
                section.whole(key))));
        return days;
    }

    private static List<String> addresses(YamlSection section, String key) {
        List<String> addresses = section.texts(key);
        addresses.forEach(address -> MailAddress.problemOf(address).ifPresent(problem -> {
            throw section.fault(key, problem);
        }));
        return addresses;
    }

    private static DifferenceCode code(YamlSection section, String key, String name) {
        return Arrays.stream(DifferenceCode.values()).filter(code -> code.name().equals(name)).findFirst()
                .orElseThrow(() -> section.fault(key, "'" + name + "' is no code; write one of "
                        + Arrays.stream(DifferenceCode.values())
                        .map(Enum::name).collect(Collectors.joining(", "))));
    }

    private static DisputePolicy.OwnerRule owner(YamlSection section) {
        DisputePolicy.OwnerRule rule = new DisputePolicy.OwnerRule(section.text("segment", ""),
                section.text("salesperson", ""), section.text("owner"));
        if (rule.segment().isEmpty() && rule.salesperson().isEmpty()) {
            throw section.fault("owner", "is for nobody; add 'segment' or 'salesperson', or use 'owner' below 'disputes'");
        }
        section.refuseUnknown();
        return rule;
    }
}
