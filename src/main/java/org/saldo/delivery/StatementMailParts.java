package org.saldo.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.saldo.money.Money;
import org.saldo.statement.MovementKind;
import org.saldo.statement.Proof;
import org.saldo.statement.StatementLine;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;

/** What the mail of a statement says below its open items, in the words of the page. */
final class StatementMailParts {

    private final MailPage page;
    private final StatementLetter letter;
    private final StatementOfAccount statement;
    private final StatementWording words;

    StatementMailParts(MailPage page, StatementLetter letter) {
        this.page = page;
        this.letter = letter;
        this.statement = letter.statement();
        this.words = letter.words();
    }

    /** Payments that settle nothing yet. */
    void receipts() {
        List<UnappliedReceipt> receipts = statement.receipts();
        if (receipts.isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (UnappliedReceipt each : receipts.subList(0, Math.min(StatementMail.ITEMS_MOST, receipts.size()))) {
            rows.add(List.of(each.paymentId(), words.day(each.bookedOn()), words.amount(each.unapplied())));
        }
        page.heading(words.of(StatementWord.RECEIPTS)).table(List.of(words.of(StatementWord.REFERENCE),
                words.of(StatementWord.DATE), words.of(StatementWord.UNAPPLIED, "currency", currency())), rows);
        if (receipts.size() > StatementMail.ITEMS_MOST) {
            page.paragraph(words.of(StatementWord.ANSWER_MORE, "count",
                    Integer.toString(receipts.size() - StatementMail.ITEMS_MOST)));
        }
    }

    /** The same balance on two roads. */
    void proof() {
        Proof proof = statement.proof();
        List<List<String>> moved = new ArrayList<>(List.of(row(StatementWord.OPENING, proof.opening())));
        if (statement.lines().stream().anyMatch(StatementLine::correction)) {
            moved.add(row(StatementWord.PROOF_CORRECTIONS, proof.corrections()));
        }
        for (Map.Entry<MovementKind.Group, Money> group : proof.movements().entrySet()) {
            if (!group.getValue().isZero()) {
                moved.add(List.of(words.of(group.getKey()), words.amount(group.getValue())));
            }
        }
        List<String> closing = List.of(words.of(StatementWord.CLOSING) + " " + currency(), words.amount(proof.closing()));
        moved.add(closing);
        page.heading(words.of(StatementWord.PROOF)).table(List.of(), moved).gap().table(List.of(), List.of(
                row(StatementWord.PROOF_ITEMS, proof.openItems()),
                row(StatementWord.PROOF_UNAPPLIED, proof.unapplied().negated()), closing));
    }

    /** Where to pay, where that may be said. */
    void payment() {
        letter.payment().ifPresent(part -> {
            List<List<String>> rows = new ArrayList<>();
            add(rows, StatementWord.PAY_HOLDER, part.holder());
            add(rows, StatementWord.PAY_ACCOUNT, part.account());
            add(rows, StatementWord.PAY_BIC, part.bic());
            add(rows, StatementWord.PAY_BANK, part.bankName());
            add(rows, StatementWord.PAY_REFERENCE, part.reference());
            page.heading(words.of(StatementWord.PAY_TITLE)).table(List.of(), rows);
        });
    }

    /** That bank details do not change by mail, and what the customer's country wants said. */
    void notes() {
        page.paragraph(words.of(StatementWord.NOTE_SAFETY));
        letter.legalLines().forEach(page::paragraph);
        page.gap();
    }

    private void add(List<List<String>> rows, StatementWord label, String value) {
        if (!value.isEmpty()) {
            rows.add(List.of(words.of(label), value));
        }
    }

    private List<String> row(StatementWord label, Money amount) {
        return List.of(words.of(label), words.amount(amount));
    }

    private String currency() {
        return statement.key().currency().getCurrencyCode();
    }
}
