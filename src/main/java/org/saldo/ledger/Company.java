package org.saldo.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A seller: the legal entity whose receivables these are. Days and schedules are in its time zone. What belongs to a
 * period up to {@code closedThrough} is posted on the first day after it and keeps its effective day.
 */
public record Company(
        String id,
        String name,
        List<String> address,
        String taxId,
        String country,
        Locale language,
        ZoneId timeZone,
        Mode mode,
        List<BankAccount> accounts,
        Optional<LocalDate> closedThrough,
        String replyTo,
        List<String> financeMail,
        List<ReferenceForm> references) {

    /** Beside the ERP: it clears and the hub compares, or the hub clears and the ERP is told. */
    public enum Mode { SHADOW, SUBLEDGER }

    /** An account of the company's own, where customers pay. */
    public record BankAccount(String iban, String currency, String bankName) {
    }

    public Company {
        Texts.require(id, "company id");
        Texts.require(name, "company name");
        address = List.copyOf(address);
        accounts = List.copyOf(accounts);
        financeMail = List.copyOf(financeMail);
        references = List.copyOf(references);
    }

    /** A company that prints no payment references of its own. */
    public Company(String id, String name, List<String> address, String taxId, String country, Locale language, ZoneId timeZone,
                   Mode mode, List<BankAccount> accounts, Optional<LocalDate> closedThrough, String replyTo,
                   List<String> financeMail) {
        this(id, name, address, taxId, country, language, timeZone, mode, accounts, closedThrough, replyTo, financeMail,
                List.of());
    }

    /** The day on which something effective on {@code effectiveOn} is posted: the same, or the first open day. */
    public LocalDate postingDate(LocalDate effectiveOn) {
        return closedThrough.filter(closed -> !effectiveOn.isAfter(closed))
                .map(closed -> closed.plusDays(1)).orElse(effectiveOn);
    }
}
