package org.saldo.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The lines at the end of a statement that the customer's country wants, read from {@code templates/legal-lines.yaml}. A
 * line has days from and until which it holds, and may be for statements that only compare the books or for those that
 * demand payment too.
 */
final class LegalLinesFile {

    private static final String A_DAY = "a day such as 2026-10-01";
    private static final Set<String> ISO_COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private static final Set<String> ISO_LANGUAGES = Set.of(Locale.getISOLanguages());

    private enum Purpose { RECONCILIATION, DEMAND }

    private record Line(List<String> countries, Optional<LocalDate> from, Optional<LocalDate> until,
                        Optional<Purpose> purpose, Map<String, String> texts) {

        private boolean holds(String country, LocalDate day, Purpose wanted) {
            return (countries.isEmpty() || countries.contains(country)) && from.filter(day::isBefore).isEmpty()
                    && until.filter(day::isAfter).isEmpty() && purpose.filter(only -> only != wanted).isEmpty();
        }
    }

    private final List<String> demanded = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /**
     * @throws SettingsException with file and line, when a value is wrong or unknown; a missing file has no lines
     */
    LegalLinesFile(Path file) {
        if (Files.exists(file)) {
            YamlSection root = YamlSection.read(file);
            demanded.addAll(countries(root, "demand"));
            root.sections("lines").forEach(section -> lines.add(line(section)));
            root.refuseUnknown();
        }
    }

    private static Line line(YamlSection section) {
        Map<String, String> texts = new TreeMap<>();
        section.keys().stream().filter(ISO_LANGUAGES::contains).forEach(language -> texts.put(language, section.text(language)));
        Line line = new Line(countries(section, "countries"), section.optional("from", A_DAY, LocalDate::parse),
                section.optional("until", A_DAY, LocalDate::parse), section.optional("when", "reconciliation or demand",
                word -> Purpose.valueOf(word.toUpperCase(Locale.ROOT))), texts);
        section.refuseUnknown();
        if (!texts.containsKey("en")) {
            throw section.fault("en", "is missing; every line needs an English text for customers of other languages");
        }
        return line;
    }

    private static List<String> countries(YamlSection section, String key) {
        List<String> countries = section.texts(key);
        for (String country : countries) {
            if (!ISO_COUNTRIES.contains(country)) {
                throw section.fault(key, "'" + country + "' is no country such as DE");
            }
        }
        return countries;
    }

    /** What holds for customers of a country on a day, in their language where a line has it, else in English. */
    List<String> of(String country, String language, LocalDate day) {
        Purpose purpose = demanded.contains(country) ? Purpose.DEMAND : Purpose.RECONCILIATION;
        return lines.stream().filter(line -> line.holds(country, day, purpose))
                .map(line -> line.texts().getOrDefault(language, line.texts().get("en"))).toList();
    }
}
