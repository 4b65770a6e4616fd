package org.saldo.settings;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.saldo.money.Money;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a settings file. Each key is asked for by name and type; {@link #refuseUnknown()} then refuses every key
 * that nobody asked for, so that a misspelt key never passes in silence. Every fault is told as
 * {@code file:line: key: what; what to do}.
 */
public final class YamlSection {

    private final Path file;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();
    private final TreeSet<String> asked = new TreeSet<>();

    private YamlSection(Path file, Node node) {
        this.file = file;
        this.line = lineOf(node);
        if (!(node instanceof MappingNode mapping)) {
            throw new SettingsException(at(node) + "expected 'key: value' lines here");
        }
        for (NodeTuple entry : mapping.getValue()) {
            String key = scalar(entry.getKeyNode(), "a key");
            if (values.put(key, entry.getValueNode()) != null) {
                throw new SettingsException(at(entry.getKeyNode()) + key + ": stands here twice; keep one");
            }
            keyLines.put(key, lineOf(entry.getKeyNode()));
        }
    }

    /** @throws SettingsException when the file is missing, unreadable or not YAML */
    public static YamlSection read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            // With a buffer smaller than the file the parser fails when a character of two units ends it.
            int whole = Math.toIntExact(Files.size(file)) + 2;
            Node root = new Compose(LoadSettings.builder().setLabel(file.toString()).setBufferSize(whole).build())
                    .composeReader(reader)
                    .orElseThrow(() -> new SettingsException(file + ":1: the file is empty"));
            return new YamlSection(file, root);
        } catch (NoSuchFileException missing) {
            throw new SettingsException(file + ": the file is missing; copy it from the shipped config", missing);
        } catch (IOException | YamlEngineException unreadable) {
            throw new SettingsException(file + ": " + unreadable.getMessage().replaceAll("\\s+", " "), unreadable);
        }
    }

    public boolean has(String key) {
        asked.add(key);
        return values.containsKey(key);
    }

    /** Whether the value of {@code key} is itself made of 'key: value' lines. */
    public boolean isSection(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** The text with the blanks around it, for a text that is one. */
    public String unstripped(String key, String otherwise) {
        asked.add(key);
        return values.get(key) instanceof ScalarNode scalar ? scalar.getValue() : otherwise;
    }

    /** The keys in the order of the file. */
    public List<String> keys() {
        return List.copyOf(values.keySet());
    }

    public String text(String key) {
        return scalar(required(key), key);
    }

    public String text(String key, String otherwise) {
        return has(key) ? text(key) : otherwise;
    }

    public int whole(String key) {
        return parsed(key, "a whole number", Integer::valueOf);
    }

    public int whole(String key, int otherwise) {
        return has(key) ? whole(key) : otherwise;
    }

    public BigDecimal decimal(String key) {
        return parsed(key, "a number such as 2.5", BigDecimal::new);
    }

    public boolean flag(String key, boolean otherwise) {
        return has(key) ? parsed(key, "true or false", YamlSection::toFlag) : otherwise;
    }

    /** An amount such as {@code EUR 10.00}. */
    public Money money(String key) {
        return parsed(key, "an amount such as EUR 10.00", YamlSection::toMoney);
    }

    /** The value read by {@code parse}; what it throws is told as "is not {@code expected}". */
    /** Amounts with their currencies, such as {@code [EUR 2.00, USD 2.00]}. */
    public List<Money> moneys(String key) {
        return texts(key).stream().map(text -> {
            try {
                return toMoney(text);
            } catch (RuntimeException unreadable) {
                throw fault(key, "'" + text + "' is no amount such as EUR 100.00");
            }
        }).toList();
    }

    public <T> T parsed(String key, String expected, Function<String, T> parse) {
        String text = text(key);
        try {
            return parse.apply(text);
        } catch (RuntimeException fault) {
            throw fault(key, "'" + text + "' is not " + expected);
        }
    }

    public <T> Optional<T> optional(String key, String expected, Function<String, T> parse) {
        return has(key) ? Optional.of(parsed(key, expected, parse)) : Optional.empty();
    }

    /** A list of texts; empty when the key is not there. A single text counts as a list of one. */
    public List<String> texts(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(element -> scalar(element, key)).toList();
        }
        return node == null ? List.of() : List.of(scalar(node, key));
    }

    public YamlSection section(String key) {
        return new YamlSection(file, required(key));
    }

    /** The section, or empty when the key is not there. */
    public Optional<YamlSection> optionalSection(String key) {
        asked.add(key);
        return has(key) ? Optional.of(section(key)) : Optional.empty();
    }

    /** A list of sections; empty when the key is not there. */
    public List<YamlSection> sections(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw fault(key, "expected a list, each entry beginning with '- '");
        }
        List<YamlSection> sections = new ArrayList<>();
        sequence.getValue().forEach(element -> sections.add(new YamlSection(file, element)));
        return sections;
    }

    /** @throws SettingsException naming the first key that nobody asked for, and those that are known */
    public void refuseUnknown() {
        for (String key : values.keySet()) {
            if (!asked.contains(key)) {
                throw fault(key, "is not known here; known are " + String.join(", ", asked));
            }
        }
    }

    /** What to throw when the value of {@code key} is wrong for a reason that only the caller knows. */
    public SettingsException fault(String key, String what) {
        return new SettingsException(file + ":" + keyLines.getOrDefault(key, line) + ": " + key + ": " + what);
    }

    /** Where the value of {@code key} stands, as {@code file:line}. */
    public String where(String key) {
        return file + ":" + keyLines.getOrDefault(key, line);
    }

    private Node required(String key) {
        asked.add(key);
        Node node = values.get(key);
        if (node == null) {
            throw new SettingsException(file + ":" + line + ": " + key + ": is missing; add it");
        }
        return node;
    }

    private String scalar(Node node, String what) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue().strip();
        }
        throw new SettingsException(at(node) + what + ": expected a single value");
    }

    private String at(Node node) {
        return file + ":" + lineOf(node) + ": ";
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    private static boolean toFlag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return text.equals("true");
    }

    private static Money toMoney(String text) {
        String[] parts = text.split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException(text);
        }
        return Money.of(parts[0], parts[1]);
    }
}
