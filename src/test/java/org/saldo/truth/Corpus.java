package org.saldo.truth;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.saldo.ledger.CashDiscount;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.DocumentKey;
import org.saldo.ledger.DocumentType;
import org.saldo.ledger.OpeningBalance;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.RemittanceLine;
import org.saldo.money.Money;
import org.saldo.store.LedgerFixture;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Samples of other people's systems, where they are at hand, as records of the ledger. */
final class Corpus {

    static final Path FOLDER = Path.of(System.getProperty("corpus", "../shared/corpus"));

    /** The open items of a sample and the receipts against them. */
    record Sample(String name, List<Customer> customers, List<Document> documents, List<Receipt> receipts) {
    }

    /** An advice by mail, with documents and a receipt that it fits. */
    record Advice(String name, Customer customer, List<Document> documents, Receipt receipt, List<RemittanceLine> lines) {
    }

    private static final LocalDate PAID = LocalDate.of(2026, 9, 21);
    private static final Map<String, String> SIGNS = Map.of("$", "USD", "£", "GBP", "¥", "JPY");

    private Corpus() {
    }

    /** The mails name a payer, documents and amounts; each document is made with what its mail says is owed. */
    static List<Advice> advices() throws IOException {
        List<Advice> advices = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("remit-mail"))) {
            for (Path file : files.sorted().toList()) {
                advices.add(advice(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return advices;
    }

    private static Advice advice(String name, String mail) {
        String payer = field(mail, "Company|Payer");
        Customer customer = LedgerFixture.customer("C1", payer, "");
        Map<String, Money> paid = new TreeMap<>();
        Matcher parts = Pattern.compile("(\\$[\\d,.]+) to ([A-Z]+-\\d+)").matcher(mail);
        while (parts.find()) {
            paid.put(parts.group(2), money(parts.group(1)));
        }
        if (paid.isEmpty()) {
            paid.put(field(mail, "Invoice Number"), money(field(mail, "Invoice Amount")));
        }
        Matcher deduction = Pattern.compile("Deduction: (\\$[\\d.,]+\\d).*invoice ([A-Z]+-\\d+)").matcher(mail);
        Map<String, Money> kept = deduction.find() ? Map.of(deduction.group(2), money(deduction.group(1))) : Map.of();
        Money sum = paid.values().stream().reduce(Money::plus).orElseThrow();
        List<Document> documents = paid.entrySet().stream().map(each -> document(DocumentType.INVOICE, each.getKey(), "C1",
                PAID.minusDays(40), kept.containsKey(each.getKey()) ? each.getValue().plus(kept.get(each.getKey()))
                        : each.getValue(), Optional.empty(), "", Optional.empty())).toList();
        return new Advice(name, customer, documents, LedgerFixture.receipt("P1", PAID, sum, payer, "", "", ""),
                paid.entrySet().stream().map(each -> new RemittanceLine("main", "A1", customer.id(), PAID, each.getKey(),
                        each.getValue(), Optional.ofNullable(kept.get(each.getKey())), "", "")).toList());
    }

    /** Deposits of cheques, with what stood on the stub as their text. */
    static List<Receipt> deposits() throws IOException {
        List<Receipt> deposits = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("remit-text"))) {
            for (Path file : files.sorted().toList()) {
                String slip = Files.readString(file);
                deposits.add(LedgerFixture.receipt(field(slip, "Batch"), LocalDate.parse(field(slip, "Deposit date")),
                        Money.of("USD", field(slip, "Check amount")), field(slip, "Payer"), "", field(slip, "Memo"), ""));
            }
        }
        return deposits;
    }

    private static String field(String text, String name) {
        Matcher field = Pattern.compile("^(?:" + name + "): *(.*)$", Pattern.MULTILINE).matcher(text);
        return field.find() ? field.group(1).strip() : "";
    }

    /** {@code $1,450.00} or {@code MAD 145,000}. */
    private static Money money(String written) {
        String amount = written.replaceAll("[^\\d.]", "").replaceAll("\\.$", "");
        String sign = written.substring(0, 1);
        return Money.of(SIGNS.getOrDefault(sign, written.replaceAll("[^A-Z]", "")), amount);
    }

    static List<Sample> reconciliationSamples() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> files = Files.list(FOLDER.resolve("recon-cases"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("__bank_statement.json")).sorted().toList()) {
                String name = file.getFileName().toString().replaceAll(".*(sample_\\d+).*", "$1");
                samples.add(sample(name, map(file), map(file.resolveSibling(
                        file.getFileName().toString().replace("bank_statement", "open_ar")))));
            }
        }
        return samples;
    }

    private static Sample sample(String name, Map<String, Object> statement, Map<String, Object> open) {
        List<Customer> customers = new ArrayList<>();
        List<Document> documents = new ArrayList<>();
        for (Map<String, Object> row : rows(open, "invoices")) {
            String customer = text(row, "customer_id");
            if (customers.stream().noneMatch(each -> each.id().number().equals(customer))) {
                customers.add(LedgerFixture.customer(customer, text(row, "customer_name"), ""));
            }
            documents.add(invoice(row, customer));
        }
        for (Map<String, Object> row : rows(open, "credit_memos")) {
            documents.add(document(DocumentType.CREDIT_NOTE, text(row, "cm_id"), text(row, "customer_id"), day(row, "date"),
                    money(row, "amount"), Optional.empty(), "", Optional.empty()));
        }
        List<Receipt> receipts = rows(statement, "transactions").stream().map(row -> LedgerFixture.receipt(text(row, "txn_id"),
                day(row, "date"), money(row, "amount"), text(row, "payer_raw"), "", text(row, "remittance_text"), "")).toList();
        return new Sample(name, customers, documents, receipts);
    }

    private static Document invoice(Map<String, Object> row, String customer) {
        BigDecimal percent = new BigDecimal(text(row, "discount_pct"));
        Money amount = money(row, "original_amount");
        Money open = money(row, "open_amount");
        return document(DocumentType.INVOICE, text(row, "invoice_id"), customer, day(row, "invoice_date"), amount,
                percent.signum() == 0 ? Optional.empty()
                        : Optional.of(new CashDiscount(percent, day(row, "discount_deadline"))),
                text(row, "po_reference"), open.equals(amount) ? Optional.empty() : Optional.of(new OpeningBalance(open, 0)));
    }

    static Document document(DocumentType type, String number, String customer, LocalDate issued, Money amount,
                             Optional<CashDiscount> discount, String order, Optional<OpeningBalance> opening) {
        return new Document(new DocumentKey("main", type, number, 1), new CustomerId("main", customer), issued,
                issued.plusDays(30), amount, List.of(), discount, Optional.empty(), "", order, List.of(), "", "", "", opening);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Path file) throws IOException {
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> map, String name) {
        return (List<Map<String, Object>>) map.get(name);
    }

    private static String text(Map<String, Object> row, String name) {
        return row.get(name) == null ? "" : row.get(name).toString();
    }

    private static LocalDate day(Map<String, Object> row, String name) {
        return LocalDate.parse(text(row, name));
    }

    private static Money money(Map<String, Object> row, String name) {
        return Money.of(row.containsKey("currency") ? text(row, "currency") : "USD",
                new BigDecimal(text(row, name)).stripTrailingZeros().toPlainString());
    }
}
