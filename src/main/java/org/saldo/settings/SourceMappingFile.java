package org.saldo.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.saldo.intake.FileKind;
import org.saldo.intake.SourceMapping;

/** Reads those of {@code mappings/*.yaml} that ask a source database: they have {@code sql}. */
public final class SourceMappingFile {

    private SourceMappingFile() {
    }

    /** @throws SettingsException with file and line, when one of the files is wrong */
    public static List<SourceMapping> readAll(Path folder) {
        List<SourceMapping> mappings = new ArrayList<>();
        for (Path file : MappingFile.files(folder)) {
            YamlSection root = YamlSection.read(file);
            if (root.has("sql")) {
                mappings.add(read(root));
            }
        }
        return mappings;
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static SourceMapping read(Path file) {
        return read(YamlSection.read(file));
    }

    private static SourceMapping read(YamlSection root) {
        FileKind kind = MappingFile.kind(root);
        if (kind != FileKind.INVOICES && kind != FileKind.CUSTOMERS) {
            throw root.fault("kind", "a source database gives invoices or customers; take " + kind.folder()
                    + " in from files");
        }
        YamlSection watermark = root.section("watermark");
        SourceMapping.MarkType type = watermark.parsed("type", "TIMESTAMP or NUMBER", SourceMapping.MarkType::valueOf);
        String id = root.text("id");
        String sql = root.text("sql");
        String column = watermark.text("column");
        String from = watermark.text("from");
        String overlap = watermark.text("overlap");
        watermark.refuseUnknown();
        root.refuseUnknown();
        try {
            return new SourceMapping(id, kind, sql, column, type, from, overlap);
        } catch (RuntimeException fault) {
            throw root.fault("sql", fault.getMessage() + "; the SQL needs " + SourceMapping.PLACEHOLDER
                    + ", and watermark: from and overlap must suit its type, such as 2026-01-01T00:00:00 and PT10M");
        }
    }
}
