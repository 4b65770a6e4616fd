package org.saldo.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saldo.intake.ColumnSource;
import org.saldo.intake.CsvDialect;
import org.saldo.intake.DatePattern;
import org.saldo.intake.FileKind;
import org.saldo.intake.Mapping;
import org.saldo.intake.NumberFormat;

/**
 * Reads {@code mappings/*.yaml} for files: how a CSV of another shape becomes the hub's own. A mapping without date
 * patterns is refused when its kind has days in it, since 03.04. is in March for some and in April for others. Files with
 * {@code sql} are for source databases and are read by {@link SourceMappingFile}.
 */
public final class MappingFile {

    private MappingFile() {
    }

    /** @throws SettingsException with file and line, when one of the files is wrong or two have the same id */
    public static List<Mapping> readAll(Path folder) {
        List<Mapping> mappings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Path file : files(folder)) {
            YamlSection root = YamlSection.read(file);
            if (!root.has("sql")) {
                Mapping mapping = read(root);
                if (!ids.add(mapping.id())) {
                    throw root.fault("id", "'" + mapping.id() + "' is that of another mapping too; give it one of its own");
                }
                mappings.add(mapping);
            }
        }
        return mappings;
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static Mapping read(Path file) {
        return read(YamlSection.read(file));
    }

    private static Mapping read(YamlSection root) {
        FileKind kind = kind(root);
        YamlSection match = root.section("match");
        YamlSection rows = root.has("rows") ? root.section("rows") : null;
        Mapping mapping = new Mapping(root.text("id"), kind,
                match.optional("file", "a file name with * and ?", MappingFile::glob), match.texts("header"),
                dialect(root), numbers(root), dates(root, kind), columns(root, kind),
                rows == null ? Map.of() : rules(rows, "only"), rows == null ? Map.of() : rules(rows, "except"));
        requireNumbers(mapping, root, match);
        if (mapping.file().isEmpty() && mapping.headerHolds().isEmpty()) {
            throw root.fault("match", "says nothing; give file: 'name*.csv', or header: [names that must stand in it]");
        }
        match.refuseUnknown();
        if (rows != null) {
            rows.refuseUnknown();
        }
        root.refuseUnknown();
        return mapping;
    }

    /** Without a header there is nothing to look for in it, and columns have no names but their places from 1 on. */
    private static void requireNumbers(Mapping mapping, YamlSection root, YamlSection match) {
        if (!mapping.dialect().headerless()) {
            return;
        }
        if (!mapping.headerHolds().isEmpty()) {
            throw match.fault("header", "cannot be looked for in a file with header: none; give file: 'name*.csv'");
        }
        if (mapping.dialect().headerLine().isPresent()) {
            throw root.fault("header-line", "contradicts header: none; keep one, or say skip-lines");
        }
        Stream.concat(Stream.concat(mapping.only().keySet().stream(), mapping.except().keySet().stream()),
                        mapping.columns().values().stream().flatMap(source -> source.anyOf().stream()))
                .filter(column -> !column.matches("[1-9][0-9]{0,3}")).sorted().findFirst().ifPresent(column -> {
                    throw root.fault("header", "is none, so columns are named by number, the first is 1: '" + column
                            + "' is not a number");
                });
    }

    static FileKind kind(YamlSection root) {
        return FileKind.named(root.text("kind")).orElseThrow(() ->
                root.fault("kind", "'" + root.text("kind") + "' is not one of " + FileKind.names()));
    }

    private static Pattern glob(String glob) {
        StringBuilder pattern = new StringBuilder();
        for (char c : glob.toCharArray()) {
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(pattern.toString(), Pattern.CASE_INSENSITIVE);
    }

    private static CsvDialect dialect(YamlSection root) {
        return new CsvDialect(
                root.has("charset") ? root.parsed("charset", "a character set such as windows-1252", Charset::forName)
                        : CsvDialect.OWN.charset(),
                character(root, "delimiter", ","), character(root, "quote", "\""), skippedLines(root), headerless(root),
                root.optional("header-line", "a regular expression", Pattern::compile),
                root.optional("end-line", "a regular expression", Pattern::compile));
    }

    private static int skippedLines(YamlSection root) {
        int lines = root.whole("skip-lines", 0);
        if (lines < 0) {
            throw root.fault("skip-lines", "must not be negative, was " + lines);
        }
        return lines;
    }

    private static boolean headerless(YamlSection root) {
        if (root.has("header") && !root.text("header").equals("none")) {
            throw root.fault("header", "'" + root.text("header") + "' is not none; take the line out when the file names its"
                    + " columns");
        }
        return root.has("header");
    }

    private static char character(YamlSection section, String key, String otherwise) {
        String text = section.has(key) ? section.text(key) : otherwise;
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1) {
            throw section.fault(key, "'" + text + "' is not one character; write it in quotes, or tab");
        }
        return text.charAt(0);
    }

    private static NumberFormat numbers(YamlSection root) {
        if (!root.has("number")) {
            return NumberFormat.PLAIN;
        }
        YamlSection number = root.section("number");
        try {
            NumberFormat format = new NumberFormat(character(number, "decimal", "."),
                    String.join("", number.texts("group")).replace("blank", " \u00a0\u202f"), number.texts("strip"));
            number.refuseUnknown();
            return format;
        } catch (IllegalArgumentException fault) {
            throw number.fault("group", fault.getMessage());
        }
    }

    private static List<DatePattern> dates(YamlSection root, FileKind kind) {
        List<DatePattern> patterns = new ArrayList<>();
        for (String pattern : root.texts("dates")) {
            try {
                patterns.add(DatePattern.of(pattern));
            } catch (RuntimeException fault) {
                throw root.fault("dates", "'" + pattern + "' is no date pattern; write one such as dd.MM.yyyy");
            }
        }
        if (patterns.isEmpty() && kind != FileKind.CUSTOMERS) {
            throw root.fault("dates", "is missing; say how days are written, such as [dd.MM.yyyy]");
        }
        return patterns;
    }

    private static Map<String, ColumnSource> columns(YamlSection root, FileKind kind) {
        Map<String, ColumnSource> columns = new LinkedHashMap<>();
        YamlSection section = root.section("columns");
        for (String column : section.keys()) {
            known(section, column, kind);
            columns.put(column, section.isSection(column) ? MappedColumn.read(section.section(column))
                    : ColumnSource.column(section.texts(column)));
        }
        if (root.has("constants")) {
            YamlSection constants = root.section("constants");
            for (String column : constants.keys()) {
                known(constants, column, kind);
                if (columns.put(column, ColumnSource.constant(constants.text(column))) != null) {
                    throw constants.fault(column, "is a column of the file already; keep one");
                }
            }
        }
        Set<String> missing = new TreeSet<>(kind.mustSay());
        missing.removeAll(columns.keySet());
        if (!missing.isEmpty()) {
            throw root.fault("columns", String.join(", ", missing)
                    + " is missing; say which column of the file it is, or put it under constants");
        }
        return columns;
    }

    private static void known(YamlSection section, String column, FileKind kind) {
        if (!kind.columns().contains(column)) {
            throw section.fault(column, "is no column of " + kind.folder() + "; they are "
                    + String.join(", ", kind.columns()));
        }
    }

    private static Map<String, Set<String>> rules(YamlSection rows, String key) {
        Map<String, Set<String>> rules = new HashMap<>();
        if (rows.has(key)) {
            YamlSection section = rows.section(key);
            section.keys().forEach(column -> rules.put(column, Set.copyOf(section.texts(column))));
        }
        return rules;
    }
}
