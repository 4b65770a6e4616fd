package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.saldo.delivery.StatementMail;
import org.saldo.job.statement.StatementReport.CompanyStatements;
import org.saldo.job.statement.StatementReport.CustomerMails;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.statement.HeldBack;
import org.saldo.statement.MonthSummary;
import org.saldo.statement.StatementFigures;
import org.saldo.statement.StatementKey;
import org.saldo.store.Ledger;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementMonths;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** One company's statements of one month, customer by customer in pages, so that memory does not grow with them. */
final class StatementRun {

    private static final int PAGE = 100;

    /** Whose statements are made, of which month, on which day and by whom; {@code late}: a later month waits as well. */
    record Task(Company company, YearMonth month, LocalDate day, String actor, boolean late) {

        /** The same of another month. */
        Task of(YearMonth other) {
            return new Task(company, other, day, actor, late);
        }
    }

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementSettings settings;
    private final StatementStore statements;
    private final StatementMonths months;
    private final StatementPages pages;
    private final StatementDispatch dispatch;
    private final StatementKeeping keeping;
    private final StatementClosing closing;
    private final StatementReleases releases;
    private final StatementPress press;
    private final Task task;
    private final StatementTally tally = new StatementTally();
    private final Instant knownAt;

    private CustomerMails mails = CustomerMails.NONE;
    private int made;
    private int alreadyMade;

