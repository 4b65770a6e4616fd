package org.saldo.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The three folders of an installation: what IT writes (config, routes) and what the hub writes (data). Each is named
 * by an option, else by the environment, else it is in the working folder, else in the image.
 */
public record Folders(Path config, Path routes, Path data) {

    public Folders {
        config = config.toAbsolutePath().normalize();
        routes = routes.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    /** What was said on the command line; an empty one was not said. */
    public record Named(Optional<Path> config, Optional<Path> routes, Optional<Path> data) {
    }

    /**
     * @param image where the image is; empty when Saldo does not run from one
     * @throws SettingsException when there is no such folder of settings or routes
     */
    public static Folders find(Named named, Map<String, String> environment, Optional<Path> image) {
        Path here = Path.of("");
        Path home = Files.isDirectory(here.resolve("config")) ? here : image.orElse(here);
        Folders folders = new Folders(
                choose(named.config(), environment.get("SALDO_CONFIG"), home.resolve("config")),
                choose(named.routes(), environment.get("SALDO_ROUTES"),
                        Files.isDirectory(here.resolve("routes")) ? here.resolve("routes") : home.resolve("routes")),
                choose(named.data(), environment.get("SALDO_DATA"),
                        Files.isDirectory(here.resolve("data")) ? here.resolve("data") : home.resolve("data")));
        requireFolder(folders.config, "--config or SALDO_CONFIG");
        requireFolder(folders.routes, "--routes or SALDO_ROUTES");
        return folders;
    }

    private static Path choose(Optional<Path> option, String environment, Path otherwise) {
        return option.orElseGet(() -> environment == null || environment.isBlank() ? otherwise : Path.of(environment));
    }

    private static void requireFolder(Path folder, String namedBy) {
        if (!Files.isDirectory(folder)) {
            throw new SettingsException(folder + ": there is no such folder; name it by " + namedBy);
        }
    }

    public Path policies() {
        return config.resolve("policies");
    }

    public Path mappings() {
        return config.resolve("mappings");
    }

    public Path templates() {
        return config.resolve("templates");
    }

    /** Where files are dropped, in a folder a kind. */
    public Path inbox() {
        return data.resolve("inbox");
    }

    public Path out() {
        return data.resolve("out");
    }

    public Path database() {
        return data.resolve("db");
    }

    public Path log() {
        return data.resolve("log");
    }
}
