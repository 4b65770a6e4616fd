package org.saldo.delivery;

import java.util.List;
import org.saldo.dunning.RunLimits;

/**
 * How reminders leave the house.
 *
 * @param attachStatement whether the last statement of account goes with them
 * @param letters         whether who cannot be mailed gets a letter to print
 * @param contacts        whom customers can talk to, the first that fits
 * @param words           by which finance answers a preview
 * @param attachMost      so many bytes of files that were kept go with a mail at most
 * @param letterDays      for so many days a letter is put where it is printed, and taken away when it is wrong
 * @param notDueMost      so many items that are not yet due are listed in a currency
 */
public record ReminderTerms(RunLimits limits, boolean attachStatement, boolean letters, List<Contact.Rule> contacts,
        ReleaseWords words, long attachMost, int letterDays, int notDueMost) {

    /** How long letters are looked after where nothing is said. */
    public static final int LETTER_DAYS_USUAL = 60;

    /** How many items that are not yet due a reminder lists where nothing is said. */
    public static final int NOT_DUE_USUAL = 20;

    private static final long USUAL_MOST = 5_000_000;

    /** Letters are looked after as long as usual. */
    public ReminderTerms(RunLimits limits, boolean attachStatement, boolean letters, List<Contact.Rule> contacts,
            ReleaseWords words, long attachMost) {
        this(limits, attachStatement, letters, contacts, words, attachMost, LETTER_DAYS_USUAL, NOT_DUE_USUAL);
    }

    /** Previews are answered in English. */
    public ReminderTerms(RunLimits limits, boolean attachStatement, boolean letters, List<Contact.Rule> contacts) {
        this(limits, attachStatement, letters, contacts, ReleaseWords.ENGLISH, USUAL_MOST);
    }

    /** Nothing is held, attached or printed, and nobody is named. */
    public static final ReminderTerms PLAIN = new ReminderTerms(RunLimits.NONE, false, false, List.of());

    public ReminderTerms {
        contacts = List.copyOf(contacts);
    }
}
