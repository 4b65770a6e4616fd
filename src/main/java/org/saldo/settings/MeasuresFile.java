package org.saldo.settings;

import java.nio.file.Path;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.dunning.measure.MeasurePolicy;

/** Reads {@code policies/measures.yaml}: how the effect of reminders is measured. */
public final class MeasuresFile {

    private MeasuresFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static MeasurePolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        try {
            YamlSection drawn = root.section("hold-out");
            HoldOut holdOut = new HoldOut(drawn.whole("percent"), drawn.whole("days"), drawn.text("draw"));
            drawn.refuseUnknown();
            MeasurePolicy policy = new MeasurePolicy(holdOut, root.whole("paid-within-days"), root.whole("months"),
                    root.whole("recovery-days"), root.whole("fewest-customers"), root.whole("worth-points"));
            root.refuseUnknown();
            return policy;
        } catch (IllegalArgumentException fault) {
            throw root.fault("hold-out", fault.getMessage());
        }
    }
}
