package org.saldo.intake;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Companies;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentKey;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.OpeningBalance;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.TaxLine;
import org.saldo.money.Money;

/**
 * Rows of invoices and other documents. A customer that is not known yet is no fault: the document waits for it.
 * <pre>
 * document_type         INVOICE, CREDIT_NOTE, DEBIT_NOTE, PREPAYMENT_REQUEST, INTEREST or FEE
 * document_number       up to 60 characters, with a letter or digit in it
 * customer_id           up to 60 characters
 * issue_date            ISO 8601, such as 2026-10-31
 * due_date              ISO 8601
 * currency              ISO 4217
 * amount                gross and above zero; the type says whether it raises or lowers the balance
 * company               optional: the seller; without it the standard company is meant
 * instalment            optional: 1, 2, 3 ... when the document is paid in parts, each with its own row
 * tax_breakdown         optional: rate:net:tax, several joined by a bar: 19:100.00:19.00|7:50.00:3.50
 * discount_percent      optional: over 0 and under 100, together with discount_until
 * discount_until        optional: last day of the discount
 * retention_amount      optional: above zero, what the customer may keep back
 * payment_reference     optional: structured reference to be quoted
 * purchase_order        optional
 * aliases               optional: other numbers of the document, joined by a bar
 * salesperson           optional
 * original_document     optional: what a credit or debit note refers to
 * open_amount           at go-live only: what is still open, at most the amount
 * dunning_level         at go-live only: how far it has been reminded
 * description           optional
 * </pre>
 */
public final class InvoiceReader implements RecordReader<Document> {

    private static final int NUMBER_MAX = 60;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CompanyOfRow companyOfRow;
    private final boolean opening;

    /** @param opening whether these are the open items that a company brings along when it goes live */
    public InvoiceReader(Companies companies, boolean opening) {
        this.companyOfRow = new CompanyOfRow(companies);
        this.opening = opening;
    }

    @Override
    public Document read(Cells cells) {
        String company = companyOfRow.of(cells).id();
        DocumentKey key = new DocumentKey(company, cells.choice("document_type", DocumentType.class),
                reference("document_number", cells.required("document_number", NUMBER_MAX)),
                cells.whole("instalment", 1, 1));
        Currency currency = cells.currency("currency");
        Money amount = cells.positive("amount", currency,
                "write the amount without a sign; a credit note is told by its document_type");
        return new Document(key, new CustomerId(company, cells.required("customer_id", NUMBER_MAX)),
                cells.day("issue_date"), cells.day("due_date"), amount, taxes(cells, currency), discount(cells),
                retention(cells, amount), optionalReference(cells, "payment_reference"),
                cells.optional("purchase_order", NUMBER_MAX), aliases(cells), cells.optional("salesperson", 100),
                cells.optional("original_document", NUMBER_MAX), cells.optional("description", 500),
                opening(cells, amount));
    }

    /** A number by which a payer may quote the document: in its comparable form it must say something and fit. */
    private static String reference(String column, String number) {
        int length = ReferenceKey.of(number).length();
        if (length == 0 || length > NUMBER_MAX) {
            throw new BadField(column, BadField.shown(number) + (length == 0 ? " has neither letter nor digit"
                    : " is too long when written out in plain letters"), "use letters and digits, at most " + NUMBER_MAX);
        }
        return number;
    }

    private static String optionalReference(Cells cells, String column) {
        String text = cells.optional(column, NUMBER_MAX);
        return text.isEmpty() ? text : reference(column, text);
    }

    private static List<String> aliases(Cells cells) {
        List<String> aliases = cells.bars("aliases", 500);
        for (String alias : aliases) {
            if (alias.length() > NUMBER_MAX) {
                throw new BadField("aliases", BadField.shown(alias) + " has " + alias.length() + " characters",
                        "use at most " + NUMBER_MAX + " for each, joined by a bar");
            }
            reference("aliases", alias);
        }
        return aliases;
    }

    private static List<TaxLine> taxes(Cells cells, Currency currency) {
        List<TaxLine> taxes = new ArrayList<>();
        for (String line : cells.bars("tax_breakdown", 500)) {
            String[] parts = line.split(":", -1);
            if (parts.length != 3) {
                throw new BadField("tax_breakdown", BadField.shown(line) + " is no rate:net:tax",
                        "write it as 19:100.00:19.00, several joined by a bar");
            }
            taxes.add(new TaxLine(FieldFormats.decimal("tax_breakdown", parts[0]),
                    FieldFormats.money("tax_breakdown", parts[1], currency),
                    FieldFormats.money("tax_breakdown", parts[2], currency)));
        }
        return taxes;
    }

    private static Optional<CashDiscount> discount(Cells cells) {
        if (!cells.has("discount_percent") && !cells.has("discount_until")) {
            return Optional.empty();
        }
        BigDecimal percent = cells.decimal("discount_percent");
        LocalDate until = cells.day("discount_until");
        if (percent.signum() == 0) {
            return Optional.empty();
        }
        if (percent.signum() < 0 || percent.compareTo(HUNDRED) >= 0 || percent.stripTrailingZeros().scale() > 4) {
            throw new BadField("discount_percent", BadField.shown(percent.toPlainString()) + " is no discount",
                    "write a percentage over 0 and under 100 with at most 4 decimals, such as 2.5");
        }
        return Optional.of(new CashDiscount(percent, until));
    }

    private static Optional<Money> retention(Cells cells, Money amount) {
        Optional<Money> retention = cells.optionalPositive("retention_amount", amount.currency());
        if (retention.isPresent() && retention.get().compareTo(amount) > 0) {
            throw new BadField("retention_amount", retention.get() + " exceeds the amount " + amount,
                    "write at most the amount");
        }
        return retention;
    }

    private Optional<OpeningBalance> opening(Cells cells, Money amount) {
        if (!opening) {
            for (String column : List.of("open_amount", "dunning_level")) {
                if (cells.has(column)) {
                    throw new BadField(column, "is for the go-live only",
                            "take the file in with 'saldo import --opening', or leave the field empty");
                }
            }
            return Optional.empty();
        }
        Money open = cells.optionalPositive("open_amount", amount.currency()).orElse(amount);
        if (open.compareTo(amount) > 0) {
            throw new BadField("open_amount", open + " exceeds the amount " + amount, "write at most the amount");
        }
        return Optional.of(new OpeningBalance(open, cells.whole("dunning_level", 0, 0)));
    }
}
