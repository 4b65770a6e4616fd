package org.saldo.job.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.delivery.ScriptedServer;
import org.saldo.dunning.CompanyReminders;
import org.saldo.intake.FileKind;
import org.saldo.job.DeliveryReport;
import org.saldo.job.dunning.SimulatedOracle.Asked;
import org.saldo.job.dunning.SimulatedOracle.Line;
import org.saldo.job.dunning.SimulatedWorld.Bill;
import org.saldo.job.dunning.SimulatedWorld.Payer;
import org.saldo.job.dunning.SimulatedWorld.Said;
import org.saldo.ledger.Words;
import org.saldo.store.TestDatabase;

/**
 * Two years, a leap day and four half-years among them, of customers who pay in time, late, in parts, twice, without a word,
 * take their money back, or never; who promise, dispute, agree on instalments and answer by mail. The bank's data stops, the
 * mail server is away, puts off, refuses, takes a mail and hangs up; runs are killed, missed and started twice at once. What
 * the hub writes on a day is held against what the simulated world says must be written on it, each mail that arrives
 * against the world at that moment. {@code -Dsimulation.seed}, {@code .payers}, {@code .days} and
 * {@code .database} play others; {@code mvn -Psimulation test} plays 2,000 who all get a bill a month.
 */
class ReminderYearsTest {

    private static final LocalDate YEARS = LocalDate.of(2023, 3, 1);
    private static final int DAYS = Integer.getInteger("simulation.days", 731);
    private static final int MANY = 2000;
    /** Of many customers most are small. */
    private static final int BUSY_ONE_IN = 8;
    private static final long SEED = Long.getLong("simulation.seed", 20_230_305);
    private static final int PAYERS = Integer.getInteger("simulation.payers", 18);
    private static final TestDatabase KIND = TestDatabase.valueOf(System.getProperty("simulation.database", "HSQLDB"));
    private static final int CAP = 500;

    @TempDir
    private Path data;
    private final Random random = new Random(SEED);
    private final ScriptedServer server = new ScriptedServer();
    private SimulatedWorld world;
    private SimulatedTown town;
    private SimulatedHub hub;
    private SimulatedPeople people;
    /** By its key each reminder of which it is not known for good what becomes of it. */
    private final Map<String, Said> open = new TreeMap<>();
    private final Map<String, Said> all = new HashMap<>();
    private final Map<String, Integer> arrived = new HashMap<>();
    private final Map<String, Integer> count = new TreeMap<>();
    private final Set<YearMonth> statementsOf = new HashSet<>();
    private LocalDate day;
    private final Set<Long> failed = new HashSet<>();
    /** By day the last mail that was there: what changes is looked for among those of the last days. */
    private final TreeMap<LocalDate, Long> lastMailOf = new TreeMap<>();
    private int seen;
    private long lastReminder;

    @AfterEach
    void close() {
        hub.close();
        server.close();
    }

    @Test
    void nobodyIsRemindedOfWhatIsPaidNorTwiceAndNobodyIsForgotten() throws Exception {
        play(PAYERS, 1);
    }

    /** Pages, caps and bursts that a few never reach. */
    @Test
    void noneOfManyCustomersIsMistakenForAnother() throws Exception {
        assumeTrue(PAYERS < MANY, "the years are played with many");
        play(MANY, BUSY_ONE_IN);
        if (DAYS > 700) {
            assertThat(count.get("arrived")).as(where(count)).isGreaterThan(5 * MANY);
        }
    }

    private void play(int payers, int busyOneIn) throws Exception {
        world = new SimulatedWorld(payers, busyOneIn);
        town = new SimulatedTown(world, new Random(SEED + 1));
        hub = new SimulatedHub(KIND, data, YEARS.atTime(5, 0).toInstant(ZoneOffset.UTC));
        people = new SimulatedPeople(town, hub, new Random(SEED + 2));
        hub.take(FileKind.CUSTOMERS, town.customers(), YEARS);
        for (day = YEARS; day.isBefore(YEARS.plusDays(DAYS)); day = day.plusDays(1)) {
            if (SimulatedWorld.isBusinessDay(day)) {
                live();
            }
            deliver();
            if (payers > 100 && day.getDayOfMonth() == 1) {
                System.err.println(day + " ms " + hub.spent + " " + count + " " + people.deeds);
            }
        }
        booksAgree();
        assertThat(hub.verify().results()).allSatisfy(promise -> assertThat(promise.breaches()).isEmpty());
        if (payers >= 18 && DAYS > 700) {
            assertThat(people.deeds.keySet()).as(where(count)).containsExactlyInAnyOrder(SimulatedPeople.Deed.values());
            assertThat(hub.rows("SELECT DISTINCT kind FROM house_step")).as("after final notices").hasSize(5);
        }
    }

