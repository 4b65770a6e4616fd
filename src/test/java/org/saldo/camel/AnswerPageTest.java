package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.intake.Sender;
import org.saldo.job.intake.IntakeReport;
import org.saldo.job.intake.MailIntake;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.statement.StatementStore;

/** The pages on which customers answer their statements, over real HTTP, and in a real browser where one is installed. */
class AnswerPageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Pattern LINK = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/statement/[0-9A-Z]{46}");
    private static final String NONCE = "nonce=\"([^\"]+)\"";
    private static final String CUSTOMERS = """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Acme <b>Rohre</b> GmbH,DE,de,EUR,ap@acme.example,,NET30,
            C-2,Castilla Riegos S.L.,ES,es,EUR,pagos@castilla.example,,NET30,
            C-3,杭州机械有限公司,CN,zh,EUR,ap@hangzhou.example,,NET30,
            C-4,Dresdner Pumpen GmbH,DE,de,EUR,ap@dresden.example,,NET30,
            C-5,Elbe Stahlbau GmbH,DE,de,EUR,ap@elbe.example,,NET30,
            """;
    private static final String INVOICES = """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1001,C-1,2026-09-01,2026-10-01,EUR,1000.00
            INVOICE,INV-1002,C-1,2026-10-05,2026-11-04,EUR,234.56
            INVOICE,INV-2001,C-2,2026-10-06,2026-11-05,EUR,77.00
            INVOICE,INV-3001,C-3,2026-10-07,2026-11-06,EUR,88.00
            INVOICE,INV-4001,C-4,2026-10-08,2026-11-07,EUR,99.00
            INVOICE,INV-5001,C-5,2026-10-09,2026-11-08,EUR,5000.50
            """;

    private static final int BODY_MOST = 100_000;

    @TempDir
    private static Path folder;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Map<String, String> LINKS = new TreeMap<>();

    private static World world;
    private static Installation hub;
    private static int tests;
    private static Socket halfSent;

    /** The address from which this test's requests come: what it asks for is not counted for others. */
    private final String own = "198.51.100." + ++tests;

    @BeforeAll
    static void mailStatements() throws Exception {
        System.setProperty("sun.net.httpserver.maxReqTime", "8");
        world = new World("pages-" + folder.getFileName());
        Path config = config();
        hub = world.around(new Installation(config, Path.of("routes"), folder.resolve("data"))).with("mail.customers", "on")
                .with("source.url", "").with("intake.mail.url", "").with("deliver.cron", "0 0 0 1 1 ? 2099")
                .with("answers.page.behind-proxy", "true").with("answers.page.max-bytes", Integer.toString(BODY_MOST))
                .with("answers.page.url", "http://127.0.0.1:" + port());
        hub.with("answers.page.port", URI.create(hub.properties().text("answers.page.url")).getPort() + "").start();
        halfSent = socket();
        halfSent.getOutputStream().write("GET /statement/x HTTP/1.1\r\nHost: x\r\n".getBytes(StandardCharsets.US_ASCII));
        take("customers.csv", CUSTOMERS);
        take("invoices.csv", INVOICES);
        hub.jobs().statements().run(OCTOBER, Optional.empty(), TODAY, false);
        hub.jobs().delivery().run();
        for (String address : List.of("ap@acme.example", "pagos@castilla.example", "ap@hangzhou.example",
                "ap@dresden.example", "ap@elbe.example")) {
            Matcher found = LINK.matcher(World.read(world.sentTo(address).get(0)));
            assertThat(found.find()).isTrue();
            LINKS.put(address, found.group());
        }
    }

    @AfterAll
    static void stop() throws Exception {
        halfSent.close();
        hub.close();
        world.close();
    }

    @Test
    void lookingChangesNothingAndOneAnswerIsTaken() throws Exception {
        String link = LINKS.get("ap@acme.example");
        HttpResponse<String> shown = get(link);
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.body()).contains("EUR").contains("1.234,56").contains("INV-1002")
                .contains("Acme &lt;b&gt;Rohre&lt;/b&gt; GmbH").doesNotContain("<b>Rohre").doesNotContain("INV-2001");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
        assertThat(shown.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(first(get(link).body(), NONCE)).isNotEqualTo(first(get(link).body(), NONCE));
        assertThat(answers("C-1")).isEmpty();
        assertThat(post(link, Map.of("answer", "agree", "person", "Ana", "entitled", "yes")).body()).contains("festgehalten");
        assertThat(answers("C-1")).containsExactly("CONFIRMED EMAIL LINK Ana");
        assertThat(post(link, Map.of("answer", "agree", "person", "Eva", "entitled", "yes")).body())
                .contains("schon beantwortet");
        assertThat(get(link).body()).contains("schon beantwortet").doesNotContain("1.234,56");
        assertThat(answers("C-1")).hasSize(1);
        everyPromiseHolds();
    }

    private static void everyPromiseHolds() {
        assertThat(hub.jobs().verify().run().results()).allMatch(promise -> promise.holds());
    }

    @Test
    void whatDiffersWaitsForAPerson() throws Exception {
        String link = LINKS.get("pagos@castilla.example");
        String key = first(get(link).body(), "name=\"reason-(\\d+)\"");
        assertThat(post(link, Map.of("answer", "differ", "person", "Luis", "entitled", "yes")).body()).contains("id=\"wrong\"");
        assertThat(post(link, Map.of("answer", "differ", "person", "Luis", "note", "x")).body()).contains("id=\"wrong\"");
        assertThat(post(link, Map.of("answer", "differ", "person", "Luis", "entitled", "yes", "amount-" + key, "a lot")).body())
                .contains("id=\"wrong\"");
        assertThat(tasks()).isEmpty();
        assertThat(post(link, Map.of("answer", "differ", "person", "Luis", "entitled", "yes", "reason-" + key, "PAID",
                "amount-" + key, "0,00", "note", "pagado el 30",
                "file", "INV-2001;0")).body()).contains("registrado su respuesta");
        assertThat(answers("C-2")).isEmpty();
        assertThat(tasks()).containsExactly("C-2 PAID_ALREADY -");
        String task = hub.jobs().answers().desk().list("").get(0).split(" ")[0];
        assertThat(String.join("\n", hub.jobs().answers().desk().show(task))).contains("INV-2001 PAID 0,00", "Luis",
                "pagos@castilla.example");
        assertThat(hub.jobs().answers().desk().files(task)).containsOnlyKeys("lista.csv");
        everyPromiseHolds();
    }

    @Test
    void aWrongAddressShowsNothingAndManyRequestsAreTurnedAway() throws Exception {
        String link = LINKS.get("ap@acme.example");
        String another = LINKS.get("pagos@castilla.example");
        String mixed = another.substring(0, another.length() - 26) + link.substring(link.length() - 26);
        for (String wrong : List.of(mixed, link.substring(0, link.length() - 1) + (link.endsWith("A") ? "B" : "A"), link + "A")) {
            assertThat(get(wrong).statusCode()).isEqualTo(404);
            assertThat(get(wrong).body()).doesNotContain("Acme").doesNotContain("Castilla");
        }
        List<Integer> statuses = IntStream.range(0, 60).mapToObj(i -> status(link, "203.0.113.9")).toList();
        assertThat(statuses).contains(200, 429);
        assertThat(status(link, "203.0.113.10")).isEqualTo(200);
    }

    @Test
    void callersAreCountedByTheAddressThatTheProxyAddedWhateverTheyWroteBefore() throws Exception {
        String link = LINKS.get("ap@acme.example");
        List<Integer> inOneLine = IntStream.range(0, 40).mapToObj(i -> status(link, i + "-" + "x".repeat(300) + ", 203.0.113.21"))
                .toList();
        assertThat(inOneLine).contains(200, 429);
        List<Integer> inTwoLines = IntStream.range(0, 40).mapToObj(i -> status(link, "10.0.0." + i, "203.0.113.22")).toList();
        assertThat(inTwoLines).contains(200, 429);
    }

    @Test
    void ofABodyNoMoreIsReadThanMayBe() throws Exception {
        assertThat(endless("/statement/" + "A".repeat(46)).lines().findFirst().orElse("")).isNotEqualTo("all was read");
        String right = URI.create(LINKS.get("ap@acme.example")).getPath();
        assertThat(endless(right).lines().findFirst().orElse("")).isNotEqualTo("all was read");
        HttpResponse<String> tooLong = post(LINKS.get("ap@acme.example"), Map.of("note", "x".repeat(BODY_MOST)));
        assertThat(tooLong.statusCode()).isEqualTo(413);
    }

    /** What comes back when very much is sent in chunks: the server does not wait for all of it. */
    private static String endless(String path) throws IOException {
        byte[] chunk = new byte[64 * 1024];
        Arrays.fill(chunk, (byte) '-');
        try (Socket socket = socket()) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                    + "X-Forwarded-For: 203.0.113.31\r\nTransfer-Encoding: chunked\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            try {
                for (int i = 0; i < 1000; i++) {
                    out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException closed) {
                return closed.getMessage();
            }
            return "all was read";
        }
    }

    @Test
    void requestsThatAreHalfSentStopNobodyAndAreGivenUp() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 20; i++) {
                held.add(socket());
                held.get(i).getOutputStream().write("POST /statement/x HTTP/1.1\r\nCont".getBytes(StandardCharsets.US_ASCII));
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create(LINKS.get("ap@acme.example")))
                    .header("X-Forwarded-For", own).timeout(Duration.ofSeconds(7)).build();
            assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
        halfSent.setSoTimeout(20_000);
        assertThat(halfSent.getInputStream().read()).isEqualTo(-1);
        assertThat(System.getProperty("sun.net.httpserver.maxRspTime")).isEqualTo("60");
    }

    private static Socket socket() throws IOException {
        return new Socket("127.0.0.1", URI.create(hub.properties().text("answers.page.url")).getPort());
    }

    @Test
    void twoWhoAnswerAtOnceAreOneAnswer() throws Exception {
        String link = LINKS.get("ap@dresden.example");
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> answers = IntStream.range(0, 8).<Callable<Integer>>mapToObj(i -> () -> post(link,
                    Map.of("answer", "agree", "person", "P" + i, "entitled", "yes")).statusCode()).toList();
            for (Future<Integer> answer : people.invokeAll(answers)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(answers("C-4")).hasSize(1);
    }

    @Test
    void aPersonAnswersOnATelephone() throws Exception {
        try (Browser browser = Browser.open(Browser.required(), 390, 844)) {
            browser.goTo(LINKS.get("ap@elbe.example"));
            assertThat(browser.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).isEqualTo("true");
            assertThat(browser.evaluate("document.getElementById('balance').textContent")).contains("5.000,50");
            assertThat(browser.evaluate("getComputedStyle(document.querySelector('button.agree')).backgroundColor"))
                    .isEqualTo("rgb(31, 78, 121)");
            browser.picture(Path.of("target", "pages", "open-de.png"));
            browser.evaluate("document.querySelector('button.agree').click()");
            assertThat(browser.evaluate("document.querySelector('#person:invalid') !== null")).isEqualTo("true");
            browser.evaluate("document.getElementById('person').value = 'Jürgen Weiß'");
            browser.evaluate("document.getElementById('entitled').checked = true");
            browser.evaluate("document.querySelector('form').addEventListener('submit', event => {"
                    + " window.sent = event.submitter.value; event.preventDefault() }, {once: true})");
            browser.enter("person");
            assertThat(browser.evaluate("window.sent")).isEqualTo("undefined");
            assertThat(browser.evaluate("document.querySelector('form [type=submit]').getClientRects().length")).isEqualTo("0");
            browser.evaluate("document.querySelector('button.agree').click()");
            assertThat(browser.evaluate("window.sent")).isEqualTo("agree");
            browser.press("button.agree");
            assertThat(browser.evaluate("document.getElementById('state').textContent")).contains("denselben Saldo");
            assertThat(answers("C-5")).containsExactly("CONFIRMED EMAIL LINK Jürgen Weiß");
            browser.goTo(LINKS.get("ap@hangzhou.example"));
            browser.evaluate("document.querySelector('details').open = true");
            browser.picture(Path.of("target", "pages", "open-zh.png"));
        }
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private static List<String> answers(String customer) {
        AnswerReader reader = new AnswerReader(hub.jobs().ledger());
        return new StatementStore(hub.jobs().ledger()).made("main", OCTOBER, 0, 100).stream()
                .filter(statement -> statement.key().customer().number().equals(customer))
                .flatMap(statement -> reader.answers(statement).stream()).map(answer -> String.join(" ", answer.outcome().name(),
                        answer.grade().map(Enum::name).orElse("-"), answer.channel().name(), answer.person())).toList();
    }

    private static List<String> tasks() {
        return new AnswerReader(hub.jobs().ledger()).waiting("", 100).stream().map(task -> task.customer() + " " + task.reason()
                + " " + task.suggestion().map(Enum::name).orElse("-")).toList();
    }

    private HttpResponse<String> get(String link) throws IOException, InterruptedException {
        return CLIENT.send(HttpRequest.newBuilder(URI.create(link)).header("X-Forwarded-For", own).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int status(String link, String... from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link));
        Stream.of(from).forEach(line -> request.header("X-Forwarded-For", line));
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private HttpResponse<String> post(String link, Map<String, String> fields) throws IOException, InterruptedException {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append("--limit\r\nContent-Disposition: form-data; name=\"").append(name)
                .append(name.equals("file") ? "\"; filename=\"lista.csv" : "").append("\"\r\n\r\n").append(value).append("\r\n"));
        return CLIENT.send(HttpRequest.newBuilder(URI.create(link)).header("Content-Type", "multipart/form-data; boundary=limit")
                .header("X-Forwarded-For", own)
                .POST(HttpRequest.BodyPublishers.ofString(form + "--limit--\r\n", StandardCharsets.UTF_8)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static void take(String name, String text) throws IOException {
        IntakeReport report = hub.jobs().incoming().mails(hub.jobs()::people).take(new Sender("test", false, ""),
                List.of(new MailIntake.Attached(name, () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))),
                TODAY).reports().get(0);
        assertThat(report.accepted()).isEqualTo(report.read());
    }

    /** The shipped one, but that customers get their statements. */
    private static Path config() throws IOException {
        Path config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(Path.of("config").relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path statements = config.resolve("policies/statements.yaml");
        Files.writeString(statements, Files.readString(statements)
                .replace("send-to-customers: false", "send-to-customers: true"));
        return config;
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
