package org.saldo.job.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.job.People.anna;
import static org.saldo.job.People.eur;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.intake.FileKind;
import org.saldo.intake.SourceMapping;
import org.saldo.job.People;
import org.saldo.job.VerifyJob;
import org.saldo.job.people.Decided;
import org.saldo.job.people.PersonJobs;
import org.saldo.job.reconciliation.ReconciliationJob;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.statement.Movement;
import org.saldo.store.OpenState;
import org.saldo.store.TestDatabase;
import org.saldo.store.account.MovementStore;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyStore;

/** Whatever people do with documents that their source goes on changing, in whatever order: the books stay whole. */
class ReplacedDocumentsTest {

    private static final SourceMapping ERP = new SourceMapping("erp", FileKind.INVOICES, "SELECT 1 WHERE T >= :watermark",
            "changed_at", SourceMapping.MarkType.TIMESTAMP, "2000-01-01", "PT1M");
    private static final LocalDate DAY = IntakeDesk.DAY;
    private static final List<String> DOCUMENTS = List.of("INV-1", "INV-2", "INV-3", "CN-1");
    private static final String PAYMENTS_HEADER = IntakeDesk.PAYMENT_HEADER.strip() + ",return_of,return_reason\n";
    private static final int STEPS = 30;
    private static final List<String> PAYMENTS = List.of("P-1", "P-2", "P-3", "P-4");
    private static final List<String> KINDS = List.of("", "", " CASH_DISCOUNT", " BANK_CHARGE", " WRITE_OFF");

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(longs = {16, 23, 30, 33, 44, 57, 66, 77, 101, 112, 113, 121})
    void theBooksStayWhole(long seed) {
        Random random = new Random(seed);
        try (IntakeDesk desk = new IntakeDesk(TestDatabase.values()[(int) seed % 2], data)) {
            PersonJobs jobs = new PersonJobs(desk.ledger, IntakeDesk.COMPANIES, People.ALL, People.DISPUTES);
            ReconciliationJob reconcile = new ReconciliationJob(desk.leases, new ReconciliationStore(desk.ledger),
                    IntakeDesk.COMPANIES, MatchingPolicy.shipped());
            List<String> story = new ArrayList<>(List.of("seed " + seed));
            List<String> ids = new ArrayList<>();
            begin(desk, random);
            for (int step = 1; step <= STEPS; step++) {
                int what = random.nextInt(24);
                if (what < 5) {
                    IntakeReport again = poll(desk, row(one(random, DOCUMENTS), random.nextInt(6) == 0 ? "C-2" : "C-1",
                            20 + random.nextInt(120), 1 + random.nextInt(20), step));
                    story.add("the source changes one: " + again.accepted() + " " + again.rejections());
                } else if (what == 5) {
                    story.add(reconcile.run(DAY).toString());
                } else if (what == 6) {
                    desk.take("p" + step + ".csv", receipt(random, step));
                    story.add("a payment or a return: " + reconcile.run(DAY));
                } else {
                    story.add(tried(() -> step(desk, jobs, random, ids, what), ids));
                }
                assertThat(OpenState.of(desk.database)).as(String.join("\n", story))
                        .isEqualTo(OpenState.fromRows(desk.database));
                if (step % 5 == 0) {
                    check(desk, String.join("\n", story));
                }
            }
        }
    }

    private static void begin(IntakeDesk desk, Random random) {
        desk.take("c.csv", "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson\n"
                + "C-1,Acme,DE,en,EUR,,DE02120300000000202051,NET30,\nC-2,Beta,DE,en,EUR,,DE02500105170137075030,NET30,\n");
        DOCUMENTS.forEach(document -> poll(desk, row(document, "C-1", 50 + random.nextInt(60), 1, 0)));
        desk.take("p.csv", PAYMENTS_HEADER + payment("P-1", "2026-10-05", "120", "Acme", "INV-1 INV-2", "")
                + payment("P-2", "2026-10-09", "60", "Beta", "INV-3", "")
                + payment("P-3", "2026-10-15", "45", "Acme", "thanks", "")
                + payment("P-4", "2026-10-20", "-45", "Acme", "back", ""));
    }

    /** Another payment, or P-1 comes back. */
    private static String receipt(Random random, int step) {
        boolean back = random.nextBoolean();
        return PAYMENTS_HEADER + payment("P-1" + step, "2026-10-" + (20 + random.nextInt(10)),
                back ? "-120" : Integer.toString(10 + random.nextInt(90)), "Acme", one(random, DOCUMENTS), back ? "P-1" : "");
    }

    private static String payment(String id, String day, String amount, String payer, String text, String returnOf) {
        String account = payer.equals("Acme") ? "DE02120300000000202051" : "DE02500105170137075030";
        return String.join(",", id, IntakeDesk.OWN_ACCOUNT, day, "", "EUR", amount, payer, account, "", text, returnOf,
                returnOf.isEmpty() ? "" : "AM04") + "\n";
    }

    private static String tried(Supplier<Decided> step, List<String> ids) {
        try {
            Decided decided = step.get();
            ids.add(decided.id());
            return decided.text();
        } catch (Refused notNow) {
            return "refused: " + notNow.getMessage();
        }
    }

