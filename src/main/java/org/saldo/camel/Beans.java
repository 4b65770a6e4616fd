package org.saldo.camel;

import java.time.InstantSource;
import org.apache.camel.main.Main;
import org.saldo.job.Jobs;
import org.saldo.job.Work;
import org.saldo.settings.HubProperties;

/** What routes may call, by the names that stand in them. */
public final class Beans {

    private final HubProperties properties;
    private final Jobs jobs;
    private final Today today;

    public Beans(HubProperties properties, Jobs jobs, InstantSource clock) {
        this.properties = properties;
        this.jobs = jobs;
        this.today = new Today(clock, properties.zone("hub.time-zone"));
    }

    void bindTo(Main main) {
        Work work = jobs.work();
        main.bind("work", new Schedule(work, today));
        main.bind("inbox", new FileDrop(work, today));
        main.bind("mailbox", new Mailbox(work, today, properties));
        main.bind("mailHeaders", new MailHeaders());
    }
}
