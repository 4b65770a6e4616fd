package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * Whose statements are made, of which month, on which day and by whom; {@code late}: a later month waits as well;
     * {@code reason}: why a person asks for one that would not be made otherwise.
     */
    record Task(Company company, YearMonth month, LocalDate day, String actor, boolean late, Optional<String> reason) {

        Task(Company company, YearMonth month, LocalDate day, String actor, boolean late) {
            this(company, month, day, actor, late, Optional.empty());
        }

        /** The same because a person wants it. */
        Task because(Optional<String> wanted) {
            return new Task(company, month, day, actor, late, wanted);
        }

        /** The same of another month. */
        Task of(YearMonth other) {
            return new Task(company, other, day, actor, late, reason);
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
    private final StatementReissue reissue;
    private final Task task;
    private final StatementTally tally = new StatementTally();
    private final Instant knownAt;

    private CustomerMails mails = CustomerMails.NONE;
    private boolean dryRun;
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
        this.reissue = new StatementReissue(statements, dispatch, closing, press, task);
        this.task = task;
    }

    CompanyStatements blocked(String why) {
        return report(Optional.of(why), summary(), false);
    }

    CompanyStatements make(Optional<CustomerId> only, boolean dry) {
        dryRun = dry;
        if (!dryRun && dispatch.stopped().isEmpty() && task.reason().isEmpty()) {
            months.waiting(task.company().id(), HeldBack.Reason.BANK_ACCOUNT).getOrDefault(task.month(), Set.of()).stream()
                    .filter(id -> only.filter(wanted -> !wanted.equals(id)).isEmpty()).forEach(this::letGo);
            closing.readHoldsAgain();
        }
        StatementClosing.Balances balances;
        try (StatementPress.Shift shift = press.shift()) {
            if (only.isPresent()) {
                keep(makeFor(List.of(customer(only.get())), shift));
                return report(Optional.empty(), summary(), false);
            }
            Future<StatementClosing.Balances> beside = shift.beside(closing::balances);
            makeAll(shift);
            balances = StatementPress.result(beside);
        }
        MonthSummary summary = closing.summary(tally, balances);
        boolean mailed = !dryRun && closing.finish(summary, mails);
        return report(Optional.empty(), summary, mailed);
    }

    /** While one page is kept and the next is read, the statements of the one between are drawn. */
    private void makeAll(StatementPress.Shift shift) {
        String last = "";
        List<Future<Drawn>> waiting = List.of();
        for (List<Customer> page = statements.customersAfter(task.company().id(), last, PAGE); !page.isEmpty();
                page = statements.customersAfter(task.company().id(), last, PAGE)) {
            List<Future<Drawn>> next = makeFor(page, shift);
            keep(waiting);
            waiting = next;
            last = page.get(page.size() - 1).id().number();
        }
        keep(waiting);
    }

    private List<Future<Drawn>> makeFor(List<Customer> customers, StatementPress.Shift shift) {
        StatementPages.Page page = pages.read(customers, tally);
        tellExisting(page.existing());
        made += page.drafts().size();
        return shift.begin(page.drafts(), dryRun ? dispatch::tryOut : dispatch::draw);
    }

    private void keep(List<Future<Drawn>> futures) {
        List<Drawn> drawn = futures.stream().map(StatementPress::result).toList();
        if (dryRun) {
            drawn.forEach(this::tell);
            return;
        }
        StatementKeeping.Kept kept = keeping.keep(drawn, tally);
        made -= drawn.size() - kept.statements();
        mails = mails.plus(kept.mails());
    }

    /** What would become of a statement. */
    private void tell(Drawn drawn) {
        if (!drawn.isFile()) {
            made--;
            StatementKeeping.tellWithout(drawn, tally);
            return;
        }
        Draft draft = drawn.draft();
        tally.made(draft.statement(), draft.statement().closing());
        drawn.held().ifPresent(tally::held);
        tally.figures(StatementFigures.of(draft.statement(), draft.customer().name(), true,
                drawn.held().isPresent() || !draft.terms().send() ? "" : dispatch.recipients(draft),
                drawn.held().map(HeldBack::reason)));
    }

    /**
     * The customer's pages of the month as they would look now, by currency, unsealed; nothing is kept.
     *
     * @throws Refused when there is nothing to show, or it cannot be drawn
     */
    SortedMap<Currency, byte[]> preview(CustomerId id) {
        SortedMap<Currency, byte[]> drawn = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
        StatementPages.Page page = pages.read(List.of(customer(id)), tally);
        List<Draft> drafts = new ArrayList<>(page.drafts());
        page.existing().forEach(each -> drafts.add(each.draft()));
        for (Draft draft : drafts) {
            Drawn tried = press.draw(pdf -> dispatch.tryOut(pdf, draft));
            if (!tried.isFile()) {
                throw new Refused("statement " + draft.statement().key().number() + " of " + id + ": " + tried.fault());
            }
            drawn.put(draft.statement().key().currency(), press.draw(pdf -> dispatch.page(pdf, draft)));
        }
        if (drawn.isEmpty()) {
            throw new Refused("statement " + task.month() + " of " + id + ": there is none to show"
                    + summary().heldBack().stream().map(held -> "; " + held.currency() + " " + held.reason().words() + " "
                    + held.detail()).collect(Collectors.joining()));
        }
        return drawn;
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
        again(id, (row, again) -> reissue.isWanted(row, again, withLater));
        if (statements.upTo(id, task.month()).stream().noneMatch(row -> row.key().month().equals(task.month()))) {
            reissue.remarks().add(id + " has no statement of " + task.month() + "; make it without --again");
        }
        return report(Optional.empty(), summary(), false);
    }

    /** What waited for the company's bank accounts: it goes out, or is made anew where it would show another account now. */
    private void letGo(CustomerId id) {
        mails = mails.plus(releases.ofAccounts(id));
        for (StatementPages.Again moved : again(id, reissue::isOtherAccount).stream().filter(StatementPages.Again::isMoved)
                .toList()) {
            for (YearMonth month : statements.monthsAfter(moved.last().key())) {
                StatementRun later = new StatementRun(ledger, outbox, settings, press, task.of(month));
                later.again(id, (row, again) -> row.key().currency().equals(moved.last().key().currency())
                        && dispatch.isOutdated(again));
                mails = mails.plus(later.mails);
            }
        }
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
        return new CompanyStatements(task.company().id(), blocked, made, alreadyMade, summary, mails, financeMailed,
                reissue.remarks());
    }

    private MonthSummary summary() {
        return tally.summary(pages.month(), List.of(), List.of());
    }

    private Customer customer(CustomerId id) {
        return statements.customer(id).orElseThrow(() -> new Refused("customer " + id
                + " is not known; take its master data in first"));
    }
}
