package org.saldo.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.reconciliation.Advice;
import org.saldo.reconciliation.Item;
import org.saldo.reconciliation.OriginalPayment;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Payer;
import org.saldo.reconciliation.Quotation;
import org.saldo.reconciliation.Question;
import org.saldo.reconciliation.Reconciler;
import org.saldo.reconciliation.Reference;
import org.saldo.reconciliation.ReferenceScanner;
import org.saldo.reconciliation.Verdict;

/** Some receipts in the order of decision: read, decided one after the other, and written, in one transaction. */
final class ReconciliationPage implements AutoCloseable {

    private final MatchingContext context;
    private final ReconciliationReader reader;
    private final ReturnReader returns;
    private final ReconciliationWriter writer;
    private final PageBook book = new PageBook();
    private final Map<Long, Quotation> quotations = new HashMap<>();
    private final Map<Long, Payer> payers = new HashMap<>();
    private final Map<String, List<Advice>> advices = new HashMap<>();

    ReconciliationPage(MatchingContext context, Batch batch) {
        this.context = context;
        this.reader = new ReconciliationReader(batch.handle(), context.company().id(), context.directory());
        this.returns = new ReturnReader(batch.handle());
        this.writer = new ReconciliationWriter(batch, context.company(), context.policy().version(), book);
    }

    /** @param settleOnly write only what is applied; what is not may still change with later receipts */
    List<DecidedReceipt> decide(List<WaitingReceipt> page, boolean settleOnly) {
        Map<Long, ReceiptRow> rows = reader.receipts(page.stream().map(WaitingReceipt::id).toList());
        List<ReceiptRow> waiting = page.stream().map(receipt -> rows.get(receipt.id()))
                .filter(row -> row != null && isForRules(row)).toList();
        List<ReceiptRow> incoming = waiting.stream().filter(row -> !row.receipt().isReturn()).toList();
        readQuotations(incoming);
        readPayersItems(incoming);
        readAdvices(incoming);
        Reconciler reconciler = new Reconciler(context.policy(), context.directory());
        List<DecidedReceipt> decided = new ArrayList<>();
        for (ReceiptRow row : waiting) {
            decided.add(decide(row, reconciler, settleOnly));
        }
        writer.finish();
        return decided;
    }

    @Override
    public void close() {
        reader.close();
    }

    private static boolean isForRules(ReceiptRow row) {
        return row.earlier().map(earlier -> earlier.decidedBy().equals(ReconciliationStore.ACTOR)).orElse(true);
    }

    private DecidedReceipt decide(ReceiptRow row, Reconciler reconciler, boolean settleOnly) {
        Optional<ReturnReader.Original> original = row.receipt().isReturn()
                ? returns.original(row.receipt()) : Optional.empty();
        Verdict verdict = row.receipt().isReturn()
                ? reconciler.decideReturn(row.receipt(), original.map(this::payment))
                : reconciler.decide(question(row));
        boolean written = false;
        boolean tooEarly = settleOnly && original.isPresent() && original.get().decisionId() == 0;
        if (tooEarly) {
            return new DecidedReceipt(row.id(), row.receipt().key().paymentId(), row.receipt().amount(), Outcome.DEFERRED,
                    verdict.reason(), verdict.rule(), 0, false);
        }
        if (verdict.outcome() == Outcome.APPLIED && original.isPresent()) {
            writer.applyReturn(row, original.get(), verdict);
            written = true;
        } else if (verdict.outcome() == Outcome.APPLIED) {
            writer.apply(row, verdict);
            written = true;
        } else if (!settleOnly) {
            written = writer.note(row, verdict);
        }
        return new DecidedReceipt(row.id(), row.receipt().key().paymentId(), row.receipt().amount(), verdict.outcome(),
                verdict.reason(), verdict.rule(), verdict.parts().size(), written);
    }

    private OriginalPayment payment(ReturnReader.Original original) {
        Map<Long, Item> items = reader.itemsById(original.allocations().stream().map(ReturnReader.Paid::itemId).toList());
        items.values().forEach(book::know);
        List<Verdict.Part> paid = original.allocations().stream().map(allocation ->
                new Verdict.Part(items.get(allocation.itemId()), allocation.amount())).toList();
        return new OriginalPayment(original.customer(), original.unapplied(), paid);
    }

