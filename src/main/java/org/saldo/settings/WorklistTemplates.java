package org.saldo.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;

/**
 * The words of the worklist, read from {@code templates/<language>/worklist.properties}: lines of {@code key = text} in
 * UTF-8, {@code #} begins a comment. A file must have every text and no other. English needs no file.
 */
public final class WorklistTemplates {

    private static final String FILE_NAME = "worklist.properties";

    private WorklistTemplates() {
    }

    /** @throws SettingsException with file and line, when a text is missing, unknown or wrong */
    public static WorklistWordings read(Path templates) {
        Map<String, WorklistWording> byLanguage = new TreeMap<>();
        if (Files.isDirectory(templates)) {
            try (Stream<Path> folders = Files.list(templates)) {
                folders.filter(folder -> Files.exists(folder.resolve(FILE_NAME))).sorted().forEach(folder ->
                        byLanguage.put(folder.getFileName().toString(), wording(folder)));
            } catch (IOException unreadable) {
                throw new SettingsException(templates + ": cannot be read; copy it from the shipped config", unreadable);
            }
        }
        return new WorklistWordings(byLanguage);
    }

    private static WorklistWording wording(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        Map<String, String> texts = new HashMap<>();
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    add(texts, line, file + ":" + (i + 1) + ": ");
                }
            }
            return new WorklistWording(Locale.forLanguageTag(folder.getFileName().toString()), texts);
        } catch (IOException unreadable) {
            throw new SettingsException(file + ": cannot be read as UTF-8: " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException fault) {
            throw new SettingsException(file + ": " + fault.getMessage(), fault);
        }
    }

    private static void add(Map<String, String> texts, String line, String where) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new SettingsException(where + "expected 'key = text'");
        }
        String key = line.substring(0, equals).strip();
        String text = line.substring(equals + 1).strip();
        if (text.isEmpty() || texts.put(key, text) != null) {
            throw new SettingsException(where + key
                    + (text.isEmpty() ? ": has no text; give it one" : ": stands here twice; keep one"));
        }
    }
}