    /** Also as of each day of the month: what moved is what is open, and nothing is used twice. */
    private static void check(IntakeDesk desk, String story) {
        assertThat(new VerifyJob(new VerifyStore(desk.ledger)).run().results()).as(story)
                .filteredOn(result -> !result.holds()).isEmpty();
        for (String customer : List.of("C-1", "C-2")) {
            for (int day = 1; day <= 31; day += 3) {
                LocalDate cutOff = LocalDate.of(2026, 10, day);
                assertThat(OpenState.overusedAsOf(desk.database, cutOff)).as(story + "\n" + cutOff).isZero();
                new MovementStore(desk.ledger).accounts(new CustomerId("main", customer), cutOff.withDayOfMonth(1), cutOff,
                        desk.ledger.knownAt()).values().forEach(between ->
                        assertThat(between.movements().stream().map(Movement::amount).reduce(between.before(), Money::plus))
                                .as(story + "\n" + customer + " " + cutOff).isEqualTo(between.open()));
            }
        }
    }

    private static Decided step(IntakeDesk desk, PersonJobs jobs, Random random, List<String> ids, int what) {
        List<String> active = active(desk);
        String document = one(random, DOCUMENTS);
        String payment = one(random, PAYMENTS);
        return switch (what) {
            case 7 -> jobs.apply().unapply(anna(DAY), one(random, active));
            case 8 -> jobs.apply().unapplyAll(anna(DAY), one(random, active));
            case 9 -> jobs.refund().refund(anna(DAY), Instruction.refund(payment, "P-4",
                    random.nextBoolean() ? Optional.empty() : Optional.of(eur("15.00"))));
            case 10 -> jobs.apply().writeOff(anna(DAY), document, eur("1.00"));
            case 11 -> jobs.apply().voidDocument(anna(DAY), document);
            case 12 -> jobs.apply().undoVoid(anna(DAY), document);
            case 13 -> jobs.assign().assign(anna(DAY), payment, random.nextBoolean() ? "C-1" : "C-2", random.nextBoolean());
            case 14 -> random.nextBoolean() ? jobs.assign().unassign(anna(DAY), payment)
                    : jobs.assign().leaveOnAccount(anna(DAY), payment);
            case 15 -> jobs.dispute().open(anna(DAY), document, random.nextBoolean() ? Optional.empty()
                    : Optional.of(eur("10.00")), new Instruction.Terms("PRICE", "", "", ""));
            case 16 -> jobs.promise().promise(anna(DAY), Instruction.promise("C-1", document, eur("20.00"), DAY.plusDays(5),
                    Instruction.Terms.NONE));
            case 17 -> jobs.plan().propose(anna(DAY), Instruction.plan("C-1", document, new Instruction.Terms("", "",
                    "2026-11-10:10.00,2026-12-10:10.00", "")));
            case 18 -> ended(jobs, random, ids);
            case 19 -> jobs.apply().settle(anna(DAY), payment, document + " 10.00 + CN-1 "
                    + (1 + random.nextInt(20)) + ".00 CREDIT_NOTE");
            default -> jobs.apply().settle(anna(DAY), payment, wanted(random));
        };
    }

    private static Decided ended(PersonJobs jobs, Random random, List<String> ids) {
        String id = one(random, ids);
        boolean again = random.nextBoolean();
        if (id.startsWith("PR-")) {
            return again ? jobs.promise().reopen(anna(DAY), id) : jobs.promise().cancel(anna(DAY), id);
        }
        if (id.startsWith("PL-")) {
            return again ? jobs.plan().reopen(anna(DAY), id)
                    : random.nextBoolean() ? jobs.plan().accept(anna(DAY), id) : jobs.plan().end(anna(DAY), id);
        }
        if (id.startsWith("DI-")) {
            return again ? jobs.dispute().reopen(anna(DAY), id) : jobs.dispute().end(anna(DAY), id, "REJECTED");
        }
        return jobs.assign().ignore(anna(DAY), one(random, PAYMENTS));
    }

    private static String wanted(Random random) {
        List<String> wanted = new ArrayList<>();
        for (int part = 0; part <= random.nextInt(3); part++) {
            wanted.add(one(random, DOCUMENTS) + " " + (1 + random.nextInt(60)) + ".00" + one(random, KINDS));
        }
        return String.join(" + ", wanted);
    }

    private static <T> T one(Random random, List<T> of) {
        if (of.isEmpty()) {
            throw new Refused("there is none");
        }
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> active(IntakeDesk desk) {
        return Stream.of("INV-1", "INV-2", "INV-3", "CN-1").flatMap(document ->
                OpenState.active(desk.database, document).stream()).toList();
    }

    private static IntakeReport poll(IntakeDesk desk, Map<String, Object> row) {
        return desk.job.takeRows(ERP, List.of(row).iterator(), DAY);
    }

    private static Map<String, Object> row(String number, String customer, int amount, int issued, int minute) {
        Map<String, Object> row = new HashMap<>();
        row.put("DOCUMENT_TYPE", number.startsWith("CN") ? "CREDIT_NOTE" : "INVOICE");
        row.put("DOCUMENT_NUMBER", number);
        row.put("CUSTOMER_ID", customer);
        row.put("ISSUE_DATE", java.sql.Date.valueOf(LocalDate.of(2026, 10, issued)));
        row.put("DUE_DATE", "2026-10-31");
        row.put("CURRENCY", "EUR");
        row.put("AMOUNT", new BigDecimal(amount));
        row.put("CHANGED_AT", java.sql.Timestamp.valueOf("2026-10-01 10:%02d:00".formatted(minute)));
        return row;
    }
}
