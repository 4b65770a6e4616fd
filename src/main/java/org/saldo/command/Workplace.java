package org.saldo.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.saldo.job.Jobs;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;

/** What a command works with: the installation's folders, its settings, the clock. */
final class Workplace {

    private final Folders folders;
    private final HubProperties properties;
    private final InstantSource clock;

    Workplace(Folders folders, Map<String, String> environment, InstantSource clock) {
        this.folders = folders;
        this.clock = clock;
        LogSetup.intoFolder(folders.log());
        this.properties = HubProperties.read(folders.config(),
                HubProperties.overrides(environment, System.getProperties()));
    }

    private Workplace(Folders folders, HubProperties properties, InstantSource clock) {
        this.folders = folders;
        this.properties = properties;
        this.clock = clock;
    }

    /** The same settings in a data folder of its own, with no way to or from anything else. */
    Workplace apart(Path data) {
        HubProperties alone = properties;
        for (String way : List.of("db.url", "source.url", "mail.host", "intake.mail.url", "replies.url")) {
            alone = alone.with(way, "");
        }
        return new Workplace(new Folders(folders.config(), folders.routes(), data), alone, clock);
    }

    Folders folders() {
        return folders;
    }

    HubProperties properties() {
        return properties;
    }

    InstantSource clock() {
        return clock;
    }

    /** Today in the hub's time zone. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), properties.zone("hub.time-zone"));
    }

    /** The person at the keyboard, as the operating system knows her. */
    String person() {
        return System.getProperty("user.name");
    }

    Jobs jobs() {
        return Jobs.open(folders, properties, clock);
    }

    <T> T withJobs(Function<Jobs, T> work) {
        try (Jobs jobs = jobs(); StopSignal signal = new StopSignal(jobs)) {
            return signal.during(() -> work.apply(jobs));
        }
    }
}
