package org.saldo.delivery.pdf;

import java.util.List;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementSection;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;

/** What a statement says below its head, section by section in the order of its look. */
final class StatementSections {

    private final Frame frame;
    private final StatementLetter letter;
    private final StatementOfAccount statement;
    private final StatementWording words;

    StatementSections(Sheet sheet, StatementLetter letter, boolean tight) {
        this.frame = new Frame(sheet, letter, tight);
        this.letter = letter;
        this.statement = letter.statement();
        this.words = letter.words();
    }

    void draw() {
        letter.look().sections().forEach(this::draw);
    }

    private void draw(StatementSection section) {
        switch (section) {
            case CHANGES -> letter.changes().ifPresent(part -> new ChangesTable(frame, part).draw());
            case MOVEMENTS -> new MovementsTable(frame).draw();
            case ITEMS -> new ItemsTable(frame).draw();
            case AGING -> new AgingStrip(frame).draw(this::aboveAging);
            case RECEIPTS -> receipts();
            case LATER -> new MovementsTable(frame).drawLater();
            case PROOF -> new ProofTables(frame).draw();
            case PAYMENT -> letter.payment().filter(part -> part.bill().isEmpty()).ifPresent(this::payment);
            case REPLY -> {
                if (!statement.key().interim()) {
                    new ReplyBox(frame).draw();
                }
            }
            case NOTES -> notes();
            default -> throw new IllegalStateException(section.name());
        }
    }

    private void payment(PaymentPart part) {
        new PaymentSection(frame).draw(part, height -> frame.heading(StatementWord.PAY_TITLE, height));
    }

    /** Set closely, the strip follows the open items without a heading: its figures say themselves what they are. */
    private void aboveAging() {
        if (frame.tight()) {
            frame.sheet().need(52);
            frame.sheet().down(11);
        } else {
            frame.heading(StatementWord.AGING, 74);
        }
    }

    private void receipts() {
        if (statement.receipts().isEmpty()) {
            return;
        }
        frame.heading(StatementWord.RECEIPTS, 60);
        Grid grid = Grid.filling(frame.sheet(), List.of(new Grid.Column(words.of(StatementWord.DATE), 62, false),
                Grid.Column.whole(words.of(StatementWord.REFERENCE), 265),
                new Grid.Column(frame.inCurrency(StatementWord.RECEIVED), 78, true),
                new Grid.Column(frame.inCurrency(StatementWord.UNAPPLIED), 78.3f, true)));
        grid.header();
        for (UnappliedReceipt receipt : statement.receipts()) {
            grid.row(List.of(Cell.of(words.day(receipt.bookedOn())),
                    new Cell(receipt.paymentId(), receipt.text(), Palette.BODY), frame.amount(receipt.amount()),
                    Cell.of(words.amount(receipt.unapplied()), Palette.STRONG)));
        }
        grid.total(List.of(Cell.of(words.of(StatementWord.TOTAL), Palette.STRONG), Cell.EMPTY, Cell.EMPTY,
                Cell.of(words.amount(statement.proof().unapplied()), Palette.STRONG)));
    }

    /** Set closely, this is left to the box for the answer, which says the same. */
    private void difference() {
        boolean said = frame.tight() && !statement.key().interim();
        String replyTo = letter.reply().address();
        if (!said) {
            frame.sentence(replyTo.isEmpty() ? words.of(StatementWord.NOTE_DIFFERENCE_MAIL)
                    : words.of(StatementWord.NOTE_DIFFERENCE, "reply-to", replyTo), Palette.QUIET);
        }
    }

    private void notes() {
        if (frame.tight()) {
            frame.sheet().down(6);
        } else {
            frame.heading(StatementWord.NOTES, 40);
        }
        if (statement.key().version() > 1 && !statement.key().interim()) {
            frame.sentence(words.of(StatementWord.SUPERSEDES, "version", Integer.toString(statement.key().version() - 1)),
                    Palette.QUIET);
        }
        if (statement.key().interim()) {
            frame.sentence(words.of(StatementWord.NOTE_INTERIM), Palette.QUIET);
        }
        frame.sentence(words.of(StatementWord.NOTE_LATER), frame.tight() ? Palette.SMALL : Palette.QUIET);
        difference();
        if (!PaymentSection.warns(frame)) {
            frame.sentence(words.of(StatementWord.NOTE_SAFETY), frame.tight() ? PaymentSection.WARNING : Palette.STRONG);
        }
        letter.legalLines().forEach(line -> frame.sentence(line, Palette.SMALL));
    }
}
