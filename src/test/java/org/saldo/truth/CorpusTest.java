package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.Receipt;
import org.saldo.money.Money;
import org.saldo.store.LedgerFixture;

/**
 * What other people's samples say about their receipts: each treatment is reached, or the receipt waits for a reason that
 * says so; none is applied wrongly. What a receipt should settle follows from its sample: what it quotes, and what fits.
 */
class CorpusTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 31);
    private static final Set<String> FITTING = Set.of("PAYER_UNKNOWN", "PAYER_AMBIGUOUS", "PAYER_UNCERTAIN",
            "OTHER_CUSTOMER_QUOTED", "SUM_DIFFERS", "OVERPAYMENT", "CREDIT_NOTE_QUOTED", "NOTHING_FITS", "UNKNOWN_NUMBER_QUOTED",
            "SEVERAL_ANSWERS_FIT", "DISCOUNT_UNEARNED", "ON_ACCOUNT");

    @BeforeEach
    void corpusIsHere() {
        Assumptions.assumeTrue(Files.isDirectory(Corpus.FOLDER), Corpus.FOLDER + " is not here: its samples are skipped");
    }

    @Test
    void eachReceiptOfTheSamplesIsAppliedAsItShouldOrWaitsForAReasonThatSaysSo() throws IOException {
        List<Corpus.Sample> samples = Corpus.reconciliationSamples();
        assertThat(samples).isNotEmpty();
        List<String> faults = new ArrayList<>();
        int reached = 0;
        for (Corpus.Sample sample : samples) {
            try (Books books = new Books()) {
                books.take(DAY, sample.customers(), sample.documents(), sample.receipts(), List.of());
                books.reconcile(DAY);
                books.verify();
                List<String> settled = books.settled();
                Map<String, String> waiting = books.waiting();
                for (Receipt receipt : sample.receipts()) {
                    String id = receipt.key().paymentId();
                    List<String> has = settled.stream().filter(line -> line.startsWith(id + " "))
                            .map(line -> line.substring(id.length() + 1)).toList();
                    List<String> should = treatment(sample, receipt);
                    String reason = waiting.getOrDefault(id, "");
                    reached += has.equals(should) ? 1 : 0;
                    if (!has.equals(should) && !(has.isEmpty() && FITTING.contains(reason))) {
                        faults.add(sample.name() + " " + id + ": " + has + " " + reason + " instead of " + should);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(reached).isGreaterThanOrEqualTo(samples.stream().mapToInt(sample -> sample.receipts().size()).sum() * 9 / 10);
    }

    /** What a receipt settles by what it names: documents, an order, or, naming nothing, the payer's item of its amount. */
    private static List<String> treatment(Corpus.Sample sample, Receipt receipt) {
        List<Document> named = sample.documents().stream().filter(each -> names(receipt, each)).toList();
        List<Document> invoices = named.stream().filter(each -> !each.key().type().isCredit()).toList();
        if (named.isEmpty()) {
            invoices = sample.documents().stream().filter(each -> each.openAtStart().equals(receipt.amount())
                    && sample.customers().stream().anyMatch(customer -> customer.id().equals(each.customer())
                    && Names.key(customer.name()).equals(Names.key(receipt.payerName())))).toList();
        }
        Money rest = receipt.amount();
        List<String> settles = new ArrayList<>();
        for (Document invoice : invoices) {
            Money open = invoice.openAtStart();
            Money lowered = open.minus(rest.min(open));
            String kind = named.stream().anyMatch(each -> each.key().type().isCredit() && each.amount().equals(lowered))
                    ? "CREDIT_NOTE" : invoice.discount().filter(discount -> discount.of(open).equals(lowered)
                            && !receipt.bookingDate().isAfter(discount.until())).map(earned -> "CASH_DISCOUNT").orElse("");
            if (!kind.isEmpty()) {
                settles.add(line(kind, invoice, lowered));
            }
            settles.add(line("PAYMENT", invoice, rest.min(open)));
            rest = rest.minus(rest.min(open));
        }
        return settles.stream().sorted().toList();
    }

    private static boolean names(Receipt receipt, Document document) {
        List<String> words = List.of(receipt.remittanceText().split("[\\s,;]+"));
        return words.contains(document.key().number())
                || !document.purchaseOrder().isEmpty() && words.contains(document.purchaseOrder());
    }

    private static String line(String kind, Document document, Money amount) {
        return kind + " " + document.key().number() + " " + amount.toDecimal();
    }

    @Test
    void advicesByMailSayWhatAPaymentWithoutAWordSettles() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Corpus.Advice advice : Corpus.advices()) {
            try (Books books = new Books()) {
                books.take(DAY, List.of(advice.customer()), advice.documents(), List.of(advice.receipt()), advice.lines());
                books.reconcile(DAY);
                books.verify();
                List<String> should = advice.lines().stream().map(line -> advice.receipt().key().paymentId() + " PAYMENT "
                        + line.documentNumber() + " " + line.amount().toDecimal().setScale(2)).sorted().toList();
                if (!books.settled().equals(should)) {
                    faults.add(advice.name() + ": " + books.settled() + " " + books.waiting().values() + " instead of " + should);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aLockboxDepositWithoutAStubWaitsAndOneWithAStubPaysIt() throws IOException {
        List<Receipt> deposits = Corpus.deposits();
        assertThat(deposits).hasSize(2);
        for (Receipt deposit : deposits) {
            Matcher number = Pattern.compile("INV-\\d+").matcher(deposit.remittanceText());
            Money open = Money.of("USD", "6000.00");
            try (Books books = new Books()) {
                Document document = Corpus.document(DocumentType.INVOICE, number.find() ? number.group() : "INV-1",
                        "C1", deposit.bookingDate().minusDays(20), open, Optional.empty(), "", Optional.empty());
                String payer = number.reset().find() ? deposit.payerName() : "Somebody Else Inc.";
                books.take(DAY, List.of(LedgerFixture.customer("C1", payer, "")), List.of(document), List.of(deposit), List.of());
                books.reconcile(DAY);
                List<String> paid = number.reset().find() ? List.of(deposit.key().paymentId() + " PAYMENT " + number.group()
                        + " 6000.00") : List.of();
                assertThat(books.settled()).isIn(paid, List.of());
                assertThat(books.waiting().values()).allMatch(FITTING::contains).hasSize(1);
            }
        }
    }
}
