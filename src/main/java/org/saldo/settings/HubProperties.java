package org.saldo.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The keys of {@code application.properties}. A value is looked for in -D, in the environment ({@code reminders.cron}
 * as {@code REMINDERS_CRON}), in {@code local.properties}, in {@code application.properties}, and last in the copy that
 * was shipped with this release. A key that the shipped file does not know is refused; those of {@code camel.} and the
 * owner's own under {@code my.} are not ours to know.
 */
public final class HubProperties {

    private static final String SHIPPED = "application.properties";
    private static final String SECRETS = ".*(password|secret|token)";

    private final Path file;
    private final Map<String, String> values;

    private HubProperties(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * @param overrides what holds against the files: the environment and -D, see {@link #overrides}
     * @throws SettingsException with file and line, when a file is unreadable or has an unknown key or a secret
     */
    public static HubProperties read(Path config, Function<String, Optional<String>> overrides) {
        Map<String, String> values = new TreeMap<>(shipped());
        for (String name : List.of(SHIPPED, "local.properties")) {
            Path file = config.resolve(name);
            if (Files.exists(file)) {
                values.putAll(ofFile(file, values.keySet()));
            }
        }
        values.replaceAll((key, value) -> overrides.apply(key).orElse(value));
        return new HubProperties(config.resolve(SHIPPED), values);
    }

    /** A key in the environment ({@code DB_URL}) or given by -D, which goes before. */
    public static Function<String, Optional<String>> overrides(Map<String, String> environment, Properties system) {
        return key -> Optional.ofNullable(system.getProperty(key))
                .or(() -> Optional.ofNullable(environment.get(inEnvironment(key))));
    }

    /** The name by which a key is given in the environment. */
    public static String inEnvironment(String key) {
        return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Map<String, String> shipped() {
        try (InputStream in = HubProperties.class.getResourceAsStream(SHIPPED)) {
            return parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new SettingsException("the shipped " + SHIPPED + " cannot be read; install Saldo again", broken);
        }
    }

    private static Map<String, String> ofFile(Path file, Set<String> known) {
        try {
            String text = Files.readString(file);
            Map<String, String> values = parse(new StringReader(text));
            for (String key : values.keySet()) {
                boolean ours = !key.startsWith("camel.") && !key.startsWith("my.");
                if (ours && !known.contains(key)) {
                    throw new SettingsException(file + ":" + lineOf(text, key) + ": " + key
                            + ": is not a key of this release" + nearest(key, known));
                }
                if (key.matches(SECRETS) && !values.get(key).isBlank()) {
                    throw new SettingsException(file + ":" + lineOf(text, key) + ": " + key
                            + ": a secret does not belong into a file; give it as " + inEnvironment(key)
                            + " in the environment");
                }
            }
            return values;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingsException(file + ": cannot be read: " + unreadable.getMessage()
                    + "; it must be a properties file in UTF-8", unreadable);
        }
    }

    private static Map<String, String> parse(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key).strip()));
        return values;
    }

    private static String nearest(String key, Set<String> known) {
        String family = key.contains(".") ? key.substring(0, key.indexOf('.') + 1) : key;
        List<String> near = new ArrayList<>(new TreeSet<>(known));
        near.removeIf(candidate -> !candidate.startsWith(family));
        return near.isEmpty() ? "; take it out" : "; known are " + String.join(", ", near);
    }

    private static int lineOf(String text, String key) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(key) && line.substring(key.length()).strip().matches("[=:].*")) {
                return i + 1;
            }
        }
        return 1;
    }

    /** The same with another value for a key. */
    public HubProperties with(String key, String value) {
        Map<String, String> others = new TreeMap<>(values);
        others.put(key, value);
        return new HubProperties(file, others);
    }

    /** Every key with the value that holds. */
    public Map<String, String> all() {
        return Map.copyOf(values);
    }

    /** Empty when nothing is set. */
    public String text(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is no key of " + SHIPPED);
        }
        return value;
    }

    /** @throws SettingsException when nothing is set */
    public String required(String key) {
        String value = text(key);
        if (value.isEmpty()) {
            throw fault(key, "is missing; set it there or as " + inEnvironment(key) + " in the environment");
        }
        return value;
    }

    public boolean isSet(String key) {
        return !text(key).isEmpty();
    }

    public int whole(String key) {
        return parsed(key, "a whole number", Integer::valueOf);
    }

    public boolean flag(String key) {
        return parsed(key, "true or false", value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        });
    }

    public ZoneId zone(String key) {
        return parsed(key, "a time zone such as Europe/Berlin", ZoneId::of);
    }

    /** A list with commas between. */
    public List<String> list(String key) {
        String value = text(key);
        return value.isEmpty() ? List.of() : List.of(value.split("\\s*,\\s*"));
    }

    /** The value read by {@code parse}; what it throws is told as "is not {@code expected}". */
    public <T> T parsed(String key, String expected, Function<String, T> parse) {
        String value = required(key);
        try {
            return parse.apply(value);
        } catch (RuntimeException wrong) {
            throw fault(key, "'" + value + "' is not " + expected);
        }
    }

    /** What to throw when the value of {@code key} is wrong for a reason that only the caller knows. */
    public SettingsException fault(String key, String what) {
        int line = 1;
        try {
            line = Files.exists(file) ? lineOf(Files.readString(file), key) : 1;
        } catch (IOException unreadable) {
            line = 1;
        }
        return new SettingsException(file + ":" + line + ": " + key + ": " + what);
    }
}
