package org.saldo.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.OriginalAmount;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.money.Money;

/**
 * Rows of payments: the lines of the company's own bank account. A file with a header and no rows is good news too: the
 * bank had nothing to say on that day.
 * <pre>
 * payment_id            the line's id on its account, up to 80 characters; may be empty: then account, booking date,
 *                       amount, bank reference and text tell one line from another, and the n-th equal line of a file
 *                       is the n-th such payment
 * account_iban          the company's own account
 * booking_date          ISO 8601, such as 2026-10-31
 * value_date            ISO 8601; may be empty: then the booking date is meant
 * currency              ISO 4217
 * amount                signed and not zero: negative is money out, or a return
 * payer_name            may be empty
 * payer_iban            may be empty
 * end_to_end_id         may be empty
 * remittance_text       up to 2,000 characters; may be empty; line breaks count as blanks
 * company               optional: without it the company that lists the account is meant
 * bank_reference        optional
 * structured_reference  optional
 * instrument            optional: TRANSFER (assumed), DIRECT_DEBIT, CHEQUE, BILL or CARD
 * maturity_date         optional: of a bill
 * return_of             optional: payment_id of the payment that came back
 * return_reason         optional
 * payer_country         optional: ISO 3166-1, two letters
 * original_amount       optional: what the payer ordered, where the bank has exchanged it; its sign does not matter
 * original_currency     optional: ISO 4217; without it, or with an amount of zero, no original amount is stated
 * exchange_rate         optional: the bank's rate, in whichever direction; zero is none
 * </pre>
 */
public final class PaymentReader implements RecordReader<Receipt> {

    /** Holidays may lie between a file and the day on which its bank books. */
    private static final int DAYS_AHEAD = 10;

    private final CompanyOfRow companyOfRow;
    private final boolean opening;
    private final LocalDate latest;
    private final Occurrences equalLines = new Occurrences();

    /** Of any booking date. @param opening whether these are the unapplied credits that a company brings along */
    public PaymentReader(Companies companies, boolean opening) {
        this(new CompanyOfRow(companies), opening, LocalDate.MAX);
    }

    private PaymentReader(CompanyOfRow companyOfRow, boolean opening, LocalDate latest) {
        this.companyOfRow = companyOfRow;
        this.opening = opening;
        this.latest = latest;
    }

    /** The same, of which a bank books nothing more than a few days after {@code day}, on which it is read. */
    public PaymentReader readOn(LocalDate day) {
        return new PaymentReader(companyOfRow, opening, day.plusDays(DAYS_AHEAD));
    }

    @Override
    public Receipt read(Cells cells) {
        String account = account(cells);
        Company company = company(cells, account);
        LocalDate booked = booked(cells);
        Money amount = amount(cells);
        String text = cells.ofBank("remittance_text", 2000);
        String bankReference = cells.optional("bank_reference", 80);
        LocalDate value = cells.optionalDay("value_date").orElse(booked);
        Receipt.Instrument instrument = cells.choice("instrument", Receipt.Instrument.class, Receipt.Instrument.TRANSFER);
        String givenId = cells.optional("payment_id", 80);
        Receipt receipt = new Receipt(new ReceiptKey(company.id(), account, givenId.isEmpty() ? "-" : givenId), booked,
                value, amount, cells.ofBank("payer_name", 200), cells.account("payer_iban", 40),
                cells.optional("end_to_end_id", 80), text, bankReference, cells.optional("structured_reference", 60),
                instrument, cells.optionalDay("maturity_date"), cells.optional("return_of", 80),
                cells.optional("return_reason", 60), cells.country("payer_country"), opening, original(cells));
        return givenId.isEmpty() ? withIdOfContent(receipt) : receipt;
    }

    private LocalDate booked(Cells cells) {
        LocalDate booked = cells.day("booking_date");
        if (booked.isAfter(latest)) {
            throw new BadField("booking_date", booked + " is more than " + DAYS_AHEAD + " days after today",
                    "correct the day on which the bank booked it");
        }
        return booked;
    }

    private static String account(Cells cells) {
        cells.required("account_iban", 60);
        return cells.account("account_iban", 40);
    }

    private Company company(Cells cells, String account) {
        Company company = cells.has("company") ? companyOfRow.named(cells) : companyOfRow.ofAccount(account);
        if (!company.accounts().isEmpty() && !CompanyOfRow.lists(company, account)) {
            throw new BadField("account_iban", BadField.shown(account) + " is no account of company " + company.id(),
                    "correct the row, or add the account to config/policies/companies.yaml");
        }
        return company;
    }

    private Money amount(Cells cells) {
        Money amount = cells.money("amount", cells.currency("currency"));
        if (amount.isZero()) {
            throw new BadField("amount", "is zero", "take the row out, or write what was booked");
        }
        if (opening && amount.isNegative()) {
            throw new BadField("amount", amount + " is no credit",
                    "at go-live write the unapplied rest of the payment as a positive amount");
        }
        return amount;
    }

    private static Optional<OriginalAmount> original(Cells cells) {
        if (!cells.has("original_amount") || !cells.has("original_currency")) {
            return Optional.empty();
        }
        Money amount = cells.money("original_amount", cells.currency("original_currency")).abs();
        Optional<BigDecimal> rate = cells.has("exchange_rate") ? Optional.of(cells.decimal("exchange_rate")) : Optional.empty();
        return amount.isZero() ? Optional.empty() : Optional.of(new OriginalAmount(amount, rate));
    }

    private Receipt withIdOfContent(Receipt r) {
        Occurrences.Counted line = equalLines.count(r.key().company(), r.key().account(), r.bookingDate().toString(),
                r.amount().toDecimal().stripTrailingZeros().toPlainString(), r.bankReference(), r.remittanceText());
        String id = "LINE-" + line.fingerprint() + "-" + line.occurrence();
        return new Receipt(new ReceiptKey(r.key().company(), r.key().account(), id), r.bookingDate(), r.valueDate(),
                r.amount(), r.payerName(), r.payerIban(), r.endToEndId(), r.remittanceText(), r.bankReference(),
                r.structuredReference(), r.instrument(), r.maturityDate(), r.returnOf(), r.returnReason(),
                r.payerCountry(), r.opening(), r.original());
    }
}