    private String where(Object what) {
        return day + " " + what + ", seed " + SEED + ", " + world.payers.size() + " payers: ";
    }

    private void live() throws Exception {
        hub.at(day.atTime(5, 0).toInstant(ZoneOffset.UTC));
        hub.take(FileKind.INVOICES, town.billsOf(day), day);
        town.creditNotes(day).ifPresent(file -> hub.take(FileKind.INVOICES, file, day));
        if (day.getMonthValue() % 6 == 1 && statementsOf.add(YearMonth.from(day).minusMonths(1))) {
            statements(YearMonth.from(day).minusMonths(1));
        }
        boolean early = random.nextInt(8) > 0;
        if (early) {
            bankData();
        }
        people.work(day);
        hub.at(day.atTime(7, 0).toInstant(ZoneOffset.UTC));
        if (random.nextInt(25) > 0) {
            remind();
        }
        if (!early) {
            bankData();
        }
    }

    private void bankData() {
        town.bankDataOf(day).ifPresent(file -> {
            hub.take(FileKind.PAYMENTS, file, day);
            hub.reconcile(day);
        });
    }

    /** Now and then the run is killed at some point and begun again, begun twice one after another, or by two at once. */
    private void remind() throws InterruptedException {
        Map<Payer, Asked> must = new LinkedHashMap<>();
        if (!world.isStale(day)) {
            outdate();
            world.payers.forEach(payer -> SimulatedOracle.mail(payer, day).ifPresent(asked -> must.put(payer, asked)));
        }
        world.payers.stream().flatMap(payer -> payer.bills.stream()).filter(bill -> bill.payer.habit.isPlain() && bill.open() > 0
                && SimulatedOracle.isPutOff(bill, day)).forEach(any -> note("put off"));
        switch (random.nextInt(20)) {
            case 0 -> {
                hub.dieAfter(1 + random.nextInt(12));
                try {
                    hub.remind(day, false);
                } catch (SimulatedHub.Killed gone) {
                    note("killed");
                }
                hub.dieAfter(0);
                hub.remind(day, false);
            }
            case 1 -> hub.remindTwice(day);
            case 2 -> {
                hub.remind(day, false);
                hub.remind(day, false);
            }
            default -> hub.remind(day, false);
        }
        compare(must, written());
    }

    /** What could not leave for more than two business days is withdrawn by the run, which decides anew. */
    private void outdate() {
        List<Said> old = open.values().stream().filter(said -> said.state.equals("PENDING") && said.isOutdated(day)).toList();
        old.forEach(said -> {
            note("outdated");
            said.state = "CANCELLED";
            open.remove(said.key);
        });
    }

    private void note(String what) {
        count.merge(what, 1, Integer::sum);
    }

    /** What the hub has written since the last look, as it stands in its books. */
    private Map<Payer, Said> written() {
        Map<String, List<Map<String, Object>>> byKey = new LinkedHashMap<>();
        hub.rows("SELECT r.reminder_id, r.business_key, r.customer_id, r.covered_amount, d.document_number, i.open_amount,"
                + " i.excluded_amount, i.dunning_level, i.days_overdue FROM reminder r JOIN batch b ON b.batch_id = r.batch_id"
                + " JOIN reminder_item i ON i.reminder_id = r.reminder_id JOIN document d ON d.item_id = i.item_id"
                + " WHERE r.reminder_id > " + lastReminder + " AND b.known_at IS NOT NULL ORDER BY r.reminder_id,"
                + " i.reminder_item_id").forEach(row -> {
                    lastReminder = Math.max(lastReminder, ((Number) row.get("reminder_id")).longValue());
                    byKey.computeIfAbsent(row.get("business_key").toString(), any -> new ArrayList<>()).add(row);
                });
        Map<Payer, Said> written = new LinkedHashMap<>();
        byKey.forEach((key, rows) -> {
            Asked asked = new Asked(rows.stream().map(row -> new Line(world.bills.get(row.get("document_number").toString()),
                    number(row, "dunning_level"), cents(row, "open_amount"), cents(row, "excluded_amount"),
                    number(row, "days_overdue"))).toList(), cents(rows.get(0), "covered_amount"));
            Payer payer = asked.lines().get(0).bill().payer;
            Said said = new Said(key, day, asked);
            assertThat(written.put(payer, said)).as(where(key) + "two mails on a day").isNull();
        });
        return written;
    }

