package org.saldo.job;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.saldo.delivery.AutoReplies;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.MeasuresMail;
import org.saldo.delivery.ReminderAnswerMail;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderPreview;
import org.saldo.dunning.Ladder;
import org.saldo.intake.mail.SenderProof;
import org.saldo.ledger.Authority;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.settings.SettingsException;

/** Reads every setting that is not a route as the jobs would, and collects the faults instead of stopping at one. */
public final class SettingsCheck {

    private final HubProperties properties;
    private final Policies policies;
    private final List<String> faults = new ArrayList<>();

    public SettingsCheck(Folders folders, HubProperties properties) {
        this.properties = properties;
        this.policies = new Policies(folders);
    }

    /** The faults as {@code file:line: what; what to do}. */
    public List<String> faults() {
        faults.clear();
        keys();
        if (read(policies::companies)) {
            read(this::templates);
            read(this::authority);
            read(this::payers);
            read(policies::bankAccounts);
        }
        read(policies::matching);
        read(policies::dunning);
        read(policies::reminders);
        read(policies::disputes);
        read(policies::measures);
        read(policies::interest);
        read(policies::calendars);
        read(policies::statements);
        read(policies::lists);
        read(policies::answers);
        read(policies::reminderAnswers);
        read(policies::lateness);
        read(policies::holds);
        read(policies::replyWords);
        read(policies::mappings);
        read(policies::sources);
        return List.copyOf(faults);
    }

    /** What is sound and probably not meant, in the same form. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (properties.isSet("intake.mail.url") && !properties.isSet("intake.mail.authserv-id") && read(policies::authority)
                && !policies.authority().senders().isEmpty()) {
            warnings.add(properties.fault("intake.mail.authserv-id", "is empty, while " + policies.authority().where()
                    + " lets people decide by mail: their worklists and instructions are refused, since nobody proves who sent"
                    + " them; name the server that writes Authentication-Results").getMessage());
        }
        if (read(policies::dunning) && read(policies::interest)) {
            policies.dunning().ladders().forEach(ladder -> warnings.addAll(neverAskedFor(ladder)));
        }
        return warnings;
    }

    private List<String> neverAskedFor(Ladder ladder) {
        List<String> warnings = new ArrayList<>();
        ladder.steps().forEach(step -> step.fees().values().stream()
                .filter(fee -> !policies.interest().mayAskFor(fee, step.level(), ladder.fit().countries()))
                .forEach(fee -> warnings.add("dunning.yaml: ladder '" + ladder.name() + "': the fee of " + fee + " of reminder "
                        + step.level() + " is never asked for: no rule of interest.yaml that announces or charges lets it, since"
                        + " its law gives none, none so early, none beside its lump sum or only what a reminder costs; say"
                        + " reminder-fees-most, lump-sums: false or reminder-fees: contract there, or take the fee away")));
        return warnings;
    }

    private void keys() {
        read(() -> properties.zone("hub.time-zone"));
        for (String whole : List.of("db.port", "intake.poll", "intake.settle", "mail.port", "mail.timeout",
                "mail.per-minute", "mail.per-minute-and-domain", "mail.connections",
                "intake.mail.max-bytes", "intake.mail.max-attachments", "replies.max-bytes",
                "intake.mail.received-lines",
                "replies.received-lines", "management.port", "shutdown.seconds")) {
            read(() -> properties.whole(whole));
        }
        read(() -> properties.parsed("replies.proof", "dmarc-or-dkim or spf-too", SenderProof.By::parse));
        read(() -> properties.parsed("mail.customers", "off, redirect:ADDRESS or on", CustomerMail::parse));
        read(() -> properties.parsed("mail.auto-replies", AutoReplies.EXPECTED, AutoReplies::parse));
        if (properties.isSet("mail.host")) {
            read(() -> new MailServer(properties, InstantSource.system()).settings());
        }
        needs("mail.host", "mail.from");
        if (!properties.isSet("mail.oauth.token-url")) {
            needs("mail.user", "mail.password");
        }
        needs("mail.oauth.token-url", "mail.user", "mail.oauth.client-id");
        needs("intake.mail.url", "intake.mail.user", secret("intake.mail"), "intake.mail.senders");
        needs("replies.url", "replies.user", secret("replies"));
        needs("source.url", "source.user");
        needs("holds.url", "holds.user");
        needs("seal.key-file", "seal.password");
    }

    /** The key without which the mailbox cannot be logged in to. */
    private String secret(String mailbox) {
        return properties.text(mailbox + ".mechanisms").contains("XOAUTH2") ? "mail.oauth.token-url" : mailbox + ".password";
    }

    private void templates() {
        policies.statementTemplates();
        policies.worklistWords();
        new ReminderAnswerMail(policies.templates(), properties.required("mail.from")).requireWords();
        new ReminderMail(policies.templates(), properties.required("mail.from"))
                .require(policies.dunning().templates());
        new MeasuresMail(policies.templates(), properties.required("mail.from"));
        new HouseMail(policies.templates(), properties.required("mail.from"));
        ReminderPreview.requireWords(policies.templates());
    }

    private void authority() {
        Authority authority = policies.authority();
        authority.companies().stream().filter(id -> policies.companies().find(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new SettingsException(authority.where() + ": companies: '" + id
                    + "' is no company of companies.yaml; correct its id");
        });
    }

    private void payers() {
        policies.payers().companies().stream().filter(id -> policies.companies().find(id).isEmpty()).findFirst().ifPresent(id -> {
            throw new SettingsException("payers.yaml: company '" + id + "' is no company of companies.yaml; correct its id");
        });
    }

    private void needs(String key, String... others) {
        for (String other : others) {
            if (properties.isSet(key)) {
                read(() -> properties.required(other));
            }
        }
    }

    private boolean read(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (SettingsException | IllegalArgumentException fault) {
            if (!faults.contains(fault.getMessage())) {
                faults.add(fault.getMessage());
            }
            return false;
        }
    }
}
