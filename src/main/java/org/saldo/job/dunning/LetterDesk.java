package org.saldo.job.dunning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.Words;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.ReminderLetters;
import org.saldo.store.mail.ReminderWithdrawals;

/**
 * Puts letters where they are printed, once their decision counts and nobody has to look at them first. What a letter says is
 * looked at again then, and as long as its file lies there: one that is wrong is taken away, and its level does not count.
 */
public final class LetterDesk {

    private final Ledger ledger;
    private final ReminderLook look;
    private final LetterFolder folder;
    private final boolean test;
    private final int days;

    /**
     * @param test whether mail to customers goes to one address only: then letters lie apart
     * @param days for so many days a letter is looked after
     */
    LetterDesk(Ledger ledger, ReminderLook look, LetterFolder folder, boolean test, int days) {
        this.days = days;
        this.ledger = ledger;
        this.look = look;
        this.folder = folder;
        this.test = test;
    }

    /** Does so for a company, or with an empty id for all; tells what to print, and what must not be sent. */
    public List<Words> run(String company, LocalDate day) {
        List<Words> notes = new ArrayList<>();
        for (ReminderLetters.Waiting letter : ReminderLetters.waiting(ledger, company, day.minusDays(days))) {
            Path file = folder.fileOf(letter.customer(), letter.day(), test);
            Optional<Words> wrong = letter.put() && !Files.exists(file) ? Optional.empty() : look.contradicted(letter, day);
            if (wrong.isPresent()) {
                if (!letter.put() || folder.takeAway(file)) {
                    withdraw(letter, day, wrong.get());
                    notes.add(Words.of(DunningWord.LETTER_WITHDRAWN, letter.customer(), letter.day(), wrong.get()));
                }
            } else if (!letter.put() && look.heldLetter(letter).isEmpty()) {
                folder.put(file, ReminderLetters.pdf(ledger, letter));
                ledger.write(BatchKind.REMINDER, DunningJob.ACTOR, day, batch -> ReminderLetters.put(batch, letter));
                notes.add(Words.of(DunningWord.LETTER_TO_PRINT, file));
            }
        }
        return notes;
    }

    private void withdraw(ReminderLetters.Waiting letter, LocalDate day, Words why) {
        ledger.write(BatchKind.REMINDER, DunningJob.ACTOR, day,
                batch -> ReminderWithdrawals.add(batch, letter.businessKey(), why.stored()));
    }
}
