package org.saldo.job.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.saldo.delivery.MailAddress;
import org.saldo.dunning.WaitingReminder;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.ReminderHolds;
import org.saldo.store.dunning.ReminderStops;
import org.saldo.store.dunning.ReminderKey;
import org.saldo.store.dunning.ReminderLetters;
import org.saldo.store.mail.AddressMarks;

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

    /** Reminders of a day that wait may go. @throws Refused as {@link #say} */
    public Decided release(Decider who, ReminderHolds.Whose whose, LocalDate day) {
        return say(who, whose.company(), Instruction.reminders(InstructionAction.RELEASE_REMINDERS, whose.customer(), day, ""));
    }

    /** They do not go; their levels do not count. @throws Refused as {@link #say} */
    public Decided stop(Decider who, ReminderHolds.Whose whose, LocalDate day) {
        return say(who, whose.company(), Instruction.reminders(InstructionAction.STOP_REMINDERS, whose.customer(), day, ""));
    }

    /**
     * What a person says of reminders that wait.
     *
     * @throws Refused when none waits, the preview that the person saw is no longer the latest, or the person may not
     */
    public Decided say(Decider who, String company, Instruction given) {
        companies.get(company);
        return new Consent(ledger, authority).decide(who, given, batch -> {
            LocalDate day = given.until().orElseThrow(() -> new Refused("date: is missing; name the day of the reminders"));
            ReminderHolds.Whose whose = new ReminderHolds.Whose(company, given.customer());
            List<WaitingReminder> waiting = ReminderHolds.preview(batch, company, day).stream().filter(each ->
                    given.customer().isEmpty() || each.customer().number().equals(given.customer())).toList();
            requireCurrent(batch, company, day, given);
            if (waiting.isEmpty()) {
                throw new Refused(whose + ": no reminder of " + day + " waits (any more); `saldo mails list` shows what does");
            }
            return new Prepared(company, given, List.of(), () -> write(batch, whose, day,
                    given.action() == InstructionAction.STOP_REMINDERS, who.reason(), waiting));
        });
    }

    /** Who answers a preview means what it shows: when there is a later one, more waits than that. */
    private static void requireCurrent(Batch batch, String company, LocalDate day, Instruction given) {
        Optional<String> seen = Optional.of(given.terms().source()).filter(key -> !key.isEmpty());
        if (seen.isPresent() && !seen.equals(ReminderHolds.latestPreview(batch, company, day))) {
            throw new Refused("company " + company + ": there is a later preview of the reminders of " + day
                    + ", which shows what waits now; answer that one");
        }
    }

    private static Decided write(Batch batch, ReminderHolds.Whose whose, LocalDate day, boolean stops, String reason,
            List<WaitingReminder> waiting) {
        ReminderHolds.say(batch, whose, day, stops ? ReminderHolds.Outcome.STOP : ReminderHolds.Outcome.GO, reason);
        long count = stops ? ReminderStops.stop(batch, whose, day, reason)
                : waiting.stream().map(WaitingReminder::customer).distinct().count();
        return new Decided(whose.company(), whose + ": " + count + " reminder(s) of " + day + (stops ? " do not go" : " go"));
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
            ReminderLetters.Letter letter = ReminderLetters.find(batch, ReminderKey.of(customer, remindedOn))
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
