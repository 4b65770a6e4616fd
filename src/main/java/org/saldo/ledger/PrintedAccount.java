package org.saldo.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.Optional;

/**
 * A bank account to which customers are asked to pay, as it is printed for them. It may be printed only when two people have
 * released exactly this content, see {@link AccountRelease}.
 *
 * @param holder the account holder exactly as the bank has it, since the payer's bank compares it with the account
 * @param iban   without blanks; the account number where the country has no IBAN
 * @param bic    empty when it is not to be printed
 * @param from   the first day on which it may be printed
 * @param until  the last one; empty: no end
 * @param address of the holder, where payment parts of Swiss QR-bills are to be printed
 */
public record PrintedAccount(String id, String company, String holder, String iban, String bic, String bank,
                             Currency currency, LocalDate from, Optional<LocalDate> until, Kind kind,
                             Optional<HolderAddress> address) {

    /** Whose account it is: the company's own, whose statements the hub reads, or that of a factor who owns the claims. */
    public enum Kind { OWN, FACTOR }

    private static final int HOLDER_MAX = 70;

    /** @throws IllegalArgumentException with the name of the value that is wrong, and why */
    public PrintedAccount {
        check(id.matches("[A-Za-z0-9._-]{1,40}"), "id: '" + id + "' is not 1 to 40 letters, digits, dots and hyphens");
        check(isLine(holder) && holder.length() <= HOLDER_MAX, "holder: must be one line of up to " + HOLDER_MAX
                + " characters, the name exactly as the bank has it");
        check(isLine(bank), "bank: must be one line of up to 100 characters");
        check(iban.matches("[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}") ? Iban.isValid(iban) : iban.matches("[0-9A-Z-]{4,34}"),
                "iban: '" + iban + "' is no IBAN with right check digits, and no account number");
        check(bic.matches("|[A-Z]{6}[0-9A-Z]{2}([0-9A-Z]{3})?"), "bic: '" + bic + "' does not have 8 or 11 characters");
        check(until.filter(last -> last.isBefore(from)).isEmpty(), "until: is before from");
    }

    /** One without the holder's address. */
    public PrintedAccount(String id, String company, String holder, String iban, String bic, String bank, Currency currency,
                          LocalDate from, Optional<LocalDate> until, Kind kind) {
        this(id, company, holder, iban, bic, bank, currency, from, until, kind, Optional.empty());
    }

    /** All of it in one text: what those who release it agree to. */
    public String content() {
        return String.join("\n", company, id, holder, iban, bic, bank, currency.getCurrencyCode(), from.toString(),
                until.map(LocalDate::toString).orElse(""), kind.name())
                + address.map(where -> "\n" + where.words()).orElse("");
    }

    public boolean isFor(LocalDate day) {
        return !day.isBefore(from) && until.filter(day::isAfter).isEmpty();
    }

    /** For people: {@code Example Company Ltd, DE89 3704 0044 0532 0130 00, COBADEFFXXX, Example Bank, EUR, OWN}. */
    public String words() {
        return holder + ", " + (Iban.isValid(iban) ? Iban.grouped(iban) : iban) + (bic.isEmpty() ? "" : ", " + bic) + ", "
                + bank + ", " + currency.getCurrencyCode() + ", " + kind + ", from " + from
                + until.map(last -> " until " + last).orElse("") + address.map(where -> ", " + where.words()).orElse("");
    }

    /**
     * Whether it is a QR-IBAN: one of Switzerland or Liechtenstein whose bank number is 30000 to 31999. It takes payments
     * with a QR reference only.
     */
    public boolean isQrIban() {
        return isSwiss() && iban.substring(4, 9).matches("3[01][0-9]{3}");
    }

    /** Whether it has an IBAN of Switzerland or Liechtenstein. */
    public boolean isSwiss() {
        return iban.matches("(CH|LI)[0-9]{7}[0-9A-Z]{12}") && Iban.isValid(iban);
    }

    /**
     * The customer's own reference by the company's forms: the one that this account's bank hands on as it is before others,
     * a QR reference for a QR-IBAN, else an RF one.
     */
    public Optional<String> referenceOf(Company payee, CustomerId customer) {
        ReferenceScheme first = isQrIban() ? ReferenceScheme.QRR : ReferenceScheme.RF;
        return payee.references().stream().filter(ReferenceForm::isOfCustomer)
                .sorted(Comparator.comparing(form -> form.scheme() != first))
                .map(form -> form.of(customer)).flatMap(Optional::stream).findFirst();
    }

    private static boolean isLine(String text) {
        return !text.isBlank() && text.length() <= 100 && text.equals(text.strip())
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
