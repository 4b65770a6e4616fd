package org.saldo.store.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.Query;
import org.saldo.delivery.export.RowSink;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.dunning.Dispute;
import org.saldo.dunning.InstalmentPlan;
import org.saldo.dunning.Part;
import org.saldo.dunning.PaymentPromise;
import org.saldo.dunning.PaymentPromise.State;
import org.saldo.dunning.Standing;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;
import org.saldo.store.Columns;
import org.saldo.store.LedgerRead;
import org.saldo.store.exclusion.StandingCustomers;
import org.saldo.store.exclusion.StandingReader;

/** The lists of disputes, promises and plans, each with what had become of it by the end of a day. */
final class ExportStandings {

    /** Who keeps a row, why, and where it comes from. */
    private record Kept(String toldBy, String source, String reason, String by, Object knownAt) {
    }

    private final LedgerRead read;

    ExportStandings(LedgerRead read) {
        this.read = read;
    }

    void disputes(RowSink sink) {
        forEach("dispute", "dispute_id", (customer, standing, kept) -> standing.disputes().stream()
                .sorted(Standing.BY_CLOCK).forEach(dispute -> LedgerRead.put(sink, customer.company(), dispute.label(),
                        dispute.document(), customer.number(), code(dispute.amount()), dispute.amount().toDecimal(),
                        dispute.code().name(), dispute.owner(), dispute.openedOn(), dispute.respondBy(),
                        dispute.ended().map(end -> end.outcome().name()).orElse(dispute.isLate(read.day()) ? "LATE" : "OPEN"),
                        dispute.ended().map(Dispute.Ending::on).orElse(null), kept.get(dispute.id()).source(),
                        kept.get(dispute.id()).reason(), kept.get(dispute.id()).by(), kept.get(dispute.id()).knownAt())));
    }

    void promises(RowSink sink) {
        forEach("payment_promise", "promise_id", (customer, standing, kept) -> {
            int inARow = standing.promiseRecord().brokenInARow();
            standing.promises().forEach(each -> {
                PaymentPromise promise = each.promise();
                Kept own = kept.get(promise.id());
                LedgerRead.put(sink, customer.company(), promise.label(), customer.number(), code(promise.amount()),
                        promise.amount().toDecimal(), each.paid().toDecimal(), documents(promise.parts()), promise.madeOn(),
                        promise.promisedDay(), promise.until(), each.state().name(), inARow, own.toldBy(), own.source(),
                        own.reason(), own.by(), own.knownAt());
            });
        });
    }

    void plans(RowSink sink) {
        forEach("instalment_plan", "plan_id", (customer, standing, kept) -> standing.plans().forEach(each -> {
            InstalmentPlan plan = each.plan();
            Kept own = kept.get(plan.id());
            LedgerRead.put(sink, customer.company(), plan.label(), customer.number(), code(plan.amount()),
                    plan.amount().toDecimal(), each.settled().toDecimal(), documents(plan.parts()),
                    String.join(", ", plan.instalments().stream().map(due -> due.dueOn() + ":"
                            + due.amount().toDecimal().toPlainString()).toList()), plan.proposedOn(), each.state().name(),
                    each.missed().size(), own.source(), own.reason(), own.by(), own.knownAt());
        }));
    }

    /** By the month in which promises fell due: how many were kept, and how much of what was promised was paid. */
    void promisesKept(RowSink sink) {
        Map<List<Comparable<?>>, List<Standing.PromiseState>> months = new TreeMap<>(Comparator.comparing(Object::toString));
        for (CustomerId customer : StandingCustomers.of(read.handle(), read.company())) {
            standing(customer).promises().stream().filter(each -> each.state() != State.OPEN && each.state() != State.CANCELLED)
                    .forEach(each -> months.computeIfAbsent(List.of(customer.company(),
                            YearMonth.from(each.promise().promisedDay()), code(each.promise().amount())),
                            any -> new ArrayList<>()).add(each));
        }
        months.forEach((month, promises) -> {
            BigDecimal promised = sum(promises.stream().map(each -> each.promise().amount()).toList());
            BigDecimal paid = sum(promises.stream().map(Standing.PromiseState::paid).toList());
            LedgerRead.put(sink, month.get(0), month.get(1).toString(), month.get(2), promises.size(),
                    count(promises, State.KEPT), count(promises, State.PARTLY_KEPT), count(promises, State.BROKEN),
                    share(BigDecimal.valueOf(count(promises, State.KEPT)), BigDecimal.valueOf(promises.size())), promised,
                    paid, share(paid, promised));
        });
    }

    private interface CustomerReader {
        void read(CustomerId customer, Standing standing, Map<Long, Kept> kept);
    }

    private void forEach(String table, String key, CustomerReader reader) {
        for (CustomerId customer : StandingCustomers.of(read.handle(), read.company())) {
            Map<Long, Kept> kept = new HashMap<>();
            Query query = read.handle().createQuery("SELECT x.*, b.known_at FROM " + table + " x JOIN batch b"
                    + " ON b.batch_id = x.batch_id WHERE x.company = :of AND x.customer_id = :customer"
                    + " AND b.known_at IS NOT NULL");
            LedgerRead.forEach(query.bind("of", customer.company()).bind("customer", customer.number()), row ->
                    kept.put(row.getLong(key), kept(row, table.equals("payment_promise"))));
            reader.read(customer, standing(customer), kept);
        }
    }

    private Standing standing(CustomerId customer) {
        return StandingReader.read(read.handle(), customer, read.day(), read.knownAt());
    }

    private static Kept kept(ResultSet row, boolean told) throws SQLException {
        return new Kept(told ? row.getString("told_by") : "", row.getString("source"),
                WorklistWording.english().toldOrWritten(row.getString("reason")),
                row.getString("decided_by"), Columns.instant(row, "known_at"));
    }

    private static String documents(List<Part> parts) {
        return String.join(" + ", parts.stream().map(part -> part.document() + " "
                + part.amount().toDecimal().toPlainString()).toList());
    }

    private static String code(Money amount) {
        return amount.currency().getCurrencyCode();
    }

    private static long count(List<Standing.PromiseState> promises, State state) {
        return promises.stream().filter(each -> each.state() == state).count();
    }

    private static BigDecimal sum(List<Money> amounts) {
        return amounts.stream().reduce(Money::plus).orElseThrow().toDecimal();
    }

    private static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, 4, RoundingMode.HALF_UP);
    }
}