    private void compare(Map<Payer, Asked> must, Map<Payer, Said> written) {
        String lastWritten = written.keySet().stream().map(payer -> payer.number).max(String::compareTo).orElse("");
        must.forEach((payer, asked) -> {
            boolean full = written.size() >= CAP && payer.number.compareTo(lastWritten) > 0;
            if (payer.habit.isPlain() && !full) {
                assertThat(written.get(payer)).as(() -> where(payer) + "nobody reminded it of " + asked + "; "
                        + why(payer)).isNotNull();
            }
        });
        Map<String, Long> expired = written.isEmpty() ? Map.of() : expired();
        written.forEach((payer, said) -> {
            note("written");
            if (payer.habit.isPlain()) {
                assertThat(said.asked).as(() -> where(payer) + SimulatedOracle.told(payer, day) + hub.booked(payer))
                        .isEqualTo(must.get(payer));
            } else {
                isBounded(payer, said.asked, expired.getOrDefault("Payer " + payer.index + " Ltd", 0L));
            }
            said.asked.lines().forEach(line -> {
                assertThat(line.bill().isBlocked(day)).as(where(line)).isFalse();
                assertThat(payer.statementOn).as(where(line)).isNotEqualTo(day);
                line.bill().levels.put(said.key, line.level());
            });
            payer.said.add(said);
            open.put(said.key, said);
            all.put(said.key, said);
        });
    }

    /** By its payer's name the money that has waited too long to cover. */
    private Map<String, Long> expired() {
        Map<String, Long> expired = new HashMap<>();
        hub.rows("SELECT r.payer_name, o.unapplied, r.booking_date FROM open_receipt o JOIN receipt r ON r.receipt_id ="
                + " o.receipt_id WHERE o.unapplied > 0").stream().filter(row -> SimulatedWorld.businessDays(LocalDate.parse(
                row.get("booking_date").toString()), day) > 5).forEach(row -> expired.merge(row.get("payer_name").toString(),
                cents(row, "unapplied"), Long::sum));
        return expired;
    }

    /** Who names no bill or pays twice is asked for no more than it owes in all, beside what has waited too long to cover. */
    private void isBounded(Payer payer, Asked asked, long expired) {
        long owed = SimulatedOracle.overdue(payer, day).cents();
        assertThat(asked.cents()).as(where(payer.number) + payer.habit + " " + asked).isLessThanOrEqualTo(owed + expired);
        assertThat(payer.isBlocked(day)).as(where(payer.number) + "blocked").isFalse();
    }

    private List<String> why(Payer payer) {
        CompanyReminders now = hub.remind(day, true).companies().get(0);
        return now.nobody().map(Words::toString).map(List::of).orElseGet(() -> now.withheld().stream().filter(each ->
                each.customer().number().equals(payer.number)).map(each -> each.reason() + " " + each.words()).toList());
    }

    /** In the morning before all else, and when it is day in Europe, in America and in New Zealand. */
    private void deliver() throws Exception {
        for (LocalTime time : List.of(LocalTime.of(9, 45), LocalTime.of(15, 35), LocalTime.of(22, 45))) {
            hub.at(day.atTime(time).toInstant(ZoneOffset.UTC));
            weather();
            boolean nothing = false;
            if (random.nextInt(40) == 0) {
                hub.deliverTwice(server);
            } else if (random.nextInt(60) == 0) {
                hub.dieAfter(3 + random.nextInt(20));
                try {
                    hub.deliver(server);
                } catch (SimulatedHub.Killed gone) {
                    note("killed while sending");
                }
                hub.dieAfter(0);
            } else {
                DeliveryReport report = hub.deliver(server);
                nothing = report.accepted() + report.failed() + report.inDoubt() + report.recovered()
                        + report.cancelled().size() == 0;
            }
            if (!nothing) {
                look();
            }
        }
    }

