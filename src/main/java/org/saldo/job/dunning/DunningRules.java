package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.saldo.delivery.ReminderContacts;
import org.saldo.dunning.BankData;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.DunningRun;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.LateItem;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Words;
import org.saldo.store.Batch;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.dunning.LateItems;

/**
 * What holds for every reminder, when it is decided and when it is looked at again.
 *
 * @param goLive  why nothing may leave the house for a company whose opening is not settled; empty when it may
 * @param holdOut who is reminded later than the others, so that it can be told what reminders bring
 * @param unseen  why receipts that are here may not have been looked at on a day; empty when all were
 */
public record DunningRules(Companies companies, DunningPolicy policy, InterestPolicy interest,
        BusinessCalendars calendars, Function<Company, Optional<Words>> goLive, HoldOut holdOut,
        BiFunction<Company, LocalDate, Optional<Words>> unseen) {

    /** Without asking whether cash application has looked at what is here. */
    public DunningRules(Companies companies, DunningPolicy policy, InterestPolicy interest, BusinessCalendars calendars,
            Function<Company, Optional<Words>> goLive, HoldOut holdOut) {
        this(companies, policy, interest, calendars, goLive, holdOut, (company, day) -> Optional.empty());
    }

    /** Why nobody of the company is reminded on this day: going live, a block, old data, or receipts not looked at. */
    Optional<Words> whyNobody(DunningStore store, Company company, LocalDate day) {
        return goLive.apply(company)
                .or(() -> store.companyBlock(company.id(), day).map(why -> Words.of(DunningWord.COMPANY_BLOCKED, why)))
                .or(() -> stale(store, company, day))
                .or(() -> unseen.apply(company, day));
    }

    /** Why what the company has told of its bank accounts or its invoices is too old to remind anybody by. */
    Optional<Words> stale(DunningStore store, Company company, LocalDate day) {
        return staleBankData(store, company, day).or(() -> staleInvoices(store, company, day));
    }

    /**
     * The latest receipts tell when the company's listed accounts are fresh, and nearly always do. Without a list every
     * account ever seen must be.
     */
    private Optional<Words> staleBankData(DunningStore store, Company company, LocalDate day) {
        boolean fresh = !company.accounts().isEmpty()
                && staleness(store.news().latestBankData(company.id(), day), company, day).isEmpty();
        return fresh ? Optional.empty() : staleness(store.news().bankData(company.id(), day), company, day);
    }

    private Optional<Words> staleness(BankData data, Company company, LocalDate day) {
        return data.staleness(company, calendars.of(company.country()), day, policy.bankDataAge(), policy.news().emptyFiles());
    }

    /** Credit notes and new due dates come with invoices: without them people are asked for what is not owed. */
    private Optional<Words> staleInvoices(DunningStore store, Company company, LocalDate day) {
        if (policy.news().invoiceAge().isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDate> newest = store.news().invoices(company.id());
        if (newest.isEmpty()) {
            return Optional.of(Words.of(DunningWord.NO_INVOICES, company.id()));
        }
        int age = calendars.of(company.country()).businessDaysBetween(newest.get(), day);
        int most = policy.news().invoiceAge().get();
        return age <= most ? Optional.empty() : Optional.of(Words.of(DunningWord.OLD_INVOICES, age, newest.get(), most));
    }

    DunningRun decider(Company company, LocalDate day) {
        return new DunningRun(policy, calendars, calendars.of(company.country()), day);
    }

    /** What must be known of the items of these reminders to say something of interest, as the batch's transaction has it. */
    Map<Long, LateItem> lateItems(Batch batch, List<Reminder> reminders) {
        List<Reminder> needing = reminders.stream().filter(each -> InterestNotice.needsItems(interest, each)).toList();
        return needing.isEmpty() ? Map.of() : LateItems.of(batch, needing);
    }

    /** What the reminder says of interest. */
    InterestNotice notice(Reminder reminder, DunningCase customer, Map<Long, LateItem> late) {
        return InterestNotice.of(interest, reminder, customer, late);
    }

    /**
     * The same case, with the obstacle named when there is no address to which a mail could go.
     *
     * @param unusable addresses of the customer's that take no mail
     */
    DunningCase reachable(DunningCase customer, Set<String> unusable) {
        if (customer.obstacle().isPresent()) {
            return customer;
        }
        return ReminderContacts.obstacle(customer.customer(), unusable).map(words -> customer.with(new Withheld(
                customer.customer().id(), Withheld.Reason.NO_ADDRESS, words, Optional.empty()))).orElse(customer);
    }
}
