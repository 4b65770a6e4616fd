package org.saldo.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.delivery.pdf.StatementPdf;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementOfAccount;

/**
 * The words of statements, read from {@code templates/<language>/statement.properties}: lines of {@code key = text} in
 * UTF-8, {@code #} begins a comment. Every language must have every text and no other. Beside them lie their look
 * ({@code look.yaml}) and the lines that countries want ({@code legal-lines.yaml}).
 */
public final class StatementTemplates {

    private static final String FILE_NAME = "statement.properties";
    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");
    private static final Map<String, StatementWord> WORDS = Stream.of(StatementWord.values())
            .collect(Collectors.toMap(StatementWord::key, word -> word));

    private final Map<String, StatementWording> byLanguage;
    private final LookFile looks;
    private final LegalLinesFile legalLines;
    private final List<Path> fonts;

    private StatementTemplates(Map<String, StatementWording> byLanguage, LookFile looks, LegalLinesFile legalLines,
                               List<Path> fonts) {
        this.byLanguage = byLanguage;
        this.looks = looks;
        this.legalLines = legalLines;
        this.fonts = fonts;
    }

    /** @throws SettingsException with file and line, when a text is missing, unknown or wrong, or no language is there */
    public static StatementTemplates read(Path templates) {
        Map<String, StatementWording> byLanguage = new TreeMap<>();
        try (Stream<Path> folders = Files.list(templates)) {
            folders.filter(folder -> Files.exists(folder.resolve(FILE_NAME))).sorted().forEach(folder ->
                    byLanguage.put(folder.getFileName().toString(), wording(folder)));
        } catch (IOException unreadable) {
            throw new SettingsException(templates + ": cannot be read; copy it from the shipped config", unreadable);
        }
        if (byLanguage.isEmpty()) {
            throw new SettingsException(templates + ": no language has a " + FILE_NAME + "; copy one from the shipped config");
        }
        return new StatementTemplates(byLanguage, new LookFile(templates.resolve("look.yaml")),
                new LegalLinesFile(templates.resolve("legal-lines.yaml")), fonts(templates.resolve("fonts")));
    }

    private static List<Path> fonts(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> fonts = files.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ttf"))
                    .sorted().toList();
            fonts.forEach(StatementPdf::requireFont);
            return fonts;
        } catch (IOException unreadable) {
            throw new SettingsException(folder + ": cannot be read; check the rights of the folder", unreadable);
        } catch (IllegalArgumentException fault) {
            throw new SettingsException(fault.getMessage(), fault);
        }
    }

    /** The fonts that were added for letters that those of the house lack, by name. */
    public List<Path> fonts() {
        return fonts;
    }

    /** The statement as a letter in a language, with the company's look and the lines of the customer's country. */
    public StatementLetter letter(StatementOfAccount statement, Company company, Customer customer, String language) {
        StatementWording words = in(language, company.language());
        return StatementLetter.of(statement, company, customer, words).withLook(looks.of(company.id()))
                .withLegalLines(legalLines(customer, words, statement.cutOff()));
    }

    /** What the customer's country wants said about a statement that is cut on a day. */
    public List<String> legalLines(Customer customer, StatementWording words, LocalDate cutOff) {
        return legalLines.of(customer.country(), words.language().getLanguage(), cutOff);
    }

    /** The customer's language, with or without a region ({@code de-AT} reads {@code de}), else the house's. */
    public StatementWording in(String language, Locale house) {
        StatementWording wording = byLanguage.get(language);
        if (wording == null) {
            wording = byLanguage.get(Locale.forLanguageTag(language).getLanguage());
        }
        return wording == null ? in(house) : wording;
    }

    /** Whether there are texts in this language, with or without a region. */
    public boolean speaks(String language) {
        return byLanguage.containsKey(language) || byLanguage.containsKey(Locale.forLanguageTag(language).getLanguage());
    }

    /** @throws SettingsException when the house has no texts in its own language */
    public StatementWording in(Locale house) {
        StatementWording wording = byLanguage.getOrDefault(house.toLanguageTag(), byLanguage.get(house.getLanguage()));
        if (wording == null) {
            throw new SettingsException("templates/" + house.getLanguage() + "/" + FILE_NAME
                    + ": is missing, but a company speaks this language; add it, or change its language in companies.yaml");
        }
        return wording;
    }

    private static StatementWording wording(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        Map<StatementWord, String> texts = new EnumMap<>(StatementWord.class);
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    add(texts, line, file + ":" + (i + 1) + ": ");
                }
            }
            return new StatementWording(Locale.forLanguageTag(folder.getFileName().toString()), texts);
        } catch (IOException unreadable) {
            throw new SettingsException(file + ": cannot be read as UTF-8: " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException fault) {
            throw new SettingsException(file + ": " + fault.getMessage(), fault);
        }
    }

    private static void add(Map<StatementWord, String> texts, String line, String where) {
        int equals = line.indexOf('=');
        if (equals < 1) {
            throw new SettingsException(where + "expected 'key = text'");
        }
        String key = line.substring(0, equals).strip();
        String text = line.substring(equals + 1).strip();
        StatementWord word = WORDS.get(key);
        if (word == null) {
            throw new SettingsException(where + key + ": is not known here; remove it, or correct the spelling");
        }
        if (text.isEmpty() || texts.put(word, text) != null) {
            throw new SettingsException(where + key
                    + (text.isEmpty() ? ": has no text; give it one" : ": stands here twice; keep one"));
        }
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            if (!word.names().contains(names.group(1))) {
                throw new SettingsException(where + key + ": {" + names.group(1) + "} is not filled in here; known are "
                        + word.names());
            }
        }
    }
}