    /** The more mails wait, the likelier is it that one meets bad weather. */
    private void weather() {
        switch (random.nextInt(open.isEmpty() ? 400 : 10 + 100 / open.size())) {
            case 0 -> server.at(ScriptedServer.Step.GREETING, "421 too busy");
            case 1 -> server.at(ScriptedServer.Step.RCPT, "451 greylisted, try later");
            case 2 -> server.at(ScriptedServer.Step.RCPT, "550 5.7.1 not from you");
            case 3 -> server.at(ScriptedServer.Step.DOT, ScriptedServer.HANG_UP);
            case 4 -> server.at(ScriptedServer.Step.BODY, ScriptedServer.HANG_UP);
            case 5 -> server.at(ScriptedServer.Step.DOT, ScriptedServer.TAKE_AND_HANG_UP);
            case 6 -> server.at(ScriptedServer.Step.RCPT, "550 5.1.1 no such user");
            default -> { }
        }
    }

    /** What has arrived, and how the mails stand that were on their way. */
    private void look() throws Exception {
        Map<String, String> keys = new HashMap<>();
        List<Said> changed = new ArrayList<>();
        Map<String, String> replies = new HashMap<>();
        hub.rows("SELECT mail_id, kind, customer_id, business_key, state, message_id, recipients, last_reply FROM mail WHERE"
                + " mail_id > " + Optional.ofNullable(lastMailOf.floorEntry(hub.today().minusDays(15))).map(Map.Entry::getValue)
                .orElse(0L) + " ORDER BY mail_id").forEach(row -> {
                    lastMailOf.merge(hub.today(), ((Number) row.get("mail_id")).longValue(), Math::max);
                    String key = row.get("business_key").toString();
                    String state = row.get("state").toString();
                    boolean gone = state.equals("FAILED") && row.get("last_reply").toString().contains("5.1.1");
                    if (gone && failed.add(((Number) row.get("mail_id")).longValue())) {
                        payer(row.get("customer_id")).dead.add(row.get("recipients").toString());
                    }
                    Said said = row.get("kind").equals("REMINDER") ? all.get(key) : null;
                    if (said != null) {
                        keys.put(row.get("message_id").toString(), key);
                        if (open.containsKey(key) && !said.state.equals(state)) {
                            said.state = state;
                            said.addressGone = gone;
                            replies.put(key, String.valueOf(row.get("last_reply")));
                            changed.add(said);
                        }
                    }
                });
        for (; seen < server.taken().size(); seen++) {
            String mail = server.taken().set(seen, "");
            String id = SimulatedMail.id(mail);
            assertThat(arrived.merge(id, 1, Integer::sum)).as(where(id) + "the same mail twice").isEqualTo(1);
            if (keys.containsKey(id)) {
                arrived(all.get(keys.get(id)), mail, id);
            }
        }
        for (Said said : changed) {
            became(said, replies.get(said.key), keys);
        }
    }

    private void became(Said said, String reply, Map<String, String> keys) {
        note(said.state);
        Payer payer = said.asked.lines().get(0).bill().payer;
        boolean there = keys.entrySet().stream().anyMatch(each -> each.getValue().equals(said.key)
                && arrived.containsKey(each.getKey()));
        switch (said.state) {
            case "ACCEPTED" -> assertThat(there).as(where(said.key) + "accepted").isTrue();
            case "FAILED" -> assertThat(there).as(where(said.key) + "failed").isFalse();
            case "CANCELLED" -> assertThat(payer.habit.isPlain() && !payer.isBlocked(hub.today()) && !world.isStale(hub.today())
                    && !said.isOutdated(hub.today()) && !payer.isOutOfReach()
                    && said.asked.holdsAs(SimulatedOracle.overdue(payer, hub.today())))
                    .as(where(said.key) + "withdrawn without need: " + reply).isFalse();
            default -> { }
        }
        if (!said.state.equals("SENDING") && !said.state.equals("PENDING")) {
            open.remove(said.key);
        }
    }

