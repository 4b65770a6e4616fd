package org.saldo.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.saldo.delivery.ItemColumn;
import org.saldo.delivery.Logo;
import org.saldo.delivery.Look;
import org.saldo.delivery.MovementColumn;
import org.saldo.delivery.StatementSection;

/** How statements look, read from {@code templates/look.yaml}: for all companies, and what differs for one of them. */
final class LookFile {

    private final Look house;
    private final Map<String, Look> byCompany = new TreeMap<>();

    /** @throws SettingsException with file and line, when a value is wrong or unknown; a missing file is the plain look */
    LookFile(Path file) {
        if (!Files.exists(file)) {
            house = Look.PLAIN;
            return;
        }
        YamlSection root = YamlSection.read(file);
        house = look(root, Look.PLAIN, file);
        for (YamlSection section : root.sections("companies")) {
            String company = section.text("company");
            if (byCompany.put(company, look(section, house, file)) != null) {
                throw section.fault("company", "'" + company + "' stands here twice; keep one");
            }
            section.refuseUnknown();
        }
        root.refuseUnknown();
    }

    Look of(String company) {
        return byCompany.getOrDefault(company, house);
    }

    private static Look look(YamlSection section, Look otherwise, Path file) {
        int accent = section.optional("colour", "a colour such as \"#0B5C6B\"", LookFile::colour).orElse(otherwise.accent());
        Optional<Logo> logo = section.has("logo") ? Optional.of(logo(section, file)) : otherwise.logo();
        List<StatementSection> sections = named(section, "sections", StatementSection.values(), otherwise.sections());
        List<MovementColumn> movements = named(section, "movement-columns", MovementColumn.values(),
                otherwise.movementColumns());
        List<ItemColumn> items = named(section, "item-columns", ItemColumn.values(), otherwise.itemColumns());
        try {
            return new Look(accent, logo, sections, movements, items);
        } catch (IllegalArgumentException fault) {
            int colon = fault.getMessage().indexOf(": ");
            throw section.fault(fault.getMessage().substring(0, colon), fault.getMessage().substring(colon + 2));
        }
    }

    private static int colour(String text) {
        if (!text.matches("#[0-9A-Fa-f]{6}")) {
            throw new IllegalArgumentException(text);
        }
        return Integer.parseInt(text.substring(1), 16);
    }

    private static Logo logo(YamlSection section, Path file) {
        String name = section.text("logo");
        if (name.contains("/") || name.contains("\\")) {
            throw section.fault("logo", "'" + name + "' must lie beside this file; give its name only");
        }
        Path picture = file.resolveSibling(name);
        try {
            return Logo.of(Files.readAllBytes(picture));
        } catch (IOException unreadable) {
            throw section.fault("logo", picture + " cannot be read; put the picture there, or take the line out");
        } catch (IllegalArgumentException fault) {
            throw section.fault("logo", name + " " + fault.getMessage() + "; save it as such");
        }
    }

    /** A list of names of an enumeration, in lower case with hyphens. */
    private static <E extends Enum<E>> List<E> named(YamlSection section, String key, E[] known, List<E> otherwise) {
        Map<String, E> byWord = Arrays.stream(known).collect(Collectors.toMap(LookFile::word, each -> each));
        List<String> words = section.texts(key);
        for (String word : words) {
            if (!byWord.containsKey(word)) {
                throw section.fault(key, "'" + word + "' is not known; known are "
                        + Arrays.stream(known).map(LookFile::word).collect(Collectors.joining(", ")));
            }
        }
        return words.isEmpty() ? otherwise : words.stream().map(byWord::get).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
