package org.saldo.delivery.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.saldo.ledger.AgingBuckets;

/** The lists that can be exported, with their columns. Other systems rely on names and order. */
public enum ExportKind {

    /**
     * Every allocation to a document, and every reversal, that counts, in the order in which they were made. A payment that is
     * used up against its own return settles no document; {@link #RECEIPTS} tells it as RETURNED. The last two columns say what
     * is used up of a payment in another currency than the document's; they are empty otherwise.
     */
    ALLOCATIONS("company,allocation_id,payment_id,document_number,instalment,customer_id,currency,amount,kind,"
            + "counter_document,rule,evidence,decided_by,effective_on,known_at,posting_date,reverses,"
            + "receipt_amount,receipt_currency"),
    /** What is open; negative for credit notes. The status is an {@link ItemStatus}. */
    OPEN_ITEMS("company,document_number,instalment,document_type,customer_id,currency,amount,open_amount,issue_date,"
            + "due_date,days_overdue,status"),
    /** Every bank line, and where its money is: a {@link ReceiptPlace}. */
    RECEIPTS("company,payment_id,account_iban,booking_date,currency,amount,customer_id,unapplied_amount,state,decision,"
            + "reason"),
    /**
     * Open items by days overdue, less credits (unapplied cash and open credit notes): each customer's balance. These are
     * the columns of the usual buckets; those of others are told by {@link #columns(AgingBuckets)}.
     */
    AGING("company,customer_id,currency,not_due,1_30,31_60,61_90,91_plus,unapplied,balance"),
    /** The outbox. */
    MAILS("company,mail_id,kind,customer_id,business_key,to,subject,state,created_at,sent_at,message_id"),
    /** Customers in their latest version, in the columns in which they come in. */
    CUSTOMERS("company,customer_id,name,country,language,currency,email,iban,payment_terms,salesperson,legal_name,tax_id,"
            + "statement_email,reminder_email,contact_name,time_zone,segment,credit_limit,dunning_policy,"
            + "allocation_policy,parent_customer_id,intercompany,natural_person,street,postal_code,city,region,"
            + "reminder_stop,reminder_stop_until"),
    /** Bank lines of which something is not applied: what a clerk has to look at, and why it waits. */
    UNAPPLIED("company,payment_id,account_iban,booking_date,days_waiting,currency,amount,unapplied_amount,customer_id,state,"
            + "payer_name,payer_iban,remittance_text,decision,reason,rule,evidence,alternatives"),
    /**
     * What people have told the hub by file or workbook, and what waits for a second person (state WAITS). The state of what
     * ended is DONE, APPROVED or REFUSED.
     */
    INSTRUCTIONS("company,instruction_id,given_as,action,payment_id,document_number,allocation_id,customer_id,proposal,amount,"
            + "currency,reason,proposed_by,proposed_at,state,decided_by,decided_at,answer"),
    /**
     * Receipts that wait for a person, with who is taken for the payer and by which proof, why they wait, what would settle
     * them, and the answers that may be right, the likeliest first.
     */
    WORKLIST("company,payment_id,account_iban,booking_date,days_waiting,payer_name,payer_iban,currency,amount,"
            + "unapplied_amount,remittance_text,customer_id,customer_name,payer_proof,decision,reason,reason_text,settled_by,"
            + "proposal_1,proposal_2,proposal_3,more_proposals,evidence"),
    /**
     * What was learned of payers that master data do not know (kind ACCOUNT, NAME, or CUSTOMER for one who pays for another):
     * how many payments have confirmed it, and for which other customers the same payer has paid.
     */
    LEARNED("company,kind,payer,customer_id,confirmations,other_customers,payments,decided_by,last_known_at"),
    /**
     * How far rules come, by month of booking: receipts by outcome and rule (empty where nothing was decided or no rule
     * applies; {@code person} where no rule decided), their amounts without signs, their shares of the month and currency
     * (0 to 1), how many of them people have decided about since, and how many they took back within 90 days. Statements of
     * the month, by what was answered, stand below as STATEMENT_CONFIRMED, STATEMENT_UNANSWERED and so on.
     */
    KPIS("company,month,currency,outcome,rule,receipts,share,amount,amount_share,decided_by_people,reversed_within_90_days"),
    /**
     * What payments left open of documents that they were meant to settle, under its code, with what would settle it. It tells
     * what holds now, whatever day is asked for.
     */
    DIFFERENCES("company,document_number,customer_id,payment_id,currency,amount,open_amount,code,settled_by,since"),
    /**
     * What customers contest, by the day of answer: its state is OPEN, LATE (open, and that day has passed), RESOLVED_FOR_US,
     * RESOLVED_FOR_CUSTOMER or WITHDRAWN.
     */
    DISPUTES("company,dispute_id,document_number,customer_id,currency,amount,code,owner,opened_on,respond_by,state,ended_on,"
            + "source,reason,decided_by,known_at"),
    /**
     * What customers said they pay by when, and what came of it: OPEN, KEPT, PARTLY_KEPT, BROKEN or CANCELLED; with how many
     * promises in a row the customer has broken up to the day.
     */
    PROMISES("company,promise_id,customer_id,currency,amount,paid_amount,documents,made_on,promised_day,kept_until,state,"
            + "broken_in_a_row,told_by,source,reason,decided_by,known_at"),
    /** How customers keep their word, by the month in which promises fell due; shares are from 0 to 1. */
    PROMISES_KEPT("company,month,currency,promises,kept,partly_kept,broken,kept_share,promised_amount,paid_amount,paid_share"),
    /** What customers pay by instalments: PROPOSED, KEPT, LATE, BROKEN, PAID or ENDED. */
    PLANS("company,plan_id,customer_id,currency,amount,settled_amount,documents,schedule,proposed_on,state,missed,source,"
            + "reason,decided_by,known_at"),
    /** What people keep from reminders: the whole company when neither customer nor document is named. */
    BLOCKS("company,block_id,customer_id,document_number,kind,from_day,until_day,reason,decided_by,known_at,lifted_on,"
            + "lifted_by"),
    /**
     * Steps of ladders inside the house, with the items that had reached them: OPEN, SETTLED (nothing of them is open any
     * more), or as a person ended them, DONE or DROPPED.
     */
    HOUSE_STEPS("company,step_id,customer_id,ladder,kind,taken_on,currency,amount,documents,days_overdue,state,ended_on,"
            + "reason,decided_by,known_at"),
    /**
     * Every contact with each customer in the order of time: mails and what became of them, replies, what people noted, promises,
     * disputes, decisions. The direction is OUT from us, IN from the customer, or empty for what was noted or decided here.
     */
    CONTACTS("company,customer_id,at,kind,direction,reference,words,by"),
    /**
     * Requests to hold or release deliveries: by which way the ERP was told (empty: not yet), and its answer (WAITS, CONFIRMED,
     * REFUSED).
     */
    HOLDS("company,request_id,customer_id,action,requested_on,reason,by_person,requested_by,sent_by,answer,answered_on,"
            + "answered_by"),
    /**
     * Why what is overdue is overdue, by the reasons that were noted (UNKNOWN where none was; DISPUTED for what is contested);
     * the share is that of the overdue amount, from 0 to 1.
     */
    LATENESS("company,currency,code,customers,documents,overdue_amount,amount_share"),
    /** The register of the statements that were issued, as they were written, with the hashes that chain them. */
    STATEMENTS("company,register_number,customer_id,currency,month,version,statement_number,closing_balance,as_known_at,"
            + "issued_at,made_by,pdf_sha256,unsealed_sha256,account_hash,previous_hash,entry_hash"),
    /**
     * What customers answered to statements, who, how that is known, and by which bytes it is proved; rows of the side SELLER
     * say that a later version was issued.
     */
    CONFIRMATIONS("company,answer_id,customer_id,statement_id,statement_number,month,version,currency,closing_balance,"
            + "pdf_sha256,side,outcome,grade,channel,person,role,answered_on,received_at,authenticated,evidence_sha256,reason,"
            + "recorded_by,known_at"),
    /**
     * How far a month's statements, in their latest versions, were answered; amounts are closing balances without signs,
     * shares from 0 to 1, days those from the statement to its answer.
     */
    COVERAGE("company,month,currency,statements,amount,confirmed,confirmed_amount,with_differences,with_differences_amount,"
            + "disputed,disputed_amount,confirmed_share,confirmed_amount_share,unanswered,unanswered_amount,median_days"),
    /** What every event means in double entry, the lines of an event together; debit equals credit in each event. */
    POSTINGS("company,event_id,posting_date,effective_on,account,customer_id,currency,debit,credit,tax_code,text"),
    /** Rows and files that were refused, each with its remedy. */
    REJECTIONS("company,rejection_id,file_id,file,line,field,reason,remedy,known_at,retried_as"),
    /** The ERP's balance against ours, for the company (customer_id empty) and for customers where the ERP gives it. */
    CONTROLS("company,as_of,currency,customer_id,account,erp_balance,hub_balance,difference");

    private final List<String> columns;

    ExportKind(String columns) {
        this.columns = List.of(columns.split(","));
    }

    public List<String> columns() {
        return columns;
    }

    /** The columns where an aging list has these buckets: {@code not_due,1_15,16_45,46_plus} for 15 and 45 days. */
    public List<String> columns(AgingBuckets buckets) {
        if (this != AGING) {
            return columns;
        }
        return Stream.of(Stream.of("company", "customer_id", "currency", "not_due"),
                IntStream.range(1, buckets.count())
                        .mapToObj(index -> buckets.days(index).replace("-", "_").replace("+", "_plus")),
                Stream.of("unapplied", "balance")).flatMap(names -> names).toList();
    }

    /** As it stands in commands: {@code open-items}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<ExportKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return Arrays.stream(values()).map(ExportKind::word).collect(Collectors.joining(", "));
    }
}
