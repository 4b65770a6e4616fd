package org.saldo.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.saldo.dunning.LatenessReasons;

/** Reads {@code policies/lateness.yaml}: the reasons for which customers pay late. */
public final class LatenessFile {

    private LatenessFile() {
    }

    /** @throws SettingsException with file and line, when a reason is wrong */
    public static LatenessReasons read(Path file) {
        YamlSection root = YamlSection.read(file);
        YamlSection section = root.section("reasons");
        Map<String, String> meanings = new LinkedHashMap<>();
        section.keys().forEach(code -> meanings.put(code, section.text(code)));
        root.refuseUnknown();
        try {
            return new LatenessReasons(meanings);
        } catch (IllegalArgumentException fault) {
            throw root.fault("reasons", fault.getMessage());
        }
    }
}
