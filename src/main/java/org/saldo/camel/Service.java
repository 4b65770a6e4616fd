package org.saldo.camel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.saldo.job.Jobs;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.settings.SettingsException;
import org.saldo.store.export.StatusStore;

/** The running routes. Closing it lets what runs finish, for as long as the settings allow. */
public final class Service implements AutoCloseable {

    private final Main main;
    private final Optional<PageServer> pages;

    private Service(Main main, Optional<PageServer> pages) {
        this.main = main;
        this.pages = pages;
    }

    /** @throws SettingsException when a route cannot be started; `saldo check` says which */
    public static Service start(Folders folders, HubProperties properties, Beans beans, Jobs jobs) {
        Main main = prepared(folders, properties, beans);
        MainConfigurationProperties configuration = main.configure();
        configuration.withRoutesIncludePattern("file:" + folders.routes() + "/*.camel.yaml");
        int port = properties.whole("management.port");
        if (port != 0) {
            main.bind("ledger-database", new LedgerHealth(jobs.statusStore()));
            configuration.metrics().withEnabled(true).withEnableMessageHistory(false);
            configuration.health().withEnabled(true);
            configuration.httpManagementServer().withEnabled(true).withHost(properties.required("management.host"))
                    .withPort(port).withHealthCheckEnabled(true).withMetricsEnabled(true);
        }
        try {
            main.start();
            meter(main.getCamelContext(), jobs.statusStore(), beans.decisionMeters());
            return new Service(main, properties.isSet("answers.page.url")
                    ? Optional.of(PageServer.start(properties, main.getCamelContext())) : Optional.empty());
        } catch (Exception failure) {
            main.stop();
            throw new SettingsException("the service does not start: " + rootMessage(failure)
                    + "; `saldo check` says which file and line", failure);
        }
    }

    /** A Camel that has our beans and our settings, and nothing else. */
    static Main prepared(Folders folders, HubProperties properties, Beans beans) {
        Main main = new Main();
        // the command stops the service on a signal; a second one who listens waits for a latch that nobody counts down
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        Map<String, Object> values = new HashMap<>(properties.all());
        values.put("hub.data", folders.data().toString());
        main.setOverrideProperties(values);
        main.setDefaultPropertyPlaceholderLocation("false");
        beans.bindTo(main);
        MainConfigurationProperties configuration = main.configure();
        configuration.withName("saldo");
        configuration.withBasePackageScanEnabled(false);
        configuration.withAutoConfigurationLogSummary(false);
        configuration.withShutdownTimeout(properties.whole("shutdown.seconds"));
        configuration.withShutdownLogInflightExchangesOnTimeout(false);
        configuration.withStreamCachingEnabled(true);
        return main;
    }

    /** How many routes run. */
    public int routes() {
        return main.getCamelContext().getRoutesSize();
    }

    CamelContext context() {
        return main.getCamelContext();
    }

    private static void meter(CamelContext context, StatusStore store, DecisionMeters decisions) {
        MeterRegistry meters = context.getRegistry().findSingleByType(MeterRegistry.class);
        if (meters == null) {
            return;
        }
        decisions.bindTo(meters);
        Gauge.builder("saldo.rejections", () -> waiting(store, 0)).register(meters);
        Gauge.builder("saldo.receipts.undecided", () -> waiting(store, 1)).register(meters);
        Gauge.builder("saldo.receipts.unidentified", () -> waiting(store, 2)).register(meters);
        for (String state : new String[] {"PENDING", "IN_DOUBT", "FAILED"}) {
            Gauge.builder("saldo.mails", () -> store.mails().stream().filter(mail -> mail.name().equals(state))
                    .mapToLong(StatusStore.Count::count).sum()).tag("state", state).register(meters);
        }
    }

    private static long waiting(StatusStore store, int which) {
        return store.waiting().get(which).count();
    }

    static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        pages.ifPresent(PageServer::close);
        main.stop();
    }
}
