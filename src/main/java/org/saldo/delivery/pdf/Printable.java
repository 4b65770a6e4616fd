package org.saldo.delivery.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.saldo.delivery.PrintedReminder;
import org.saldo.delivery.PrintedReminder.Kind;
import org.saldo.delivery.StatementLetter;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.MovementKind;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementLine;

/** Whether a page names its parties and documents without losing a letter: it is meant as evidence. */
final class Printable {

    private final Typefaces typefaces;

    Printable(Typefaces typefaces) {
        this.typefaces = typefaces;
    }

    /** What would be lost of the first name, tax id, address or document number that cannot be printed; and what to do. */
    Optional<String> fault(StatementLetter letter) {
        return fault(texts(letter));
    }

    /** The same of a reminder on paper, with the documents of its tables and where to pay. */
    Optional<String> fault(PrintedReminder reminder) {
        return fault(texts(reminder));
    }

    private Optional<String> fault(List<String> texts) {
        for (String text : texts) {
            OptionalInt lost = Typefaces.clean(text).codePoints().filter(this::isLost).findFirst();
            if (lost.isPresent()) {
                return Optional.of(words(text, lost.getAsInt()));
            }
        }
        return Optional.empty();
    }

    /** Letters, digits and their marks count; a picture or a sign may be left out. */
    private boolean isLost(int codePoint) {
        return codePoint > '~' && (Character.isLetterOrDigit(codePoint) || isMark(codePoint)) && !typefaces.has(codePoint);
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static List<String> texts(StatementLetter letter) {
        Customer customer = letter.customer();
        List<String> texts = new ArrayList<>(List.of(customer.legalName().isEmpty() ? customer.name() : customer.legalName(),
                customer.name(), customer.taxId(), customer.id().number(), letter.company().name(), letter.company().taxId()));
        if (customer.postal().isComplete()) {
            texts.addAll(customer.postal().lines(customer.country(), letter.company().country(), letter.company().language()));
        }
        texts.addAll(letter.company().address());
        letter.statement().items().stream().map(StatementItem::label).forEach(texts::add);
        letter.statement().lines().stream().map(StatementLine::movement)
                .filter(movement -> movement.kind().group() != MovementKind.Group.PAYMENTS)
                .forEach(movement -> texts.add(movement.reference()));
        return texts;
    }

    private static List<String> texts(PrintedReminder reminder) {
        Customer customer = reminder.customer();
        Company company = reminder.company();
        List<String> texts = new ArrayList<>(List.of(customer.legalName().isEmpty() ? customer.name() : customer.legalName(),
                customer.contactName(), customer.id().number(), company.name()));
        texts.addAll(customer.postal().lines(customer.country(), company.country(), company.language()));
        texts.addAll(company.address());
        reminder.lines().stream().filter(line -> line.kind() == Kind.ROW || line.kind() == Kind.PAY)
                .forEach(line -> texts.addAll(line.cells()));
        return texts;
    }

    private static String words(String text, int lost) {
        String letter = String.format(Locale.ROOT, "letter %s (U+%04X) of '%s' ", Character.toString(lost), lost, text);
        return letter + (Scripts.areJoined(lost)
                ? "is of a script that is not set here; give the customer a legal name in other letters"
                : "is in none of the fonts; put one that has it (.ttf) into config/templates/fonts, or give the customer a legal"
                + " name in other letters");
    }
}
