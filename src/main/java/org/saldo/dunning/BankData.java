package org.saldo.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.Company;
import org.saldo.ledger.Words;

/**
 * How far a company's bank data reaches: the newest booking of each account, and the day of the last payments file that
 * was empty, which tells that nothing came in on any account.
 */
public record BankData(Map<String, LocalDate> newestBooking, Optional<LocalDate> lastEmptyFile) {

    public BankData {
        newestBooking = Map.copyOf(newestBooking);
    }

    /**
     * Why reminders on {@code day} would rest on old data: an account of the company's (every account ever seen when none
     * is listed) was heard of more than {@code maxAge} business days ago. Empty when all are fresh.
     *
     * @param emptyFiles for so many business days after its last booking an empty file tells that an account is quiet; after
     *                   that it may as well be the feed that is dead
     */
    public Optional<Words> staleness(Company company, BusinessCalendar calendar, LocalDate day, int maxAge,
            int emptyFiles) {
        List<String> accounts = new ArrayList<>(company.accounts().stream().map(Company.BankAccount::iban).toList());
        if (accounts.isEmpty()) {
            newestBooking.keySet().stream().sorted().forEach(accounts::add);
        }
        if (accounts.isEmpty() && lastEmptyFile.isEmpty()) {
            return Optional.of(Words.of(DunningWord.NO_BANK_DATA));
        }
        if (accounts.isEmpty()) {
            return older(DunningWord.OLD_EMPTY_FILE, "", lastEmptyFile.get(), calendar.businessDaysBetween(lastEmptyFile.get(),
                    day),
                    maxAge);
        }
        return accounts.stream().map(account -> ofAccount(account, calendar, day, maxAge, emptyFiles)).flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Words> ofAccount(String account, BusinessCalendar calendar, LocalDate day, int maxAge, int emptyFiles) {
        Optional<LocalDate> booked = Optional.ofNullable(newestBooking.get(account));
        Optional<LocalDate> quiet = lastEmptyFile.filter(empty -> booked.filter(date -> !date.isBefore(empty)).isEmpty());
        Optional<LocalDate> believed = quiet.filter(empty -> booked.filter(date ->
                calendar.businessDaysBetween(date, empty) > emptyFiles).isEmpty());
        Optional<LocalDate> newest = believed.or(() -> booked);
        if (newest.isEmpty()) {
            return Optional.of(Words.of(DunningWord.NO_BANK_DATA_OF, account));
        }
        return older(DunningWord.OLD_BANK_DATA, account, newest.get(), calendar.businessDaysBetween(newest.get(), day), maxAge)
                .map(why -> quiet.isPresent() && believed.isEmpty() ? why.and(DunningWord.ONLY_EMPTY_FILES, emptyFiles) : why);
    }

    private static Optional<Words> older(DunningWord word, String account, LocalDate newest, int age, int maxAge) {
        return age <= maxAge ? Optional.empty() : Optional.of(Words.of(word, age, newest, maxAge, account));
    }
}