    /** A mail is there: it must be true now, say what was decided, and come by day. */
    private void arrived(Said said, String mail, String id) throws Exception {
        note("arrived");
        Payer payer = said.asked.lines().get(0).bill().payer;
        LocalDate today = hub.today();
        String where = where(said.key) + payer.habit + ": ";
        assertThat(world.isStale(today)).as(where + "old bank data").isFalse();
        assertThat(payer.isBlocked(today)).as(where + "blocked").isFalse();
        if (payer.habit.isPlain()) {
            Asked now = SimulatedOracle.overdue(payer, today);
            assertThat(said.asked.holdsAs(now)).as(where + said.asked + " and now " + now).isTrue();
        }
        ZonedDateTime local = hub.clock().atZone(payer.place.zone());
        assertThat(local.toLocalTime()).as(where + local).isBetween(LocalTime.of(9, 0), LocalTime.of(16, 30));
        assertThat(SimulatedWorld.isBusinessDay(local.toLocalDate()) && MonthDay.from(local).isBefore(MonthDay.of(12, 24)))
                .as(where + local).isTrue();
        SimulatedMail read = new SimulatedMail(mail);
        assertThat(read.rows()).as(where + read.text()).isEqualTo(said.asked.lines().stream().map(line -> line.bill().number + " "
                + line.days() + " " + SimulatedTown.decimal(line.open())).toList());
        boolean last = said.leading == SimulatedOracle.LAST;
        assertThat(read.amountOfSubject()).as(where).isEqualTo(SimulatedTown.decimal(last ? said.led : said.asked.cents()));
        int words = last || said.asked.lines().stream().allMatch(line -> line.level() == said.leading) ? said.leading : 1;
        assertThat(read.subject()).as(where).startsWith(List.of("", "Rem", "Sec", "Thi", "Fin").get(words));
        interest(payer, said, read, where);
        people.got(said, id, read.to(), today);
    }

    private void interest(Payer payer, Said said, SimulatedMail mail, String where) {
        boolean whole = said.asked.credited() == 0 && said.asked.lines().stream().allMatch(line -> line.excluded() == 0);
        if (payer.habit.isPlain() && whole && said.asked.level() >= 3 && payer.place.country().equals("DE")) {
            note("interest");
            assertThat(mail.interest()).as(where + mail.text()).isEqualTo(
                    SimulatedOracle.interestSaid(said.asked, said.day).map(SimulatedTown::decimal));
        }
    }

    /** The closing balances are what the world says of what had happened by then. */
    private void statements(YearMonth month) {
        hub.statements(month, day);
        Map<String, String> closing = new HashMap<>();
        hub.rows("SELECT customer_id, closing_balance FROM statement WHERE statement_month = '" + month + "'").forEach(row ->
                closing.put(row.get("customer_id").toString(), row.get("closing_balance").toString()));
        hub.rows("SELECT customer_id FROM mail WHERE kind = 'STATEMENT' AND customer_id <> '' AND business_key LIKE '%/" + month
                + "/%'").forEach(row -> payer(row.get("customer_id")).statementOn = day);
        world.payers.forEach(payer -> {
            long balance = town.movements.get(payer).headMap(month.atEndOfMonth(), true).values().stream()
                    .mapToLong(cents -> cents).sum();
            note("statements");
            assertThat(new BigDecimal(closing.getOrDefault(payer.number, "0"))).as(where(payer.number) + "statement")
                    .isEqualByComparingTo(SimulatedTown.decimal(balance));
        });
    }

    private void booksAgree() {
        Map<String, Long> owed = new HashMap<>();
        hub.rows("SELECT d.document_number, o.open_amount FROM open_item o JOIN document d ON d.item_id = o.item_id"
                + " WHERE o.credit = FALSE").forEach(row -> owed.put(row.get("document_number").toString(),
                        cents(row, "open_amount")));
        for (Bill bill : world.bills.values()) {
            if (bill.payer.habit.isPlain()) {
                assertThat(owed.getOrDefault(bill.number, 0L)).as(where(bill.number)).isEqualTo(bill.open());
            }
        }
    }

    private Payer payer(Object number) {
        return world.payers.get(Integer.parseInt(number.toString().substring(2)));
    }

    private static long cents(Map<String, Object> row, String column) {
        return ((BigDecimal) row.get(column)).movePointRight(2).longValueExact();
    }

    private static int number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).intValue();
    }
}
