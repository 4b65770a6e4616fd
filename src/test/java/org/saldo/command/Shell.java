package org.saldo.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Types commands inside this process: the shipped settings in a folder of its own, and what came out. */
final class Shell {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final InstantSource clock;

    /** What a command printed, and how it ended. */
    record Said(int exit, String out, String err) {
    }

    Shell(Path folder, Instant now) throws IOException {
        this.folder = folder;
        this.clock = InstantSource.fixed(now);
        copy(Path.of("config"), folder.resolve("config"));
        copy(Path.of("routes"), folder.resolve("routes"));
    }

    Shell with(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path folder() {
        return folder;
    }

    Said type(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        for (String name : List.of("config", "routes", "data")) {
            arguments.add("--" + name);
            arguments.add(folder.resolve(name).toString());
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CommandLine line = Saldo.line(environment, Optional.empty(), clock, bytes);
        int exit = line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
        return new Said(exit, out + bytes.toString(StandardCharsets.UTF_8), err.toString());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