    StatementRun(Ledger ledger, OutboxStore outbox, StatementSettings settings, StatementPress press, Task task) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.settings = settings;
        this.knownAt = ledger.knownAt();
        this.statements = new StatementStore(ledger);
        this.months = new StatementMonths(ledger);
        this.pages = new StatementPages(ledger, settings, task, knownAt);
        this.dispatch = new StatementDispatch(ledger, outbox, settings, task);
        this.keeping = new StatementKeeping(ledger, outbox, settings, task);
        this.closing = new StatementClosing(ledger, outbox, settings, task, pages.month(), knownAt);
        this.releases = new StatementReleases(ledger, outbox, settings, task);
        this.press = press;
        this.task = task;
    }

    CompanyStatements blocked(String why) {
        return report(Optional.of(why), summary(), false);
    }

    CompanyStatements make(Optional<CustomerId> only, boolean dryRun) {
        if (!dryRun && dispatch.stopped().isEmpty()) {
            months.waiting(task.company().id(), HeldBack.Reason.BANK_ACCOUNT).getOrDefault(task.month(), Set.of()).stream()
                    .filter(id -> only.filter(wanted -> !wanted.equals(id)).isEmpty()).forEach(this::letGo);
            closing.readHoldsAgain();
        }
        try (StatementPress.Shift shift = press.shift()) {
            if (only.isPresent()) {
                keep(makeFor(List.of(customer(only.get())), shift, dryRun));
                return report(Optional.empty(), summary(), false);
            }
            makeAll(shift, dryRun);
        }
        MonthSummary summary = closing.summary(tally);
        boolean mailed = !dryRun && closing.finish(summary, mails);
        return report(Optional.empty(), summary, mailed);
    }

    /** While one page is kept and the next is read, the statements of the one between are drawn. */
    private void makeAll(StatementPress.Shift shift, boolean dryRun) {
        String last = "";
        List<Future<Drawn>> waiting = List.of();
        for (List<Customer> page = statements.customersAfter(task.company().id(), last, PAGE); !page.isEmpty();
                page = statements.customersAfter(task.company().id(), last, PAGE)) {
            List<Future<Drawn>> next = makeFor(page, shift, dryRun);
            keep(waiting);
            waiting = next;
            last = page.get(page.size() - 1).id().number();
        }
        keep(waiting);
    }

    private List<Future<Drawn>> makeFor(List<Customer> customers, StatementPress.Shift shift, boolean dryRun) {
        StatementPages.Page page = pages.read(customers, tally);
        tellExisting(page.existing());
        made += page.drafts().size();
        if (!dryRun) {
            return shift.begin(page.drafts(), dispatch::draw);
        }
        for (Draft draft : page.drafts()) {
            Optional<HeldBack> held = dispatch.held(draft);
            tally.made(draft.statement(), draft.statement().closing());
            held.ifPresent(tally::held);
            tally.figures(StatementFigures.of(draft.statement(), draft.customer().name(), true,
                    held.isPresent() || !draft.terms().send() ? "" : dispatch.recipients(draft),
                    held.map(HeldBack::reason)));
        }
        return List.of();
    }

    private void keep(List<Future<Drawn>> futures) {
        List<Drawn> drawn = futures.stream().map(StatementPress::result).toList();
        StatementKeeping.Kept kept = keeping.keep(drawn, tally);
        made -= drawn.size() - kept.statements();
        mails = mails.plus(kept.mails());
    }

    private void tellExisting(List<StatementPages.Existing> existing) {
        if (existing.isEmpty()) {
            return;
        }
        Map<Long, StatementMonths.Hold> holds = closing.holds();
        for (StatementPages.Existing each : existing) {
            alreadyMade++;
            StatementKey key = each.row().key();
            String sentTo = statements.recipients(StatementMail.businessKey(key));
            Optional<HeldBack> hold = Optional.ofNullable(holds.get(each.row().id())).filter(any -> sentTo.isEmpty())
                    .flatMap(why -> why.reason() == HeldBack.Reason.BANK_ACCOUNT && why.releases() > 0
                            ? dispatch.held(each.draft()) : Optional.of(new HeldBack(key.customer(),
                            key.currency().getCurrencyCode(), why.reason(), why.detail())));
            hold.ifPresent(tally::held);
            tally.figures(StatementFigures.of(each.draft().statement(), each.draft().customer().name(), false, sentTo,
                    hold.map(HeldBack::reason)));
        }
    }

    /**
     * A new version of the customer's statements of the month, in each currency in which the figures are others now.
     *
     * @param withLater whether the statements that continue them are made again too, by the caller
     * @throws Refused when figures differ and a later statement continues them, unless {@code withLater}
     */
    CompanyStatements makeAgain(CustomerId id, boolean withLater) {
        again(id, (row, again) -> {
            boolean wanted = dispatch.isOutdated(again) || isOtherAccount(row, again);
            if (wanted && !withLater && again.isMoved()) {
                requireNoLater(row);
            }
            return wanted;
        });
        return report(Optional.empty(), summary(), false);
    }

    private void requireNoLater(StatementRow row) {
        StatementKey key = row.key();
        Set<YearMonth> later = statements.monthsAfter(key);
        if (!later.isEmpty()) {
            throw new Refused("statement " + key.number() + " of " + key.customer() + " in " + key.currency()
                    + ": the customer holds later ones that begin where it ended (" + later.stream().map(YearMonth::toString)
                    .collect(Collectors.joining(", ")) + "), and what became known since stands there as of an earlier period, or"
                    + " will on the next one; let it stand, or make them all again, oldest first: `saldo statements --month "
                    + key.month() + " --customer " + key.customer().number() + " --again --with-later`");
        }
    }

    /** What waited for the company's bank accounts: it goes out, or is made anew where it would show another account now. */
    private void letGo(CustomerId id) {
        mails = mails.plus(releases.ofAccounts(id));
        for (StatementPages.Again moved : again(id, this::isOtherAccount).stream().filter(StatementPages.Again::isMoved)
                .toList()) {
            for (YearMonth month : statements.monthsAfter(moved.last().key())) {
                StatementRun later = new StatementRun(ledger, outbox, settings, press, task.of(month));
                later.again(id, (row, again) -> row.key().currency().equals(moved.last().key().currency())
                        && dispatch.isOutdated(again));
                mails = mails.plus(later.mails);
            }
        }
    }

    private boolean isOtherAccount(StatementRow row, StatementPages.Again again) {
        return Optional.ofNullable(closing.holds().get(row.id())).filter(StatementMonths.Hold::waitsForAccount).isPresent()
                && dispatch.isOtherAccount(again.last());
    }

    /** @return those that were made again */
    private List<StatementPages.Again> again(CustomerId id, BiPredicate<StatementRow, StatementPages.Again> wanted) {
        Customer customer = customer(id);
        List<StatementRow> upTo = statements.upTo(id, task.month());
        List<StatementPages.Again> drafts = new ArrayList<>();
        for (Currency currency : upTo.stream().map(row -> row.key().currency()).distinct().toList()) {
            List<StatementRow> own = upTo.stream().filter(row -> row.key().currency().equals(currency)).toList();
            pages.latest(own).ifPresent(last -> {
                StatementPages.Again again = pages.again(customer, last, own);
                if (wanted.test(last, again)) {
                    drafts.add(again);
                }
            });
        }
        made += drafts.size();
        try (StatementPress.Shift shift = press.shift()) {
            keep(shift.begin(drafts.stream().map(StatementPages.Again::next).toList(), dispatch::draw));
        }
        return drafts;
    }

    private CompanyStatements report(Optional<String> blocked, MonthSummary summary, boolean financeMailed) {
        return new CompanyStatements(task.company().id(), blocked, made, alreadyMade, summary, mails, financeMailed);
    }

    private MonthSummary summary() {
        return tally.summary(pages.month(), List.of(), List.of());
    }

    private Customer customer(CustomerId id) {
        return statements.customer(id).orElseThrow(() -> new Refused("customer " + id
                + " is not known; take its master data in first"));
    }
}
