package org.saldo.camel;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.saldo.job.Jobs;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;

/** The shipped settings and routes with a data folder of its own, polling quickly, and the service on them. */
final class Installation implements AutoCloseable {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T09:00:00Z"));

    private final Map<String, String> keys = new HashMap<>(Map.of("intake.poll", "100", "intake.settle", "200",
            "management.port", "0", "shutdown.seconds", "10", "mail.from", "receivables@nordlicht.example"));
    private final Folders folders;
    private InstantSource clock = CLOCK;
    private Jobs jobs;
    private Beans beans;
    private Service service;

    Installation(Path data) {
        this(data, Path.of("routes"));
    }

    Installation(Path data, Path routes) {
        this(Path.of("config"), routes, data);
    }

    Installation(Path config, Path routes, Path data) {
        this.folders = new Folders(config, routes, data);
    }

    Installation with(String key, String value) {
        keys.put(key, value);
        return this;
    }

    Installation at(InstantSource other) {
        clock = other;
        return this;
    }

    Installation start() {
        jobs = Jobs.openForService(folders, properties(), clock);
        beans = new Beans(properties(), jobs, clock);
        service = Service.start(folders, properties(), beans, jobs);
        return this;
    }

    HubProperties properties() {
        return HubProperties.read(folders.config(), key -> Optional.ofNullable(keys.get(key)));
    }

    Folders folders() {
        return folders;
    }

    Jobs jobs() {
        return jobs;
    }

    Service service() {
        return service;
    }

    @Override
    public void close() {
        if (service != null) {
            service.close();
        }
        if (beans != null) {
            beans.close();
        }
        if (jobs != null) {
            jobs.close();
        }
    }
}
