package org.saldo.job.people;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.saldo.dunning.LatenessReasons;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.ItemState;
import org.saldo.store.answer.AnswerReader;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.dunning.ContactNotes;
import org.saldo.store.people.PeopleStore;

/** A person notes a contact with a customer: a call, a visit, a letter, and why it pays late where that was said. */
public final class NoteJob {

    private static final List<String> CHANNELS = List.of("CALL", "VISIT", "LETTER", "MAIL", "CHAT", "OTHER");
    private static final int WORDS_LONGEST = 2000;
    private static final int WITH_LONGEST = 100;

    private final PersonJobs jobs;
    private final LatenessReasons reasons;
    private final PeopleStore people;
    private final ContactNotes notes = new ContactNotes();

    public NoteJob(PersonJobs jobs, LatenessReasons reasons) {
        this.jobs = jobs;
        this.reasons = reasons;
        this.people = new PeopleStore(jobs.companies());
    }

    /**
     * Why something is late.
     *
     * @param code     one of the policy's
     * @param document which document; empty for all that is late of the customer
     */
    public record Late(String code, String document) {
    }

    /**
     * @param who whose reason says what this is about; the words of the contact are in {@code note}
     * @throws Refused when the person may not, the customer or document is not known, the contact lies ahead, or the reason is
     *         none of the policy's
     */
    public Decided note(Decider who, String customer, ContactNotes.Note given, Optional<Late> late) {
        ContactNotes.Note note = checked(who, given);
        Optional<String> code = late.map(each -> reasons.named(each.code()).orElseThrow(() -> new Refused("late-because '"
                + each.code() + "': is not in lateness.yaml; give one of " + reasons.names())));
        return jobs.ledger().record(BatchKind.PERSON, who.actor(), who.day(), batch -> {
            CustomerId id = customer(batch, who, customer);
            jobs.authority().require(who.actor(), PersonAction.NOTE, id.company());
            long item = late.map(Late::document).filter(document -> !document.isEmpty())
                    .map(document -> item(batch, who, id, document).id()).orElse(0L);
            long number = notes.add(batch, who, id, note);
            code.ifPresent(each -> notes.addLateness(batch, who, id, item, each, "N-" + number));
            return new Decided("N-" + number, "N-" + number + ": " + note.channel().toLowerCase(Locale.ROOT) + " of " + note.on()
                    + " with " + customer + " is noted" + code.map(each -> "; late because " + each
                    + late.map(Late::document).filter(document -> !document.isEmpty()).map(document -> " (" + document + ")")
                    .orElse("")).orElse(""));
        });
    }

    /**
     * Why something is late, as an answer says that a person has accepted.
     *
     * @param task {@code T-17}
     * @throws Refused when the person may not, the answer is nobody's, or the reason or document is not known
     */
    public Decided late(Decider who, String task, Late late) {
        CustomerId customer = requireLate(who, task, late);
        return jobs.ledger().record(BatchKind.PERSON, who.actor(), who.day(), batch -> {
            long item = late.document().isEmpty() ? 0L : item(batch, who, customer, late.document()).id();
            String code = reasons.named(late.code()).orElseThrow();
            notes.addLateness(batch, who, customer, item, code, task);
            return new Decided(task, task + ": customer " + customer.number() + " is late because " + code
                    + (late.document().isEmpty() ? "" : " (" + late.document() + ")"));
        });
    }

    /** Whether {@link #late} would be noted; asked before the answer is accepted. @throws Refused as there */
    public CustomerId requireLate(Decider who, String task, Late late) {
        AnswerTask found = new AnswerReader(jobs.ledger()).task(Amounts.id("task", "T-", task)).filter(each ->
                !each.customer().isEmpty()).orElseThrow(() -> new Refused("task " + task
                + ": is not known, or no customer's; see `saldo answers`"));
        if (reasons.named(late.code()).isEmpty()) {
            throw new Refused("late-because '" + late.code() + "': is not in lateness.yaml; give one of " + reasons.names());
        }
        jobs.authority().require(who.actor(), PersonAction.NOTE, found.company());
        return new CustomerId(found.company(), found.customer());
    }

    private static ContactNotes.Note checked(Decider who, ContactNotes.Note given) {
        String channel = given.channel().strip().toUpperCase(Locale.ROOT);
        if (!CHANNELS.contains(channel)) {
            throw new Refused("channel '" + given.channel() + "': is not known; give one of "
                    + String.join(", ", CHANNELS.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList()));
        }
        if (given.on().isAfter(who.day())) {
            throw new Refused("on " + given.on() + ": lies ahead; note what was said, not what will be");
        }
        String words = given.words().strip();
        if (words.isEmpty() || words.length() > WORDS_LONGEST) {
            throw new Refused("text: has " + words.length() + " characters; 1 to " + WORDS_LONGEST + " can be kept");
        }
        String with = given.with().strip();
        return new ContactNotes.Note(channel, given.on(), with.substring(0, Math.min(WITH_LONGEST, with.length())), words);
    }

    private CustomerId customer(Batch batch, Decider who, String number) {
        String company = who.company().isEmpty() ? jobs.companies().standard().id() : jobs.companies().get(who.company()).id();
        CustomerId id = new CustomerId(company, number);
        if (!people.isKnown(batch, id)) {
            throw new Refused("customer " + number + ": is not known in company " + company
                    + "; see `saldo export customers`, or give --company");
        }
        return id;
    }

    private ItemState item(Batch batch, Decider who, CustomerId customer, String document) {
        ItemState item = people.item(batch, who, document);
        if (!item.customer().equals(customer)) {
            throw new Refused("document " + document + ": is " + item.customer().number() + "'s, not " + customer.number()
                    + "'s; correct it");
        }
        return item;
    }
}
