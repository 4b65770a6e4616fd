package org.saldo.camel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.saldo.settings.HubProperties;
import org.saldo.settings.SettingsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands requests for pages over to the route {@code direct:answer-page}: of each only its method, the end of its path, its
 * type, the caller's program and address, and the body, unread. So no header that a caller sends ever becomes one of Camel's.
 * What is sent too slowly is given up, and there are more threads than somebody needs who only waits.
 */
final class PageServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PageServer.class);

    /** Where the pages are. */
    static final String PATH = "/statement/";
    static final String METHOD = "pageMethod";
    static final String CODES = "pageCodes";
    static final String CLIENT = "pageClient";
    static final String PROGRAM = "pageProgram";

    private static final Set<String> METHODS = Set.of("GET", "POST");
    private static final int THREADS = 64;
    private static final String SECONDS_MOST = "60";
    private static final int PROGRAM_LONGEST = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> new Thread(work, "pages"));
    private final ProducerTemplate route;
    private final boolean behindProxy;

    /** What was posted, unread. Camel would keep all of a stream before anybody asks how long it is; this is none to it. */
    record Posted(InputStream bytes) {
    }

    private PageServer(HttpServer server, ProducerTemplate route, boolean behindProxy) {
        this.server = server;
        this.route = route;
        this.behindProxy = behindProxy;
    }

    /** @throws SettingsException when the port cannot be had */
    static PageServer start(HubProperties properties, CamelContext camel) {
        // read by the server once, when the first one is made; without them a request may take for ever to come in
        List.of("sun.net.httpserver.maxReqTime", "sun.net.httpserver.maxRspTime").stream()
                .filter(limit -> System.getProperty(limit) == null).forEach(limit -> System.setProperty(limit, SECONDS_MOST));
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(properties.required("answers.page.host"),
                    properties.whole("answers.page.port")), 0);
            PageServer pages = new PageServer(server, camel.createProducerTemplate(),
                    properties.flag("answers.page.behind-proxy"));
            server.setExecutor(pages.threads);
            server.createContext(PATH, pages::handle);
            server.start();
            return pages;
        } catch (IOException failure) {
            throw properties.fault("answers.page.port", "cannot be opened: " + failure.getMessage() + "; choose another one");
        }
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            if (!METHODS.contains(http.getRequestMethod())) {
                http.getResponseHeaders().set("Allow", "GET, POST");
                http.sendResponseHeaders(405, -1);
                return;
            }
            String path = http.getRequestURI().getPath();
            Exchange done = route.request("direct:answer-page", exchange -> {
                Message message = exchange.getIn();
                message.setHeader(METHOD, http.getRequestMethod());
                message.setHeader(CODES, path.substring(PATH.length()));
                message.setHeader(CLIENT, client(http));
                message.setHeader(PROGRAM, cut(http, "User-Agent"));
                message.setHeader(Exchange.CONTENT_TYPE, cut(http, "Content-Type"));
                message.setBody(new Posted(http.getRequestBody()));
            });
            respond(http, done);
        }
    }

    private static void respond(HttpExchange http, Exchange done) throws IOException {
        Message message = done.getMessage();
        boolean failed = done.getException() != null;
        if (failed) {
            LOG.error("a statement's page was asked for and could not be answered", done.getException());
        }
        int status = failed ? 500 : message.getHeader(Exchange.HTTP_RESPONSE_CODE, 500, Integer.class);
        byte[] body = (failed ? "This does not work at the moment. Please reply to the mail instead."
                : message.getBody(String.class)).getBytes(StandardCharsets.UTF_8);
        for (Map.Entry<String, Object> header : message.getHeaders().entrySet()) {
            if (!failed && Character.isUpperCase(header.getKey().charAt(0)) && !header.getKey().startsWith("Camel")) {
                http.getResponseHeaders().set(header.getKey(), String.valueOf(header.getValue()));
            }
        }
        http.sendResponseHeaders(status, body.length);
        try (OutputStream out = http.getResponseBody()) {
            out.write(body);
        }
    }

    /** The proxy adds the caller's address at the end; all before it is what the caller says himself. */
    private String client(HttpExchange http) {
        List<String> lines = http.getRequestHeaders().getOrDefault("X-Forwarded-For", List.of(""));
        String line = lines.get(lines.size() - 1);
        String last = line.substring(line.lastIndexOf(',') + 1).replaceAll("\\p{Cntrl}", " ").strip();
        return behindProxy && !last.isEmpty() ? last : http.getRemoteAddress().getAddress().getHostAddress();
    }

    private static String cut(HttpExchange http, String header) {
        String value = Optional.ofNullable(http.getRequestHeaders().getFirst(header)).orElse("").replaceAll("\\p{Cntrl}", " ");
        return value.substring(0, Math.min(PROGRAM_LONGEST, value.length()));
    }

    @Override
    public void close() {
        server.stop(1);
        threads.shutdown();
        route.stop();
    }
}
