package org.saldo.delivery;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.saldo.settings.SettingsException;

/**
 * The words and layouts of what we write, in {@code templates/<language>/}, changed without a compiler. Data is only ever
 * shown, never run as a template; a template whose name ends with {@code .ftlh} escapes it for HTML. A customer whose
 * language is not there is written to in the house language.
 */
public final class Templates {

    private final Path folder;
    private final String house;
    private final Configuration freemarker;
    private final Map<String, Wording> wordings = new ConcurrentHashMap<>();

    /**
     * @param house the language that must have every template, such as {@code en}
     * @throws SettingsException when the folder or the house language is missing
     */
    public Templates(Path folder, String house) {
        this.folder = folder;
        this.house = house;
        if (!isLanguage(house) || !Files.isDirectory(folder.resolve(house))) {
            throw new SettingsException(folder.resolve(house) + ": the templates of the house language are missing; "
                    + "copy them from the shipped config");
        }
        this.freemarker = new Configuration(Configuration.VERSION_2_3_34);
        try {
            freemarker.setTemplateLoader(new FileTemplateLoader(folder.toFile()));
        } catch (IOException failure) {
            throw new SettingsException(folder + ": " + failure.getMessage(), failure);
        }
        freemarker.setDefaultEncoding(StandardCharsets.UTF_8.name());
        freemarker.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        freemarker.setLogTemplateExceptions(false);
        freemarker.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        freemarker.setAPIBuiltinEnabled(false);
        freemarker.setLocalizedLookup(false);
        freemarker.setNumberFormat("computer");
    }

    /** The wanted language when it has this template, else the house language. */
    public String languageFor(String wanted, String name) {
        return isLanguage(wanted) && Files.isRegularFile(folder.resolve(wanted).resolve(name)) ? wanted : house;
    }

    /** How days and amounts are written in a language. */
    Wording wording(String language) {
        return wordings.computeIfAbsent(language, any -> Wording.read(folder.resolve(any)));
    }

    /** @throws SettingsException when the house language lacks the template, or it cannot be read */
    public void require(String name) {
        template(house + "/" + name);
    }

    /**
     * The template in this language, filled in; {@code model} holds texts, numbers, and lists and maps of them.
     *
     * @throws SettingsException with template and line, when it asks for what is not there
     */
    public String render(String language, String name, Map<String, ?> model) {
        StringWriter text = new StringWriter();
        try {
            template(language + "/" + name).process(model, text);
        } catch (TemplateException | IOException fault) {
            throw new SettingsException(folder.resolve(language).resolve(name) + ": " + oneLine(fault), fault);
        }
        return text.toString();
    }

    private Template template(String name) {
        try {
            return freemarker.getTemplate(name);
        } catch (IOException fault) {
            throw new SettingsException(folder.resolve(name) + ": " + oneLine(fault)
                    + "; correct the template or copy it from the shipped config", fault);
        }
    }

    private static boolean isLanguage(String text) {
        return text.matches("[a-z]{2,3}");
    }

    private static String oneLine(Exception fault) {
        String message = String.valueOf(fault.getMessage());
        return (message.contains("----") ? message.substring(0, message.indexOf("----")) : message)
                .replaceAll("\\s+", " ").strip();
    }
}
