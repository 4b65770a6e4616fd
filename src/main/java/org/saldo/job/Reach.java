package org.saldo.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.ServerUnreachable;
import org.saldo.delivery.SmtpSender;
import org.saldo.job.statement.Seals;
import org.saldo.settings.HubProperties;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.intake.SourceDatabase;

/** Tries what the settings name beside the ledger's database: the keys of seals, the source database, the mail server. */
record Reach(HubProperties properties, MailServer mailServer, Optional<DatabaseSettings> source, Seals seals) {

    /** What cannot be reached from here, as {@code file:line: what; what to do}. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(seals.faults());
        source.ifPresent(database -> SourceDatabase.fault(database).ifPresent(why ->
                faults.add(properties.fault("source.url", why + "; check source.url, source.user and SOURCE_PASSWORD")
                        .getMessage())));
        if (properties.isSet("mail.host")) {
            try (SmtpSender sender = new SmtpSender(mailServer.settings())) {
                sender.connect();
            } catch (ServerUnreachable failure) {
                faults.add(properties.fault("mail.host", failure.getMessage()).getMessage());
            }
        }
        return faults;
    }
}
