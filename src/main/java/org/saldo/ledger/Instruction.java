package org.saldo.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A person's decision as a value, so that it can be given by command, workbook or file, wait for a second person, and be
 * carried out later. Texts are empty where the action needs none.
 *
 * @param documents a document's number; for a settlement also several, {@code INV-1 10.00 + INV-2 5.00 CASH_DISCOUNT}
 * @param allocation the allocation ({@code A-17}) or the block ({@code B-18}) that is taken back; of an accepted proposal the
 *                   decision ({@code D-19}) that was seen
 * @param proposal which of the payment's proposals is accepted, from 1; 0 for none
 * @param currency of the amount, where the giver named it; empty: that of the books which it touches
 * @param from the first day of a block
 * @param until its last day; the day of a promise
 * @param terms what a dispute, a promise or a plan needs beside
 */
public record Instruction(
        InstructionAction action,
        String payment,
        String documents,
        String allocation,
        String customer,
        int proposal,
        Optional<BigDecimal> amount,
        String currency,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Terms terms) {

    /**
     * What a dispute, a promise or a plan needs beside; empty where it needs none.
     *
     * @param code     why a document is contested, how its dispute ends, or the kind of a block
     * @param person   who answers a dispute, or who of the customer's gave a promise
     * @param schedule the instalments: {@code 2026-11-15:100.00,2026-12-15:50.00}
     * @param source   where it comes from, such as the hash of a mail; empty for a person's own word
     */
    public record Terms(String code, String person, String schedule, String source) {

        public static final Terms NONE = new Terms("", "", "", "");
    }

    public Instruction(InstructionAction action, String payment, String documents, String allocation, String customer,
            int proposal, Optional<BigDecimal> amount, String currency, Optional<LocalDate> from, Optional<LocalDate> until) {
        this(action, payment, documents, allocation, customer, proposal, amount, currency, from, until, Terms.NONE);
    }

    /** A document is contested, in part when there is an amount. */
    public static Instruction dispute(String document, Optional<BigDecimal> amount, Terms terms) {
        return new Instruction(InstructionAction.DISPUTE, "", document, "", "", 0, amount, "", Optional.empty(),
                Optional.empty(), terms);
    }

    /** The customer pays by a day; without documents of all that is open, the oldest first. */
    public static Instruction promise(String customer, String documents, BigDecimal amount, LocalDate day, Terms terms) {
        return new Instruction(InstructionAction.PROMISE, "", documents, "", customer, 0, Optional.of(amount), "",
                Optional.empty(), Optional.of(day), terms);
    }

    public static Instruction plan(String customer, String documents, Terms terms) {
        return new Instruction(InstructionAction.PLAN, "", documents, "", customer, 0, Optional.empty(), "",
                Optional.empty(), Optional.empty(), terms);
    }

    /** Something becomes of a dispute, a promise or a plan that is named by its id. */
    public static Instruction step(InstructionAction action, String id, String code) {
        return takingBack(action, id).with(new Terms(code, "", "", ""));
    }

    private Instruction with(Terms other) {
        return new Instruction(action, payment, documents, allocation, customer, proposal, amount, currency, from, until,
                other);
    }

    public static Instruction settle(String payment, String documents) {
        return new Instruction(InstructionAction.APPLY, payment, documents, "", "", 0, Optional.empty(), "",
                Optional.empty(), Optional.empty());
    }

    public static Instruction apply(String payment, String document, BigDecimal amount) {
        return settle(payment, document).of(amount);
    }

    /** @param seen the decision that shows the proposal, such as {@code D-17}; empty where that is said otherwise */
    public static Instruction accept(String payment, int proposal, String seen) {
        return new Instruction(InstructionAction.ACCEPT, payment, "", seen, "", proposal, Optional.empty(), "",
                Optional.empty(), Optional.empty());
    }

    /** The same of the proposals that this decision shows; unchanged where it accepts none or says so already. */
    public Instruction seenIn(String decision) {
        return action != InstructionAction.ACCEPT || !allocation.isEmpty() ? this : new Instruction(action, payment, documents,
                decision, customer, proposal, amount, currency, from, until, terms);
    }

    public static Instruction unapply(String allocation) {
        return takingBack(InstructionAction.UNAPPLY, allocation);
    }

    /** With it all that the same decision has settled. */
    public static Instruction unapplyAll(String allocation) {
        return takingBack(InstructionAction.UNAPPLY_ALL, allocation);
    }

    /** A payment went back with a debit; without an amount as much as can have. */
    public static Instruction refund(String payment, String debit, Optional<BigDecimal> amount) {
        return new Instruction(InstructionAction.REFUND, payment, debit, "", "", 0, amount, "", Optional.empty(),
                Optional.empty());
    }

    public static Instruction lift(String block) {
        return takingBack(InstructionAction.LIFT, block);
    }

    private static Instruction takingBack(InstructionAction action, String id) {
        return new Instruction(action, "", "", id, "", 0, Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    /** Whose a payment is, by {@code ASSIGN}, {@code ON_ACCOUNT}, {@code UNASSIGN} or {@code IGNORE}. */
    public static Instruction place(InstructionAction action, String payment, String customer) {
        return new Instruction(action, payment, "", "", customer, 0, Optional.empty(), "", Optional.empty(),
                Optional.empty());
    }

    public static Instruction writeOff(String document, BigDecimal amount) {
        return ofDocument(InstructionAction.WRITE_OFF, document).of(amount);
    }

    /** {@code VOID} or {@code UNDO_VOID}. */
    public static Instruction ofDocument(InstructionAction action, String document) {
        return new Instruction(action, "", document, "", "", 0, Optional.empty(), "", Optional.empty(), Optional.empty());
    }

    /** A stop for a document, else for a customer, else (both empty) for the whole company. */
    public static Instruction block(String document, String customer, LocalDate from, Optional<LocalDate> until,
            BlockKind kind) {
        return new Instruction(InstructionAction.BLOCK, "", document, "", customer, 0, Optional.empty(), "",
                Optional.of(from), until, kind == BlockKind.OTHER ? Terms.NONE : new Terms(kind.word(), "", "", ""));
    }

    public static Instruction release() {
        return takingBack(InstructionAction.RELEASE, "");
    }

    /**
     * {@code RELEASE_REMINDERS} or {@code STOP_REMINDERS}.
     *
     * @param customer empty: all that wait of the day
     * @param seen     the preview that shows what is meant; empty: whatever waits
     */
    public static Instruction reminders(InstructionAction action, String customer, LocalDate day, String seen) {
        return new Instruction(action, "", "", "", customer, 0, Optional.empty(), "", Optional.empty(), Optional.of(day),
                new Terms("", "", "", seen));
    }

    private Instruction of(BigDecimal money) {
        return new Instruction(action, payment, documents, allocation, customer, proposal, Optional.of(money), currency,
                from, until, terms);
    }

    /** The same with the documents spelled out, as an accepted proposal names them. */
    public Instruction withDocuments(String spelledOut) {
        return new Instruction(action, payment, spelledOut, allocation, customer, proposal, amount, currency, from, until,
                terms);
    }

    /** The same about another payment, as the books name it. */
    public Instruction about(String other) {
        return new Instruction(action, other, documents, allocation, customer, proposal, amount, currency, from, until,
                terms);
    }

    /** The same, in the currency of the books that it touches. */
    public Instruction in(String books) {
        return new Instruction(action, payment, documents, allocation, customer, proposal, amount, books, from, until,
                terms);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 2 ? stripped.setScale(2) : stripped).toPlainString();
    }

    /** In words: {@code apply P-1 to INV-1 10.00}. */
    public String words() {
        return told().toString();
    }

    /** What it says, in no language yet. */
    public Words told() {
        return switch (action) {
            case APPLY -> said(payment, documentsAndAmount());
            case ACCEPT -> documents.isEmpty() ? said(proposal, payment)
                    : Words.of(InstructionWord.ACCEPT_WITH, proposal, payment, documents);
            case REFUND -> said(payment, documentsAndAmount());
            case ASSIGN -> said(payment, customer);
            case ON_ACCOUNT -> customer.isEmpty() ? said(payment) : Words.of(InstructionWord.ON_ACCOUNT_OF, payment, customer);
            case UNASSIGN, IGNORE -> said(payment);
            case WRITE_OFF -> said(money(), documents);
            case VOID, UNDO_VOID -> said(documents);
            case BLOCK -> documents.isEmpty() && customer.isEmpty() ? Words.of(InstructionWord.BLOCK_COMPANY)
                    : said(documents.isEmpty() ? customer : documents);
            case DISPUTE -> amount.isEmpty() ? Words.of(InstructionWord.DISPUTE_ALL, documents, terms.code())
                    : said(money(), documents, terms.code());
            case END_DISPUTE -> said(allocation, terms.code());
            case PROMISE -> documents.isEmpty() ? said(customer, money(), day())
                    : Words.of(InstructionWord.PROMISE_FOR, customer, money(), day(), documents);
            case PLAN -> said(customer, documents, terms.schedule());
            case HOLD, RELEASE_HOLD -> said(customer);
            case RELEASE_REMINDERS, STOP_REMINDERS -> said(remindersMeant());
            case RELEASE -> said();
            case UNAPPLY, UNAPPLY_ALL, LIFT, CONFIRM_HOLD, REFUSE_HOLD, APPROVE, REFUSE, CANCEL_PROMISE, ACCEPT_PLAN, END_PLAN,
                    REOPEN_DISPUTE, REOPEN_PROMISE, REOPEN_PLAN -> said(allocation);
        };
    }

    private Words said(Object... values) {
        return Words.of(InstructionWord.valueOf(action.name()), values);
    }

    private String money() {
        return amount.map(Instruction::plain).orElse("…");
    }

    private String documentsAndAmount() {
        return documents + amount.map(number -> " " + plain(number)).orElse("");
    }

    private String day() {
        return until.map(LocalDate::toString).orElse("");
    }

    private Words remindersMeant() {
        if (customer.isEmpty()) {
            return until.map(day -> Words.of(InstructionWord.REMINDERS_OF, day)).orElse(Words.of(InstructionWord.REMINDERS));
        }
        return until.map(day -> Words.of(InstructionWord.REMINDER_TO_OF, customer, day))
                .orElse(Words.of(InstructionWord.REMINDER_TO, customer));
    }
}
