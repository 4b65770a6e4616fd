package org.saldo.store;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables that a batch writes, with their columns in the order in which values are given. The first column is the
 * row's id, the second its batch. The rows of a chained table are part of the batch's hash; the others are projections.
 */
public enum Table {

    INTAKE_FILE(true, "file_id", "company", "channel", "kind", "file_name", "sha256", "opening", "read_count",
            "accepted_count", "duplicate_count", "rejected_count"),
    REJECTION(true, "rejection_id", "file_id", "line_number", "field", "reason", "remedy"),
    REJECTION_RETRY(true, "retry_id", "file_id", "retried_as"),
    CUSTOMER(true, "row_id", "company", "customer_id", "name", "name_key", "country", "language_code", "currency",
            "email", "iban", "payment_terms", "salesperson", "legal_name", "legal_name_key", "tax_id",
            "statement_email", "reminder_email", "contact_name", "time_zone", "segment", "credit_limit",
            "dunning_policy", "allocation_policy", "parent_number", "intercompany", "natural_person", "street",
            "postal_code", "city", "region", "reminder_stop", "reminder_stop_until", "source", "content_hash"),
    CUSTOMER_ADDRESS(false, "address_id", "company", "customer_id", "address"),
    DOCUMENT(true, "item_id", "company", "document_type", "document_number", "instalment", "version", "number_key",
            "customer_id", "issue_date", "due_date", "posting_date", "currency", "amount", "open_at_start",
            "opening_level", "tax_breakdown", "discount_percent", "discount_until", "retention_amount",
            "payment_reference", "purchase_order", "aliases", "salesperson", "original_document", "description",
            "source", "content_hash"),
    DOCUMENT_REFERENCE(true, "reference_id", "item_id", "reference_key", "kind"),
    AMENDMENT(true, "amendment_id", "company", "item_id", "field", "old_value", "new_value", "effective_on",
            "content_hash"),
    CANCELLATION(true, "cancellation_id", "company", "item_id", "customer_id", "currency", "balance_effect",
            "decided_by", "reason", "effective_on", "posting_date", "reverses"),
    RECEIPT(true, "receipt_id", "company", "account", "payment_id", "booking_date", "value_date", "posting_date",
            "currency", "amount", "payer_name", "payer_iban", "end_to_end_id", "remittance_text", "bank_reference",
            "structured_reference", "instrument", "maturity_date", "return_of", "return_reason", "payer_country",
            "original_amount", "original_currency", "exchange_rate", "opening", "source", "content_hash"),
    REMITTANCE_LINE(true, "line_id", "company", "advice_id", "customer_id", "payment_date", "currency",
            "document_number", "occurrence", "amount", "deduction_amount", "deduction_reason", "payment_reference",
            "source", "content_hash"),
    PAYABLE(true, "payable_id", "company", "customer_id", "as_of", "currency", "amount", "source", "content_hash"),
    CONTROL_BALANCE(true, "control_id", "company", "as_of", "currency", "balance", "customer_id", "account", "source",
            "content_hash"),
    DECISION(true, "decision_id", "company", "receipt_id", "outcome", "reason", "disposition", "customer_id",
            "previous_customer_id", "currency", "receipt_amount", "rule", "rule_version", "payer_proof", "evidence",
            "alternatives", "decided_by", "effective_on", "posting_date"),
    ALLOCATION(true, "allocation_id", "company", "kind", "receipt_id", "item_id", "counter_item_id",
            "counter_receipt_id", "customer_id", "payer_customer_id", "currency", "amount", "rule", "rule_version",
            "evidence", "decided_by", "reason", "effective_on", "posting_date", "reverses", "receipt_amount",
            "receipt_currency"),
    LEARNED_PAYER(true, "row_id", "company", "kind", "payer_key", "customer_id", "receipt_id", "sign", "reason",
            "decided_by"),
    BLOCK(true, "block_id", "company", "customer_id", "item_id", "from_day", "until_day", "reason", "decided_by",
            "reverses", "kind"),
    INSTRUCTION(true, "instruction_id", "company", "instruction_key", "action", "payment_id", "documents",
            "allocation_id", "customer_id", "proposal", "amount", "currency", "from_day", "until_day", "code", "person",
            "schedule", "source", "reason", "proposed_by", "content_hash"),
    INSTRUCTION_END(true, "end_id", "instruction_id", "outcome", "decided_by", "reason", "says"),
    DISPUTE(true, "dispute_id", "company", "customer_id", "item_id", "currency", "amount", "code", "owner_name", "opened_on",
            "respond_by", "source", "reason", "decided_by"),
    ITEM_DIFFERENCE(true, "difference_id", "company", "customer_id", "item_id", "receipt_id", "currency", "amount", "code",
            "effective_on"),
    PAYMENT_PROMISE(true, "promise_id", "company", "customer_id", "currency", "amount", "enough_amount", "whole", "made_on",
            "promised_day", "kept_until", "told_by", "source", "reason", "decided_by"),
    PAYMENT_PROMISE_ITEM(true, "promise_item_id", "promise_id", "item_id", "amount"),
    INSTALMENT_PLAN(true, "plan_id", "company", "customer_id", "currency", "amount", "proposed_on", "broken_after", "source",
            "reason", "decided_by"),
    INSTALMENT_PLAN_ITEM(true, "plan_item_id", "plan_id", "item_id", "amount"),
    INSTALMENT(true, "instalment_id", "plan_id", "due_on", "missed_after", "amount"),
    EXCLUSION_STEP(true, "step_id", "company", "subject_id", "turn", "step", "effective_on", "reason", "decided_by",
            "reverses"),
    GO_LIVE_RELEASE(true, "release_id", "company", "currency", "difference", "reason", "decided_by"),
    ACCOUNT_RELEASE(true, "release_id", "company", "account_id", "content_hash", "content", "withdrawn", "printed_from",
            "reason", "decided_by"),
    STATEMENT(true, "statement_id", "company", "customer_id", "currency", "statement_month", "version",
            "statement_number", "first_day", "cut_off", "as_known_at", "opening_balance", "closing_balance",
            "open_items", "unapplied", "pdf_sha256", "aging_limits"),
    INTERIM_STATEMENT(true, "interim_id", "company", "customer_id", "currency", "as_of", "version", "first_day",
            "as_known_at", "opening_balance", "closing_balance", "open_items", "unapplied", "pdf_sha256", "reason",
            "requested_by"),
    STATEMENT_REQUEST(true, "request_id", "statement_id", "company", "reason", "requested_by"),
    STATEMENT_RUN(true, "run_id", "company", "statement_month", "cut_off", "as_known_at", "last_statement_id", "made",
            "held_back"),
    STATEMENT_HOLD(true, "hold_id", "statement_id", "company", "reason", "detail"),
    STATEMENT_RELEASE(true, "release_id", "statement_id", "company", "reason", "decided_by"),
    ISSUED_STATEMENT(true, "entry_id", "company", "register_number", "statement_id", "account_hash", "unsealed_sha256",
            "previous_hash", "entry_hash"),
    STATEMENT_TOKEN(true, "token_id", "statement_id", "code_sha256"),
    REPLY_MAIL(true, "reply_id", "company", "customer_id", "statement_id", "channel", "raw_sha256", "received_at", "sender",
            "subject", "nature", "authenticated", "binding", "meaning", "evidence"),
    ANSWER(true, "answer_id", "company", "customer_id", "statement_id", "pdf_sha256", "side", "outcome", "grade", "channel",
            "person", "person_role", "answered_on", "received_at", "authenticated", "evidence_sha256", "evidence", "reason",
            "recorded_by", "reply_id"),
    ANSWER_TASK(true, "task_id", "company", "customer_id", "statement_id", "reply_id", "reason", "suggestion"),
    ANSWER_TASK_END(true, "end_id", "task_id", "outcome", "answer_id", "decided_by", "reason"),
    ANSWER_CONSENT(true, "consent_id", "task_id", "outcome", "decided_by", "reason"),
    PAPER_ANSWER(true, "paper_id", "company", "customer_id", "statement_id", "outcome", "grade", "signed_by", "person_role",
            "signed_on", "scan_sha256", "reason", "decided_by"),
    PAPER_ANSWER_END(true, "end_id", "paper_id", "outcome", "answer_id", "reason", "decided_by"),
    ANSWER_CHASE(true, "chase_id", "company", "customer_id", "statement_id", "chased_on", "chase_number", "business_key"),
    ANSWER_PAGE_USE(true, "use_id", "statement_id", "reply_id"),
    CONTESTED_LINE(true, "line_id", "company", "customer_id", "reply_id", "statement_id", "document_label", "currency",
            "amount", "code", "said_paid", "words"),
    REMINDER(true, "reminder_id", "company", "customer_id", "currency", "dunning_level", "reminded_on",
            "overdue_amount", "covered_amount", "as_known_at", "policy_version", "business_key"),
    REMINDER_ITEM(true, "reminder_item_id", "reminder_id", "item_id", "open_amount", "excluded_amount", "days_overdue",
            "dunning_level", "last_day"),
    HOUSE_STEP(true, "house_step_id", "company", "customer_id", "ladder", "kind", "taken_on", "policy_version"),
    HOUSE_STEP_ITEM(true, "house_step_item_id", "house_step_id", "item_id", "currency", "open_amount", "days_overdue"),
    HOUSE_STEP_END(true, "end_id", "company", "house_step_id", "outcome", "ended_on", "reason", "decided_by"),
    REMINDER_ANSWER(true, "reminder_answer_id", "company", "customer_id", "reply_id", "business_key", "bound_by", "kind",
            "is_clear", "documents", "named_references", "currency", "amount", "named_day", "away_until", "why_no_pause",
            "stops"),
    ANSWER_PAUSE(true, "pause_id", "company", "customer_id", "item_id", "currency", "amount", "from_day", "until_day",
            "reply_id", "says"),
    ANSWER_PAUSE_END(true, "end_id", "company", "reply_id", "effective_on", "reason", "decided_by"),
    RISK_SIGNAL(true, "signal_id", "company", "customer_id", "kind", "noted_on", "reply_id", "evidence", "decided_by"),
    CONTACT_NOTE(true, "note_id", "company", "customer_id", "channel", "contact_on", "spoken_with", "words", "decided_by"),
    LATENESS(true, "lateness_id", "company", "customer_id", "item_id", "code", "noted_on", "source", "reason", "decided_by"),
    CUSTOMER_FILE(true, "file_id", "company", "customer_id", "kind", "document_number", "file_name", "sha256", "reason",
            "decided_by"),
    CREDIT_HOLD_STEP(true, "step_id", "company", "customer_id", "turn", "step", "effective_on", "manual", "reason",
            "policy_version", "decided_by"),
    CREDIT_HOLD_SENT(true, "sent_id", "company", "step_id", "way", "reference_text"),
    INTEREST_CHARGE(true, "charge_id", "company", "item_id", "kind", "turn", "document_item_id", "first_day", "last_day",
            "currency", "amount", "law", "calculation", "reason", "decided_by"),
    REMINDER_FEE(true, "fee_id", "company", "customer_id", "business_key", "item_id", "reminded_on", "dunning_level", "currency",
            "amount", "law"),
    HELD_OUT_ITEM(true, "held_id", "company", "customer_id", "item_id", "dunning_level", "held_on", "currency",
            "asked_amount"),
    REMINDER_WITHDRAWAL(true, "withdrawal_id", "reminder_id", "reason"),
    REMINDER_TOKEN(true, "token_id", "company", "customer_id", "business_key", "code_sha256"),
    REMINDER_ACCOUNT(true, "account_row_id", "company", "business_key", "account_hash"),
    REMINDER_LETTER(true, "letter_id", "company", "customer_id", "reminded_on", "business_key", "pdf_sha256"),
    LETTER_PUT(true, "put_id", "letter_id"),
    LETTER_DELIVERY(true, "delivery_id", "letter_id", "delivered_on", "reason", "decided_by"),
    ADDRESS_MARK(true, "mark_id", "company", "customer_id", "address", "usable", "business_key", "reason", "decided_by"),
    DISCOUNT_OFFER(true, "offer_id", "company", "customer_id", "item_id", "percent", "until_day", "business_key"),
    REMINDER_HOLD(true, "hold_id", "company", "customer_id", "reminded_on", "business_key", "kind", "reason"),
    REMINDER_RELEASE(true, "release_id", "company", "reminded_on", "outcome", "reason", "decided_by", "customer_id"),
    OPEN_ITEM(false, "item_id", "company", "customer_id", "currency", "credit", "open_amount"),
    OPEN_RECEIPT(false, "receipt_id", "company", "customer_id", "currency", "unapplied", "decision_id");

    private final boolean chained;
    private final String key;
    private final List<String> columns;
    private final Map<String, Integer> positions;

    Table(boolean chained, String key, String... others) {
        this.chained = chained;
        this.key = key;
        this.columns = Stream.concat(Stream.of(key, "batch_id"),
                Arrays.stream(others)).toList();
        this.positions = IntStream.range(0, columns.size()).boxed()
                .collect(Collectors.toUnmodifiableMap(columns::get, position -> position));
    }

    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isChained() {
        return chained;
    }

    public String key() {
        return key;
    }

    public List<String> columns() {
        return columns;
    }

    /** Where a column stands in a row. */
    public int position(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new StoreException(sqlName() + " has no column " + column);
        }
        return position;
    }

    String insertSql() {
        return "INSERT INTO " + sqlName() + " (" + String.join(", ", columns) + ") VALUES ("
                + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    }
}
