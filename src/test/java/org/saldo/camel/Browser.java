package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A real Chromium without a window, steered by its DevTools protocol: what a person would type and press. */
final class Browser implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private int commands;

    private Browser(Process process, Path profile, URI page) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
    }

    /** Whole messages of the browser. */
    private final class Listener implements WebSocket.Listener {

        private final StringBuilder part = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                answers.add(part.toString());
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** Where Debian puts it; empty when it is not on this machine. */
    static Optional<Path> program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of)
                .filter(Files::isExecutable).findFirst();
    }

    /** The browser of this machine. Without one the test is skipped, and fails where saldo.ci says that there has to be one. */
    static Path required() {
        Optional<Path> program = program();
        String missing = "no Chromium is installed: apt-get install chromium";
        assertThat(program.isPresent() || !Boolean.getBoolean("saldo.ci")).as(missing).isTrue();
        Assumptions.assumeTrue(program.isPresent(), missing);
        return program.get();
    }

    /** A browser with a screen of this width and height, in its own profile. */
    static Browser open(Path program, int width, int height) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("browser");
        Process process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox", "--disable-gpu",
                "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions", "--remote-debugging-port=0",
                "--window-size=" + width + "," + height, "--user-data-dir=" + profile, "about:blank")
                .redirectErrorStream(true).redirectOutput(profile.resolve("out").toFile()).start();
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(port) || Files.readAllLines(port).isEmpty()) {
            if (System.nanoTime() > end || !process.isAlive()) {
                throw new IOException("the browser does not start: " + Files.readString(profile.resolve("out")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
        String pages = HttpClient.newHttpClient().send(HttpRequest.newBuilder(list).build(),
                HttpResponse.BodyHandlers.ofString()).body();
        List<?> all = (List<?>) json(pages);
        String page = all.stream().map(each -> (Map<?, ?>) each).filter(each -> each.get("type").equals("page"))
                .map(each -> (String) each.get("webSocketDebuggerUrl")).findFirst().orElseThrow();
        Browser browser = new Browser(process, profile, URI.create(page));
        browser.command("Page.enable", "{}");
        return browser;
    }

    private static Object json(String text) {
        return new Load(LoadSettings.builder().setCodePointLimit(100_000_000).build()).loadFromString(text);
    }

    /** Opens an address and waits until it is there. */
    void goTo(String address) throws InterruptedException {
        command("Page.navigate", "{\"url\":\"" + address + "\"}");
        event("Page.loadEventFired");
    }

    /** Presses what leads to another page, and waits until that is there. */
    void press(String selector) throws InterruptedException {
        answers.removeIf(each -> each.contains("Page.loadEventFired"));
        evaluate("document.querySelector('" + selector + "').click()");
        event("Page.loadEventFired");
    }

    /** Presses Enter in the field of this id. */
    void enter(String id) throws InterruptedException {
        evaluate("document.getElementById('" + id + "').focus()");
        String key = "\"key\":\"Enter\",\"code\":\"Enter\",\"windowsVirtualKeyCode\":13}";
        command("Input.dispatchKeyEvent", "{\"type\":\"keyDown\",\"text\":\"\\r\"," + key);
        command("Input.dispatchKeyEvent", "{\"type\":\"keyUp\"," + key);
    }

    /** What an expression of the page is, as text. */
    String evaluate(String expression) throws InterruptedException {
        Map<?, ?> answer = command("Runtime.evaluate", "{\"returnByValue\":true,\"expression\":"
                + quoted("String(" + expression + ")") + "}");
        Map<?, ?> result = (Map<?, ?>) ((Map<?, ?>) answer.get("result")).get("result");
        return String.valueOf(result.get("value"));
    }

    /** What the page shows as a PNG, as far down as it goes. */
    void picture(Path file) throws InterruptedException, IOException {
        Map<?, ?> answer = command("Page.captureScreenshot", "{\"captureBeyondViewport\":true}");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, Base64.getDecoder().decode((String) ((Map<?, ?>) answer.get("result")).get("data")));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private Map<?, ?> command(String method, String parameters) throws InterruptedException {
        int id = ++commands;
        socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true).join();
        return (Map<?, ?>) json(awaited("\"id\":" + id + ","));
    }

    private void event(String name) throws InterruptedException {
        awaited("\"method\":\"" + name + "\"");
    }

    private String awaited(String mark) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (int turns = 0; ; turns++) {
            String next = answers.poll(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (next == null || System.nanoTime() > end) {
                throw new IllegalStateException("the browser does not answer: " + mark);
            }
            if (next.contains(mark)) {
                return next;
            }
            if (next.contains("Page.loadEventFired")) {
                answers.add(next);
                if (turns > 1000) {
                    throw new IllegalStateException("the browser does not answer: " + mark);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.abort();
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted((one, other) -> other.compareTo(one)).forEach(file -> file.toFile().delete());
        }
    }
}
