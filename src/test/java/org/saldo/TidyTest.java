package org.saldo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house style that a machine can check. */
class TidyTest {

    private static final int LINE_MAX = 130;
    private static final int MAIN_FILE_MAX = 300;
    private static final int TEST_FILE_MAX = 450;

    @Test
    void sourcesKeepToTheHouseStyle() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path file : javaFiles()) {
            List<String> lines = Files.readAllLines(file);
            int most = file.startsWith("src/main") ? MAIN_FILE_MAX : TEST_FILE_MAX;
            if (lines.size() > most) {
                faults.add(file + ": " + lines.size() + " lines; split it, " + most + " is the most");
            }
            for (int i = 0; i < lines.size(); i++) {
                String fault = faultOf(lines.get(i));
                if (!fault.isEmpty()) {
                    faults.add(file + ":" + (i + 1) + ": " + fault);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/saldo"))) {
            List<Path> silent = folders.filter(Files::isDirectory)
                    .filter(folder -> hasJava(folder) && !Files.exists(folder.resolve("package-info.java")))
                    .toList();
            assertThat(silent).isEmpty();
        }
    }

    private static String faultOf(String line) {
        if (line.length() > LINE_MAX) {
            return line.length() + " characters; " + LINE_MAX + " is the most";
        }
        if (line.contains("\t")) {
            return "a tab; indent with spaces";
        }
        if (line.endsWith(" ")) {
            return "trailing space";
        }
        return line.contains("TO" + "DO") || line.contains("FIX" + "ME") ? "unfinished work; do it or open an issue" : "";
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private static boolean hasJava(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
