package org.saldo.job;

import java.util.ArrayList;
import java.util.List;
import org.saldo.settings.AuthorityFile;
import org.saldo.settings.CompaniesFile;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.settings.SettingsException;

/** Reads every setting that is not a route as the jobs would, and collects the faults instead of stopping at one. */
public final class SettingsCheck {

    private final Folders folders;
    private final HubProperties properties;
    private final List<String> faults = new ArrayList<>();

    public SettingsCheck(Folders folders, HubProperties properties) {
        this.folders = folders;
        this.properties = properties;
    }

    /** The faults as {@code file:line: what; what to do}. */
    public List<String> faults() {
        faults.clear();
        keys();
        read(() -> CompaniesFile.read(folders.policies().resolve("companies.yaml")));
        read(() -> AuthorityFile.read(folders.policies().resolve("authority.yaml")));
        return List.copyOf(faults);
    }

    private void keys() {
        read(() -> properties.zone("hub.time-zone"));
        for (String whole : List.of("db.port", "intake.poll", "intake.settle", "mail.port", "mail.timeout",
                "intake.mail.max-bytes", "intake.mail.max-attachments", "management.port", "shutdown.seconds")) {
            read(() -> properties.whole(whole));
        }
        needs("mail.host", "mail.from");
        needs("mail.user", "mail.password");
        needs("intake.mail.url", "intake.mail.user", "intake.mail.password", "intake.mail.senders");
        needs("source.url", "source.user");
    }

    private void needs(String key, String... others) {
        for (String other : others) {
            if (properties.isSet(key)) {
                read(() -> properties.required(other));
            }
        }
    }

    private void read(Runnable reading) {
        try {
            reading.run();
        } catch (SettingsException fault) {
            faults.add(fault.getMessage());
        }
    }
}