    private void readQuotations(List<ReceiptRow> rows) {
        ReferenceScanner scanner = new ReferenceScanner(context.policy());
        Map<Long, List<Reference>> scanned = new HashMap<>();
        Set<String> keys = new TreeSet<>();
        for (ReceiptRow row : rows) {
            List<Reference> references = scanner.scan(textOf(row.receipt()));
            scanned.put(row.id(), references);
            references.stream().map(Reference::key).filter(context::mayBeADocument).forEach(keys::add);
        }
        Map<String, List<Item>> known = reader.itemsByKey(keys);
        known.values().forEach(items -> items.forEach(book::know));
        scanned.forEach((receipt, references) -> quotations.put(receipt, Quotation.of(references, known)));
    }

    /** All that the payer may have said: a whole structured reference or end-to-end id is a token of its own. */
    private static String textOf(Receipt receipt) {
        return String.join(" ; ", receipt.remittanceText(), receipt.structuredReference(), receipt.endToEndId());
    }

    private void readPayersItems(List<ReceiptRow> rows) {
        for (ReceiptRow row : rows) {
            Payer payer = context.directory().identify(row.receipt().payerName(), row.receipt().payerIban());
            payers.put(row.id(), payer);
            Optional<String> customer = whoseItems(payer, quotations.get(row.id()));
            if (customer.isPresent() && row.receipt().amount().isPositive() && !book.knowsOpenItemsOf(customer.get())
                    && !isQuotedExactly(row, customer.get())) {
                book.knowOpenItems(customer.get(), reader.openItems(customer.get(), context.policy().searchedItems() + 1));
            }
        }
    }

    /** The payer, or of those that it may be the only one whose documents are quoted. */
    private static Optional<String> whoseItems(Payer payer, Quotation quotation) {
        if (payer.customer().isPresent()) {
            return payer.customer();
        }
        List<String> possible = quotation.quotes().stream().flatMap(quote -> quote.items().stream()).map(Item::customer)
                .distinct().filter(payer::mayBe).toList();
        return possible.size() == 1 ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private boolean isQuotedExactly(ReceiptRow row, String customer) {
        Money sum = Money.zero(row.receipt().amount().currency());
        Map<Long, Item> quoted = quotations.get(row.id()).quotes().stream().flatMap(quote -> quote.items().stream())
                .filter(item -> item.customer().equals(customer))
                .collect(Collectors.toMap(Item::id, item -> item, (one, same) -> one));
        for (Item item : quoted.values()) {
            if (item.open().currency().equals(sum.currency()) && !item.credit()) {
                sum = sum.plus(item.open());
            }
        }
        return sum.equals(row.receipt().amount());
    }

    private void readAdvices(List<ReceiptRow> rows) {
        List<ReceiptRow> silent = !context.hasAdvices() ? List.of() : rows.stream()
                .filter(row -> quotations.get(row.id()).isEmpty() && payers.get(row.id()).customer().isPresent()).toList();
        if (silent.isEmpty()) {
            return;
        }
        LocalDate first = silent.get(0).receipt().bookingDate().minusDays(context.policy().adviceDays());
        LocalDate last = silent.get(silent.size() - 1).receipt().bookingDate().plusDays(context.policy().adviceDays());
        Map<String, List<Advice>> found = new HashMap<>();
        silent.forEach(row -> found.computeIfAbsent(payers.get(row.id()).customer().get(),
                customer -> reader.advices(customer, first, last)));
        Set<String> keys = found.values().stream().flatMap(List::stream).flatMap(advice -> advice.lines().stream())
                .map(Advice.Line::key).collect(Collectors.toCollection(TreeSet::new));
        Map<String, List<Item>> known = reader.itemsByKey(keys);
        known.values().forEach(items -> items.forEach(book::know));
        found.forEach((customer, of) -> advices.put(customer,
                of.stream().map(advice -> advice.map(line -> known.getOrDefault(line.key(), List.of()))).toList()));
    }

    private Question question(ReceiptRow row) {
        Payer payer = payers.get(row.id());
        Quotation quotation = quotations.get(row.id());
        String customer = whoseItems(payer, quotation).orElse("");
        List<Item> items = book.openItemsOf(customer).stream()
                .filter(item -> item.open().currency().equals(row.receipt().amount().currency())).toList();
        boolean complete = book.knowsAllOpenItemsOf(customer, context.policy().searchedItems());
        List<Advice> advised = advices.getOrDefault(customer, List.of()).stream().map(advice -> advice.map(line ->
                line.items().stream().map(book::current).toList())).toList();
        return new Question(row.receipt(), payer, quotation.map(book::current), items, complete, advised);
    }
}
