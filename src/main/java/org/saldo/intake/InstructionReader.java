package org.saldo.intake;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;

/**
 * Rows of instructions: what a person tells the hub to do.
 * <pre>
 * instruction_id        up to 60 characters; the same id of a company is carried out once, for ever
 * action                APPLY, ACCEPT 2@D-17 (the second proposal of the decision that was seen; ACCEPT@D-17 for the first),
 *                       UNAPPLY, UNAPPLY_ALL, REFUND, ASSIGN, ON_ACCOUNT, UNASSIGN, IGNORE,
 *                       WRITE_OFF, VOID, UNDO_VOID, BLOCK, LIFT, RELEASE,
 *                       DISPUTE, END_DISPUTE, REOPEN_DISPUTE, PROMISE, CANCEL_PROMISE, REOPEN_PROMISE,
 *                       PLAN, ACCEPT_PLAN, END_PLAN, REOPEN_PLAN, RELEASE_REMINDERS, STOP_REMINDERS,
 *                       APPROVE, REFUSE (what waits for a second person)
 * reason                why, up to 400 characters
 * company               optional: the seller; without it the standard company is meant
 * payment_id            for APPLY, ACCEPT, REFUND, ASSIGN, ON_ACCOUNT, UNASSIGN, IGNORE
 * document_number       for APPLY (also several: INV-1 10.00 + INV-2 5.00), WRITE_OFF, VOID, UNDO_VOID, DISPUTE; BLOCK: which
 *                       one; PLAN and PROMISE: which ones, INV-1 + INV-2; REFUND: the debit, or the payment of one
 * allocation_id         for UNAPPLY and UNAPPLY_ALL, ACCEPT (D-16: the decision that was seen), LIFT (B-18), what
 *                       becomes of a dispute (D-19), promise (PR-20), plan (PL-21), and for APPROVE and REFUSE the
 *                       instruction (I-22)
 * customer_id           for ASSIGN, PROMISE, PLAN; ON_ACCOUNT and BLOCK: which one
 * amount                for WRITE_OFF, PROMISE; APPLY of one document: how much, else as much as fits; DISPUTE: else all
 * currency              optional: refused when the books that it touches are in another one
 * date                  for PROMISE: by when; RELEASE_REMINDERS, STOP_REMINDERS: of which day (customer_id: of whom, else
 *                       of all); optional: the last day of a BLOCK
 * code                  for DISPUTE: why (PRICE); APPLY: why the rest stays open; for END_DISPUTE: how it ends (for-us,
 *                       for-customer, withdrawn)
 * person                optional: who answers a DISPUTE, who of the customer's gave a PROMISE
 * schedule              for PLAN: 2026-11-15:100.00 + 2026-12-15:50.00
 * note                  optional: kept behind the reason
 * </pre>
 */
public final class InstructionReader implements RecordReader<GivenInstruction> {

    private static final Pattern ACCEPT = Pattern.compile("(?i)ACCEPT(?:[ _-]?([1-9]))?(?:@(D-[0-9]{1,18}))?");
    private static final int ID_MAX = 60;
    private static final int REASON_MAX = 400;
    private static final int NOTE_MAX = 90;
    private static final int DOCUMENTS_MAX = 2000;

    private final CompanyOfRow companyOfRow;

    public InstructionReader(Companies companies) {
        this.companyOfRow = new CompanyOfRow(companies);
    }

    @Override
    public GivenInstruction read(Cells cells) {
        String company = companyOfRow.of(cells).id();
        String word = cells.required("action", 40);
        Matcher accept = ACCEPT.matcher(word);
        boolean accepts = accept.matches();
        InstructionAction action = accepts ? InstructionAction.ACCEPT
                : InstructionAction.of(word).orElseThrow(() -> new BadField("action", BadField.shown(word) + " is not known",
                        "write one of " + InstructionAction.names()));
        for (String needed : action.needs()) {
            if (!needed.equals("company") && !cells.has(needed)) {
                throw new BadField(needed, "is empty, and " + action + " needs it", "fill it in");
            }
        }
        int proposal = !accepts ? 0 : accept.group(1) == null ? 1 : Integer.parseInt(accept.group(1));
        Instruction instruction = new Instruction(action, cells.optional("payment_id", 130),
                accepts ? "" : cells.optional("document_number", DOCUMENTS_MAX),
                accepts && accept.group(2) != null ? accept.group(2).toUpperCase(Locale.ROOT)
                        : cells.optional("allocation_id", 40),
                cells.optional("customer_id", 60), proposal, amount(cells),
                cells.has("currency") ? cells.currency("currency").getCurrencyCode() : "", Optional.empty(),
                cells.optionalDay("date"), new Instruction.Terms(cells.optional("code", 30), cells.optional("person", 100),
                        cells.optional("schedule", DOCUMENTS_MAX), ""));
        String note = cells.optional("note", NOTE_MAX);
        return new GivenInstruction(company, company + "/" + cells.required("instruction_id", ID_MAX), instruction,
                cells.required("reason", REASON_MAX) + (note.isEmpty() ? "" : " (" + note + ")"), Optional.empty());
    }

    private static Optional<BigDecimal> amount(Cells cells) {
        if (!cells.has("amount")) {
            return Optional.empty();
        }
        BigDecimal amount = cells.decimal("amount");
        if (amount.signum() <= 0) {
            throw new BadField("amount", BadField.shown(amount.toPlainString()) + " is not above zero",
                    "a decision is taken back by its own action");
        }
        return Optional.of(amount);
    }
}
