package org.saldo.camel;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import org.apache.camel.main.Main;
import org.quartz.CronExpression;
import org.saldo.delivery.AccessTokens;
import org.saldo.delivery.ConnectionFault;
import org.saldo.delivery.worklist.WorklistMail;
import org.saldo.job.Jobs;
import org.saldo.job.Work;
import org.saldo.settings.HubProperties;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.intake.SourceDatabase;

/** What routes may call, by the names that stand in them. */
public final class Beans implements AutoCloseable {

    private final HubProperties properties;
    private final Jobs jobs;
    private final InstantSource clock;
    private final Today today;
    private final Optional<HikariDataSource> source;
    private final DecisionMeters decisionMeters;

    public Beans(HubProperties properties, Jobs jobs, InstantSource clock) {
        this.properties = properties;
        this.jobs = jobs;
        this.clock = clock;
        this.today = new Today(clock, properties.zone("hub.time-zone"));
        this.decisionMeters = new DecisionMeters(() -> new WorklistStore(jobs.ledger()).figures("",
                today.day().minusDays(WorklistMail.FIGURES_DAYS), today.day()));
        this.source = jobs.sourceDatabase().map(SourceDatabase::open);
    }

    void bindTo(Main main) {
        Work work = jobs.work(decisionMeters::count);
        main.bind("work", new Schedule(work, today, reminders()));
        main.bind("inbox", new FileDrop(work, today));
        main.bind("mailbox", new Mailbox(work, today, properties));
        main.bind("mailHeaders", new MailHeaders());
        main.bind("mailboxLogin", login("intake.mail"));
        main.bind("repliesLogin", login("replies"));
        main.bind("replies", new Replies(work, today, properties.whole("replies.max-bytes")));
        main.bind("source", new Source(jobs, work, today));
        source.ifPresent(pool -> main.bind("sourceDatabase", pool));
        main.bind("exports", new Exports(jobs, today));
        if (properties.isSet("answers.page.url")) {
            main.bind("answerPages", new AnswerPages(jobs.answers().page(), today, clock, properties));
        }
    }

    private MailboxLogin login(String keys) {
        return new MailboxLogin(properties, keys, jobs::accessTokens);
    }

    private CronExpression reminders() {
        try {
            CronExpression cron = new CronExpression(properties.required("reminders.cron"));
            cron.setTimeZone(TimeZone.getTimeZone(properties.zone("hub.time-zone")));
            return cron;
        } catch (ParseException unreadable) {
            throw properties.fault("reminders.cron", "is no schedule such as 0 0 8 ? * MON-FRI; correct it");
        }
    }

    DecisionMeters decisionMeters() {
        return decisionMeters;
    }

    /** Whether the mailboxes that the settings name open; what is wrong, else. */
    public List<String> unreachable() {
        List<String> faults = new ArrayList<>(unreachable("intake.mail"));
        faults.addAll(unreachable("replies"));
        return faults;
    }

    /** @param keys what the mailbox's keys begin with */
    private List<String> unreachable(String keys) {
        if (!properties.isSet(keys + ".url")) {
            return List.of();
        }
        String[] parts = properties.text(keys + ".url").split("[:/?]+");
        Properties patience = login(keys).mechanisms(parts[0]);
        List.of("connectiontimeout", "timeout").forEach(key -> patience.put("mail." + parts[0] + "." + key, "30000"));
        try (Store store = Session.getInstance(patience).getStore(parts[0])) {
            store.connect(parts[1], parts.length > 2 ? Integer.parseInt(parts[2]) : -1,
                    properties.text(keys + ".user"), login(keys).secret());
            return List.of();
        } catch (AccessTokens.NoToken none) {
            return List.of(mailboxFault(keys, none.getMessage()));
        } catch (MessagingException failure) {
            return List.of(mailboxFault(keys, ConnectionFault.reason(failure, keys + ".user and "
                    + (MailboxLogin.isByToken(properties, keys) ? "mail.oauth"
                    : HubProperties.inEnvironment(keys + ".password")))));
        } catch (RuntimeException unreadable) {
            return List.of(mailboxFault(keys, "is not of the form imaps:host:993 or imap:host:143; correct it"));
        }
    }

    private String mailboxFault(String keys, String what) {
        return properties.fault(keys + ".url", what).getMessage();
    }

    @Override
    public void close() {
        source.ifPresent(HikariDataSource::close);
    }
}
