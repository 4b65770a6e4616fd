package org.saldo.camel;

import java.time.InstantSource;
import org.apache.camel.main.Main;
import org.saldo.job.Jobs;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;

/** What routes may call, by the names that stand in them. */
public final class Beans {

    private final Folders folders;
    private final HubProperties properties;
    private final Jobs jobs;
    private final InstantSource clock;

    public Beans(Folders folders, HubProperties properties, Jobs jobs, InstantSource clock) {
        this.folders = folders;
        this.properties = properties;
        this.jobs = jobs;
        this.clock = clock;
    }

    void bindTo(Main main) {
        main.bind("mailHeaders", new MailHeaders());
    }
}
