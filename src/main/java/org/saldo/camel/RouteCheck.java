package org.saldo.camel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;

/** Reads every route as the service would, file by file, without starting one. */
public final class RouteCheck {

    private static final Pattern NAMED = Pattern.compile("Unsupported field: (\\S+)|'([^']+)'|\\{\\{\\??([^}]+)}}|: (\\S+)$");
    private static final Pattern MARKED = Pattern.compile("line (\\d+), column");

    private final Folders folders;
    private final HubProperties properties;
    private final Beans beans;

    public RouteCheck(Folders folders, HubProperties properties, Beans beans) {
        this.folders = folders;
        this.properties = properties;
        this.beans = beans;
    }

    /** The faults as {@code file:line: what; what to do}; none when the service would start. */
    public List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        Main main = Service.prepared(folders, properties, beans);
        main.configure().withAutoStartup(false);
        try {
            main.start();
            for (Path file : files()) {
                load(main.getCamelContext(), file, faults);
            }
        } catch (Exception failure) {
            faults.add(folders.routes() + ": Camel does not start: " + Service.rootMessage(failure));
        } finally {
            main.stop();
        }
        return faults;
    }

    /** The last first: what the routes share stands in the last file. */
    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folders.routes())) {
            return files.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void load(CamelContext context, Path file, List<String> faults) throws IOException {
        String text = Files.readString(file);
        try {
            Resource resource = ResourceHelper.resolveResource(context, "file:" + file);
            PluginHelper.getRoutesLoader(context).loadRoutes(resource);
        } catch (Exception failure) {
            String message = Service.rootMessage(failure);
            faults.add(file + ":" + lineOf(text, message) + ": " + message
                    + "; compare with the shipped route and config/application.properties");
        }
    }

    private static int lineOf(String text, String message) {
        Matcher mark = MARKED.matcher(message);
        if (mark.find()) {
            return Integer.parseInt(mark.group(1));
        }
        List<String> lines = text.lines().toList();
        Matcher named = NAMED.matcher(message);
        while (named.find()) {
            for (int group = 1; group <= named.groupCount(); group++) {
                String word = named.group(group);
                for (int i = 0; word != null && i < lines.size(); i++) {
                    if (lines.get(i).contains(word)) {
                        return i + 1;
                    }
                }
            }
        }
        return 1;
    }
}
