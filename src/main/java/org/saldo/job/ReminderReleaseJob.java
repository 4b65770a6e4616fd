package org.saldo.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.saldo.delivery.MailAddress;
import org.saldo.dunning.WaitingReminder;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.AddressMarks;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.ReminderHolds;
import org.saldo.store.ReminderLetters;

/** What a person says of reminders that wait, and of addresses that took no mail. */
public final class ReminderReleaseJob {

    private final Ledger ledger;
    private final Companies companies;
    private final Authority authority;

    public ReminderReleaseJob(Ledger ledger, Companies companies, Authority authority) {
        this.ledger = ledger;
        this.companies = companies;
        this.authority = authority;
    }

    /** All reminders of a day that wait may go. @throws Refused when none waits, or the person may not */
    public Decided release(Decider who, String company, LocalDate day) {
        return say(who, company, day, ReminderHolds.Outcome.GO);
    }

    /** No reminder of a day that still waits goes; their levels do not count. @throws Refused as {@link #release} */
    public Decided stop(Decider who, String company, LocalDate day) {
        return say(who, company, day, ReminderHolds.Outcome.STOP);
    }

    private Decided say(Decider who, String company, LocalDate day, ReminderHolds.Outcome outcome) {
        companies.get(company);
        authority.require(who.person(), PersonAction.RELEASE, company);
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            List<WaitingReminder> waiting = ReminderHolds.preview(batch, company, day);
            if (waiting.isEmpty()) {
                throw new Refused("company " + company + ": no reminder of " + day
                        + " waits; `saldo mails list` shows what does");
            }
            ReminderHolds.say(batch, company, day, outcome, who.reason());
            if (outcome == ReminderHolds.Outcome.STOP) {
                int stopped = ReminderHolds.stop(batch, company, day, who.reason());
                return new Decided(company, "company " + company + ": " + stopped + " reminder(s) of " + day + " do not go");
            }
            long customers = waiting.stream().map(WaitingReminder::customer).distinct().count();
            return new Decided(company, "company " + company + ": " + customers + " reminder(s) of " + day + " go");
        });
    }

    /**
     * The letter that reminds a customer of this day was handed over; the reason says by what that is proved, such as the
     * number of a registered letter.
     *
     * @throws Refused when there is no such letter, it was noted before, or the person may not
     */
    public Decided delivered(Decider who, CustomerId customer, LocalDate remindedOn) {
        authority.require(who.person(), PersonAction.BLOCK, customer.company());
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            ReminderLetters.Letter letter = ReminderLetters.find(batch, ReminderPages.businessKey(customer, remindedOn))
                    .orElseThrow(() -> new Refused("customer " + customer + ": no letter reminds it on " + remindedOn));
            if (letter.delivered()) {
                throw new Refused("customer " + customer + ": the letter of " + remindedOn + " was noted as delivered before");
            }
            ReminderLetters.delivered(batch, letter, who.day(), who.reason());
            return new Decided(customer.company(), "customer " + customer + ": the letter of " + remindedOn
                    + " was handed over on " + who.day());
        });
    }

    /** Mail to this address of the customer's arrives again. @throws Refused when it is not marked, or the person may not */
    public Decided usable(Decider who, CustomerId customer, String address) {
        authority.require(who.person(), PersonAction.BLOCK, customer.company());
        String bare = MailAddress.of(address).address().toLowerCase(Locale.ROOT);
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            if (!AddressMarks.unusable(batch, customer.company(), List.of(customer.number()))
                    .getOrDefault(customer.number(), Set.of()).contains(bare)) {
                throw new Refused("customer " + customer + ": " + bare + " is not marked as taking no mail");
            }
            AddressMarks.add(batch, customer, bare, true, "", who.reason());
            return new Decided(customer.company(), "customer " + customer + ": mail goes to " + bare + " again");
        });
    }
}
