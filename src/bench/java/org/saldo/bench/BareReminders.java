package org.saldo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.delivery.CustomerMail;
import org.saldo.delivery.ReminderLetter;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderToken;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.ReplyPart;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningRun;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.job.dunning.DunningRules;
import org.saldo.ledger.Company;
import org.saldo.store.DatabaseSettings;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.mail.OutboxStore;

/**
 * The yardstick of a run of reminders: the same mails rendered to the same bytes, and the same rows put into plain tables,
 * nothing else. What is to be rendered, and the rows, are read before; only rendering and inserting is timed.
 */
final class BareReminders {

    private static final int PAGE = 200;
    private static final List<String> TABLES = List.of("content_bytes", "content", "mail", "mail_event", "reminder",
            "reminder_item", "reminder_token");

    private final Ledger ledger;
    private final ReminderMail mails;
    private final OutboxStore outbox;
    private final ReplyKey replyKey;
    private final LocalDate day;
    private final DunningRun decider;
    private final Gauge gauge;

    BareReminders(Ledger ledger, ReminderMail mails, DunningRules rules, LocalDate day, Gauge gauge) {
        this.ledger = ledger;
        this.mails = mails;
        this.outbox = new OutboxStore(ledger, CustomerMail.ON);
        this.decider = new DunningRun(rules.policy(), rules.calendars(), rules.calendars().of(Hub.COMPANIES.standard().country()),
                day);
        this.replyKey = new AnswerStore(ledger).replyKey();
        this.day = day;
        this.gauge = gauge;
    }

    /** Returns how many mails it rendered. @param itemsEach of each mail */
    int run(DatabaseSettings settings, int itemsEach) throws Exception {
        String url = settings.url() + (settings.url().startsWith("jdbc:postgresql:") ? "?reWriteBatchedInserts=true" : "");
        DunningStore store = new DunningStore(ledger);
        int done = 0;
        try (Connection connection = DriverManager.getConnection(url, settings.user(), settings.password())) {
            PlainTables tables = new PlainTables(connection, TABLES);
            for (List<String> page = store.customersWithDebts("main", "", PAGE); !page.isEmpty();
                    page = store.customersWithDebts("main", page.get(page.size() - 1), PAGE)) {
                List<ReminderLetter> letters = letters(store, page);
                Map<String, List<Object[]>> rows = new HashMap<>();
                for (String table : TABLES) {
                    rows.put(table, tables.next(table, table.equals("reminder_item") ? itemsEach * page.size() : page.size()));
                }
                long before = rows.get("content_bytes").stream().mapToLong(row -> ((byte[]) row[1]).length).sum();
                gauge.time(() -> {
                    render(letters, rows.get("content_bytes"));
                    tables.insert(rows);
                });
                long after = rows.get("content_bytes").stream().mapToLong(row -> ((byte[]) row[1]).length).sum();
                if (before != after) {
                    throw new IllegalStateException("rendered " + after + " bytes after " + page.get(0) + ", the run " + before);
                }
                done += letters.size();
            }
        }
        return done;
    }

    /** Renders the first mails of a run over and over, for Java to get warm. */
    void warmUp(int rounds) {
        DunningStore store = new DunningStore(ledger);
        List<ReminderLetter> letters = letters(store, store.customersWithDebts("main", "", PAGE));
        for (int round = 0; round < rounds; round++) {
            render(letters, letters.stream().map(any -> new Object[2]).toList());
        }
    }

    private void render(List<ReminderLetter> letters, List<Object[]> contents) {
        Instant now = ledger.now();
        for (int i = 0; i < letters.size(); i++) {
            ReminderLetter letter = letters.get(i);
            String key = key(letter.reminder().customer().id().number());
            contents.get(i)[1] = outbox.render(mails.of(letter, key), now).bytes().orElseThrow().bytes();
        }
    }

    private String key(String number) {
        return "reminder/main/" + number + "/" + day;
    }

    /** What was said, as letters: decided once more from what was known before the run. */
    private List<ReminderLetter> letters(DunningStore store, List<String> page) {
        Company company = Hub.COMPANIES.standard();
        List<ReminderLetter> letters = new ArrayList<>();
        store.cases("main", page, day).forEach((number, now) -> {
            DunningCase before = new DunningCase(now.customer(), now.debts().stream().map(debt -> new Debt(debt.itemId(),
                    debt.document(), debt.issued(), debt.due(), debt.amount(), debt.open(), 0, debt.blocked())).toList(),
                    now.covers(), Optional.empty(), Optional.empty());
            Reminder reminder = decider.decide(before).reminder().orElseThrow();
            ReminderToken token = replyKey.token(now.customer().id(), day, key(number));
            letters.add(ReminderLetter.of(company, reminder, InterestNotice.NONE).beside(before).paidTo(Map.of())
                    .answeredBy(new ReplyPart(company.replyTo(), token.inSubject())));
        });
        return letters;
    }
}
