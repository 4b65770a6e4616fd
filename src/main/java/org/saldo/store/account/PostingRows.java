package org.saldo.store.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Billed;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.Posting;
import org.saldo.ledger.PostingEvent;
import org.saldo.ledger.Postings;
import org.saldo.ledger.Postings.Holding;
import org.saldo.ledger.TaxLine;
import org.saldo.money.Money;
import org.saldo.store.Cash;
import org.saldo.store.StoredRow;

/** Turns rows into the events that {@link Postings} knows. An amount that is not exact throws ArithmeticException. */
public final class PostingRows {

    private PostingRows() {
    }

    public static List<Posting> document(StoredRow document) {
        return Postings.document(event(document, document.day("issue_date"), label(document)), billed(document));
    }

    public static List<Posting> cancellation(StoredRow cancellation, StoredRow document) {
        return Postings.cancellation(event(cancellation, cancellation.day("effective_on"), label(document)),
                billed(document), cancellation.money("balance_effect"));
    }

    public static List<Posting> receipt(StoredRow receipt) {
        return Postings.receipt(event(receipt, receipt.day("booking_date"), receipt.text("payment_id")),
                receipt.money("amount"), receipt.flag("opening"));
    }

    /** @param from where the receipt's money was held before */
    public static List<Posting> decision(StoredRow decision, Holding from, String paymentId) {
        return Postings.decision(event(decision, decision.day("effective_on"), paymentId), from, holding(decision),
                decision.money("receipt_amount"));
    }

    /** @param taxCode the code of the item's document, or empty */
    public static List<Posting> allocation(StoredRow allocation, String taxCode, String text) {
        String customer = allocation.text("customer_id");
        String payer = allocation.text("payer_customer_id");
        return Postings.allocation(event(allocation, allocation.day("effective_on"), text),
                AllocationKind.valueOf(allocation.text("kind")), allocation.money("amount"), Money.of(
                        Currency.getInstance(Cash.currency(allocation)), Cash.of(allocation)), customer,
                payer == null ? customer : payer, taxCode);
    }

    /** Where a decision puts the money of its receipt. */
    public static Holding holding(StoredRow decision) {
        if (decision.has("customer_id")) {
            return Holding.unapplied(decision.text("customer_id"));
        }
        return decision.text("disposition").equals("NOT_OURS") ? Holding.NOT_OURS : Holding.UNIDENTIFIED;
    }

    static String taxCode(StoredRow document) {
        return billed(document).onlyTaxCode();
    }

    public static String label(StoredRow document) {
        long instalment = document.number("instalment");
        return document.text("document_number") + (instalment == 1 ? "" : "/" + instalment);
    }

    private static Billed billed(StoredRow document) {
        DocumentType type = DocumentType.valueOf(document.text("document_type"));
        Money open = document.money("open_at_start");
        boolean opening = document.has("opening_level");
        return new Billed(document.text("customer_id"), type, type.isCredit() ? open.negated() : open, opening,
                opening ? List.of() : taxLines(document));
    }

    private static List<TaxLine> taxLines(StoredRow document) {
        String text = document.text("tax_breakdown");
        if (text.isEmpty()) {
            return List.of();
        }
        List<TaxLine> lines = new ArrayList<>(2);
        for (String line : text.split("\\|")) {
            String[] parts = line.split(":");
            lines.add(new TaxLine(new BigDecimal(parts[0]), Money.of(document.text("currency"), parts[1]),
                    Money.of(document.text("currency"), parts[2])));
        }
        return lines;
    }

    private static PostingEvent event(StoredRow row, LocalDate effectiveOn, String text) {
        return new PostingEvent(row.text("company"), row.id(), row.day("posting_date"), effectiveOn, text);
    }
}
