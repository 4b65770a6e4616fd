package org.saldo.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.ledger.Document;
import org.saldo.store.AllocationRows;

/** Writes a world as the hub's own CSV files, with its truth and what was made of it, for a scorer outside of the build. */
final class WorldFiles {

    private WorldFiles() {
    }

    static void write(Path folder, World world, List<AllocationRows.Row> allocations) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> companies = new HashMap<>();
        world.receipts().forEach(receipt -> companies.put(receipt.key().paymentId(), receipt.key().company()));
        put(folder, "customers.csv", "customer_id,name,country,language,currency,email,iban,payment_terms,salesperson",
                world.customers().stream().map(each -> row(name(each.id().company(), each.id().number()), each.name(),
                        each.country(), each.language(), each.currency(), each.email(), each.iban(), each.paymentTerms(), "")));
        put(folder, "invoices.csv", "document_type,document_number,customer_id,issue_date,due_date,currency,amount,"
                + "discount_percent,discount_until,payment_reference,purchase_order", world.documents().stream()
                .map(WorldFiles::document));
        put(folder, "payments.csv", "payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,"
                + "end_to_end_id,remittance_text,structured_reference,return_of,return_reason", world.receipts().stream()
                .map(each -> row(each.key().paymentId(), each.key().account(), each.bookingDate(), each.valueDate(),
                        each.amount().currency(), each.amount().toDecimal(), each.payerName(), each.payerIban(),
                        each.endToEndId(), each.remittanceText(), each.structuredReference(), each.returnOf(),
                        each.returnReason())));
        put(folder, "remittances.csv", "advice_id,customer_id,payment_date,currency,document_number,amount",
                world.adviceLines().stream().map(each -> row(each.adviceId(), name(each.company(), each.customer().number()),
                        each.paymentDate(), each.amount().currency(), name(each.company(), each.documentNumber()),
                        each.amount().toDecimal())));
        put(folder, "truth.csv", "payment_id,document_number,amount,kind", world.truths().stream()
                .flatMap(truth -> truth.parts().entrySet().stream().map(part -> row(truth.paymentId(),
                        name(companies.get(truth.paymentId()), part.getKey().document()), part.getValue().toDecimal(),
                        part.getKey().kind()))));
        put(folder, "truth_payments.csv", "payment_id,case,decidable,twin_of", world.truths().stream()
                .map(truth -> row(truth.paymentId(), truth.about().name().toLowerCase(java.util.Locale.ROOT),
                        truth.decidable() ? "yes" : "maybe", truth.twinOf())));
        put(folder, "allocations.csv", "payment_id,document_number,amount,kind,rule", allocations.stream()
                .map(each -> row(each.paymentId(), name(companies.get(each.paymentId()), each.documentNumber()), each.amount(),
                        each.kind(), each.rule())));
    }

    private static String document(Document each) {
        return row(each.key().type(), name(each.key().company(), each.key().number()),
                name(each.customer().company(), each.customer().number()), each.issueDate(), each.dueDate(),
                each.amount().currency(), each.amount().toDecimal(),
                each.discount().map(discount -> discount.percent().toPlainString()).orElse(""),
                each.discount().map(discount -> discount.until().toString()).orElse(""), each.paymentReference(),
                each.purchaseOrder());
    }

    /** Documents and customers of a second company are told apart from those of the first. */
    private static String name(String company, String number) {
        return company.equals("main") ? number : company + ":" + number;
    }

    private static String row(Object... fields) {
        return Stream.of(fields).map(String::valueOf).map(field -> field.matches("[^,\"\n]*") ? field
                : '"' + field.replace("\"", "\"\"") + '"').collect(Collectors.joining(","));
    }

    private static void put(Path folder, String file, String header, Stream<String> rows) throws IOException {
        Files.write(folder.resolve(file), Stream.concat(Stream.of(header), rows).toList());
    }
}
