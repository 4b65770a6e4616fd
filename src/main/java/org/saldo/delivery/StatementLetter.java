package org.saldo.delivery;

import java.util.List;
import java.util.Optional;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.ItemNote;
import org.saldo.statement.StatementOfAccount;

/**
 * A statement as it goes to its customer: what it says, from whom to whom, in which words, how it is answered and paid,
 * and what is agreed or contested about its open items. Equal letters make equal pages.
 *
 * @param notes   of the statement's open items, in any order; an item may have several
 * @param payment absent when no bank account may be printed
 * @param legalLines what the customer's country wants said at the end, in the words' language
 * @param changes what differs from the version whose place this one takes; absent for a first version
 */
public record StatementLetter(StatementOfAccount statement, Company company, Customer customer, StatementWording words,
                              ReplyPart reply, Optional<PaymentPart> payment, List<ItemNote> notes, Look look,
                              List<String> legalLines, Optional<ChangesPart> changes) {

    /** @throws IllegalArgumentException when the statement is not this customer's, or the customer not the company's */
    public StatementLetter {
        if (!statement.key().customer().equals(customer.id()) || !company.id().equals(customer.id().company())) {
            throw new IllegalArgumentException("statement " + statement.key() + " is not for " + customer.id()
                    + " of " + company.id());
        }
        notes = List.copyOf(notes);
        legalLines = List.copyOf(legalLines);
    }

    /** Answered at the company's reply address, without a token; no bank account, no notes. */
    public static StatementLetter of(StatementOfAccount statement, Company company, Customer customer,
                                     StatementWording words) {
        return new StatementLetter(statement, company, customer, words, new ReplyPart(company.replyTo(), ""),
                Optional.empty(), List.of(), Look.PLAIN, List.of(), Optional.empty());
    }

    public StatementLetter withReply(ReplyPart answered) {
        return new StatementLetter(statement, company, customer, words, answered, payment, notes, look, legalLines,
                changes);
    }

    public StatementLetter withPayment(PaymentPart paid) {
        return new StatementLetter(statement, company, customer, words, reply, Optional.of(paid), notes, look, legalLines,
                changes);
    }

    public StatementLetter withNotes(List<ItemNote> noted) {
        return new StatementLetter(statement, company, customer, words, reply, payment, noted, look, legalLines, changes);
    }

    public StatementLetter withLook(Look seen) {
        return new StatementLetter(statement, company, customer, words, reply, payment, notes, seen, legalLines, changes);
    }

    public StatementLetter withLegalLines(List<String> lines) {
        return new StatementLetter(statement, company, customer, words, reply, payment, notes, look, lines, changes);
    }

    public StatementLetter withChanges(ChangesPart changed) {
        return new StatementLetter(statement, company, customer, words, reply, payment, notes, look, legalLines,
                Optional.of(changed));
    }

    public List<ItemNote> notesOf(long itemId) {
        return notes.stream().filter(note -> note.itemId() == itemId).sorted(ItemNote.ORDER).toList();
    }
}
