package org.saldo.store.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Document;
import org.saldo.ledger.OpeningBalance;
import org.saldo.ledger.ReferenceKey;
import org.saldo.money.Money;
import org.saldo.store.RowBuffer;
import org.saldo.store.Table;

/** Documents: kept apart by company, number, type and instalment. */
public final class DocumentRows implements RecordRows<Document> {

    /** The kind of a reference that several documents may have. */
    public static final String PURCHASE_ORDER = "PURCHASE_ORDER";

    private static final int FIRST_VERSION = 1;

    private final Companies companies;

    public DocumentRows(Companies companies) {
        this.companies = companies;
    }

    @Override
    public Table table() {
        return Table.DOCUMENT;
    }

    @Override
    public List<String> key() {
        return List.of("company", "document_number", "document_type", "instalment");
    }

    @Override
    public String lookup() {
        return "document_number";
    }

    /** What was open at go-live is no part of it: the document that comes again later is the same. */
    @Override
    public List<String> content() {
        return List.of("customer_id", "issue_date", "due_date", "currency", "amount", "tax_breakdown", "discount_percent",
                "discount_until", "retention_amount", "payment_reference", "purchase_order", "aliases", "salesperson",
                "original_document", "description");
    }

    @Override
    public boolean isReplaceable() {
        return false;
    }

    @Override
    public Object[] values(Document document, String source) {
        return values(document, FIRST_VERSION, source);
    }

    Object[] values(Document d, int version, String source) {
        return new Object[] {d.key().company(), d.key().type().name(), d.key().number(), d.key().instalment(), version,
            ReferenceKey.of(d.key().number()), d.customer().number(), d.issueDate(), d.dueDate(),
            companies.get(d.key().company()).postingDate(d.issueDate()), d.amount().currency().getCurrencyCode(),
            d.amount().toDecimal(), d.openAtStart().toDecimal(),
            d.opening().map(OpeningBalance::dunningLevel).orElse(null), taxes(d),
            d.discount().map(CashDiscount::percent).orElse(null), d.discount().map(CashDiscount::until).orElse(null),
            decimal(d.retention()), d.paymentReference(), d.purchaseOrder(), String.join("|", d.aliases()),
            d.salesperson(), d.originalDocument(), d.description(), source, null};
    }

    public static String taxes(Document document) {
        return document.taxBreakdown().stream().map(tax -> tax.rate().stripTrailingZeros().toPlainString() + ":"
                        + tax.net().toDecimal().toPlainString() + ":" + tax.tax().toDecimal().toPlainString())
                .collect(Collectors.joining("|"));
    }

    static BigDecimal decimal(Optional<Money> amount) {
        return amount.map(Money::toDecimal).orElse(null);
    }

    @Override
    public void addBeside(RowBuffer rows, long id, Document document, LongSupplier ids) {
        rows.add(Table.OPEN_ITEM, id, document.key().company(), document.customer().number(),
                document.amount().currency().getCurrencyCode(), document.key().type().isCredit(),
                document.openAtStart().toDecimal());
        addReferences(rows, id, document, ids);
    }

    void addReferences(RowBuffer rows, long id, Document document, LongSupplier ids) {
        if (!document.paymentReference().isEmpty()) {
            rows.add(Table.DOCUMENT_REFERENCE, ids.getAsLong(), id, ReferenceKey.of(document.paymentReference()),
                    "PAYMENT_REFERENCE");
        }
        if (!document.purchaseOrder().isEmpty()) {
            rows.add(Table.DOCUMENT_REFERENCE, ids.getAsLong(), id, ReferenceKey.of(document.purchaseOrder()), PURCHASE_ORDER);
        }
        for (String alias : document.aliases()) {
            rows.add(Table.DOCUMENT_REFERENCE, ids.getAsLong(), id, ReferenceKey.of(alias), "ALIAS");
        }
        if (!document.key().type().isCredit()) {
            companies.get(document.key().company()).references().stream().filter(form -> !form.isOfCustomer())
                    .map(form -> form.of(document.customer(), document.key().number(), document.key().instalment()))
                    .flatMap(Optional::stream)
                    .filter(reference -> !reference.equals(ReferenceKey.of(document.paymentReference())))
                    .forEach(reference -> rows.add(Table.DOCUMENT_REFERENCE, ids.getAsLong(), id, reference, "FORM"));
        }
    }

    @Override
    public String label(Document document) {
        return document.key().label();
    }

    @Override
    public String company(Document document) {
        return document.key().company();
    }
}
