package org.saldo.intake;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a file holds. Each kind has its columns in the hub's own CSV; the readers say what stands in them
 * ({@link CustomerReader}, {@link InvoiceReader}, {@link PaymentReader}, {@link RemittanceReader},
 * {@link InstructionReader}, {@link PayableReader}, {@link ControlReader}). The order of columns in a file is free.
 */
public enum FileKind {

    CUSTOMERS("customer_id,name,country,language,currency,email,iban,payment_terms,salesperson",
            "company,legal_name,tax_id,statement_email,reminder_email,contact_name,time_zone,segment,credit_limit,"
                    + "dunning_policy,allocation_policy,parent_customer_id,intercompany,natural_person,street,postal_code,city,"
                    + "region,reminder_stop,reminder_stop_until"),
    INVOICES("document_type,document_number,customer_id,issue_date,due_date,currency,amount",
            "company,instalment,tax_breakdown,discount_percent,discount_until,retention_amount,payment_reference,"
                    + "purchase_order,aliases,salesperson,original_document,open_amount,dunning_level,description"),
    PAYMENTS("payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,end_to_end_id,"
            + "remittance_text",
            "company,bank_reference,structured_reference,instrument,maturity_date,return_of,return_reason,payer_country,"
                    + "original_amount,original_currency,exchange_rate"),
    REMITTANCES("advice_id,customer_id,payment_date,currency,document_number,amount",
            "company,deduction_amount,deduction_reason,payment_reference"),
    INSTRUCTIONS("instruction_id,action,reason",
            "company,payment_id,document_number,allocation_id,customer_id,amount,currency,date,note,code,person,schedule"),
    PAYABLES("customer_id,as_of,currency,amount", "company"),
    CONTROLS("company,as_of,currency,balance", "customer_id,account");

    private final List<String> required;
    private final List<String> columns;
    private final Map<String, Integer> positions = new HashMap<>();

    FileKind(String required, String optional) {
        this.required = List.of(required.split(","));
        this.columns = List.of((required + "," + optional).split(","));
        for (int i = 0; i < columns.size(); i++) {
            positions.put(columns.get(i), i);
        }
    }

    /** The folder of the inbox for this kind, which is also its name in mappings and commands: {@code invoices}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a folder's or a person's name for it. */
    public static Optional<FileKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.folder().equalsIgnoreCase(name)).findFirst();
    }

    /** The only kind whose required columns all stand in this header of the hub's own CSV. */
    public static Optional<FileKind> ofHeader(List<String> header) {
        List<FileKind> fitting = Arrays.stream(values()).filter(kind -> header.containsAll(kind.required)
                && kind.columns.containsAll(header)).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The columns that may not be empty in a row. */
    public Set<String> mustSay() {
        return switch (this) {
            case CUSTOMERS -> Set.of("customer_id", "name", "country", "language", "currency");
            case PAYMENTS -> Set.of("account_iban", "booking_date", "currency", "amount");
            default -> Set.copyOf(required);
        };
    }

    /** The names of all kinds, for messages. */
    public static String names() {
        return Arrays.stream(values()).map(FileKind::folder).collect(Collectors.joining(", "));
    }

    public List<String> required() {
        return required;
    }

    /** All columns: the required ones, then the optional ones. */
    public List<String> columns() {
        return columns;
    }


    /** Where a column's value stands in {@link Cells}; -1 for a column that this kind does not have. */
    int position(String column) {
        return positions.getOrDefault(column, -1);
    }
}
