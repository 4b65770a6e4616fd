package org.saldo.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.answer.ReplyToken;

/**
 * The mail that brings a customer its statement; its figures come from the statement that the page shows. Its subject,
 * and its reply address where {@link ReplyPart} says so, carry the token that binds an answer to this document.
 */
public final class StatementMail {

    static final int ITEMS_MOST = 60;
    private static final int CHANGES_MOST = 30;

    private StatementMail() {
    }

    /** What makes it the same mail again. */
    public static String businessKey(StatementKey statement) {
        return "STATEMENT/" + statement;
    }

    /**
     * @param files the statement itself, first, and what shows the same beside it
     * @throws IllegalArgumentException when {@code to} is no address of this customer's record, or a file shows another
     *                                  statement
     */
    public static OutgoingMail of(StatementLetter letter, ReplyToken token, List<String> to, String from,
                                  List<StatementFile> files) {
        return mail(letter, " " + token.inSubject(), to, from, files);
    }

    /** The mail that brings an interim statement, which nobody is asked to confirm: it carries no token. */
    public static OutgoingMail interim(StatementLetter letter, List<String> to, String from, List<StatementFile> files) {
        return mail(letter, "", to, from, files);
    }

    private static OutgoingMail mail(StatementLetter letter, String token, List<String> to, String from,
                                     List<StatementFile> files) {
        StatementFile.requireOwn(letter.customer(), to);
        StatementWording words = letter.words();
        Customer customer = letter.customer();
        Map<String, String> about = Map.of("month", words.name(letter.statement().key()),
                "company", letter.company().name(), "customer", customer.id().number());
        MailPage page = new MailPage(letter.look().accent()).paragraph(words.of(StatementWord.MAIL_GREETING)).gap()
                .paragraph(words.of(StatementWord.MAIL_TEXT, about)).gap();
        letter.changes().ifPresent(part -> changes(page, part, words));
        figures(page, letter.statement(), words);
        items(page, letter);
        StatementMailParts parts = new StatementMailParts(page, letter);
        parts.receipts();
        parts.proof();
        parts.payment();
        page.gap().paragraph(words.of(StatementWord.NOTE_LATER));
        parts.notes();
        if (!letter.reply().page().isEmpty()) {
            page.link(words.of(StatementWord.ANSWER_PAGE), letter.reply().page()).gap();
        }
        if (letter.statement().key().interim()) {
            page.paragraph(words.of(StatementWord.NOTE_INTERIM));
        } else {
            howToAnswer(page, words);
        }
        page.gap().paragraph(words.of(StatementWord.MAIL_CLOSING)).paragraph(letter.company().name());
        return new OutgoingMail(letter.company().id(), MailKind.STATEMENT, customer.id().number(),
                businessKey(letter.statement().key()), from, to, letter.reply().address(),
                words.of(StatementWord.MAIL_SUBJECT, about) + token, page.text(), page.html(),
                files.stream().map(file -> file.of(letter.statement().key())).toList(), words.language().toLanguageTag());
    }

    /** What differs from the version before: the same lines as on the page. */
    private static void changes(MailPage page, ChangesPart part, StatementWording words) {
        page.paragraph(words.of(StatementWord.SUPERSEDES, "version", part.version()))
                .heading(words.of(StatementWord.CHANGES, "version", part.version()));
        if (part.changes().isEmpty()) {
            page.paragraph(words.of(StatementWord.CHANGES_NONE, "version", part.version())).gap();
            return;
        }
        if (part.changes().isMoved()) {
            changes(page, part, StatementWord.ENTRY, part.account(words), words);
        }
        if (part.changes().isOpenOtherwise()) {
            changes(page, part, StatementWord.ITEMS, part.open(words), words);
        }
    }

    private static void changes(MailPage page, ChangesPart part, StatementWord what, List<ChangesPart.Row> changed,
                                StatementWording words) {
        List<List<String>> rows = new ArrayList<>();
        changed.stream().limit(CHANGES_MOST).forEach(row -> rows.add(row(row)));
        rows.add(row(part.closing(words)));
        String version = words.of(StatementWord.VERSION) + " ";
        String currency = part.changes().after().key().currency().getCurrencyCode();
        page.table(List.of(words.of(what), version + part.version(), version + part.changes().after().key().version(),
                words.of(StatementWord.CHANGES_DIFFERENCE, "currency", currency)), rows);
        if (changed.size() > CHANGES_MOST) {
            page.paragraph(words.of(StatementWord.ANSWER_MORE, "count", Integer.toString(changed.size() - CHANGES_MOST)));
        }
        page.gap();
    }

    private static List<String> row(ChangesPart.Row row) {
        String what = row.change().isEmpty() ? row.what() : row.change() + ": " + row.what();
        return List.of(row.more().isEmpty() ? what : what + " (" + row.more() + ")", row.before(), row.after(),
                row.difference());
    }

    private static void figures(MailPage page, StatementOfAccount statement, StatementWording words) {
        page.table(List.of(), List.of(
                List.of(words.of(StatementWord.OPENING), words.money(statement.opening())),
                List.of(words.of(StatementWord.CLOSING), words.money(statement.closing())),
                List.of(words.of(StatementWord.OVERDUE), words.money(statement.aging().overdue())),
                List.of(words.of(StatementWord.NOT_DUE), words.money(statement.aging().notDue())),
                List.of(words.of(StatementWord.CREDITS), words.money(statement.aging().credits().negated()))));
    }

    private static void items(MailPage page, StatementLetter letter) {
        StatementOfAccount statement = letter.statement();
        StatementWording words = letter.words();
        if (statement.items().isEmpty()) {
            return;
        }
        String currency = statement.key().currency().getCurrencyCode();
        boolean noted = statement.items().stream().anyMatch(item -> !letter.notesOf(item.itemId()).isEmpty());
        List<List<String>> rows = new ArrayList<>();
        for (StatementItem item : statement.items().subList(0, Math.min(ITEMS_MOST, statement.items().size()))) {
            String marks = letter.notesOf(item.itemId()).stream().map(words::of).collect(Collectors.joining("; "));
            rows.add(columns(noted, List.of(item.label(), words.day(item.dueDate()), words.amount(item.balance()), marks)));
        }
        page.heading(words.of(StatementWord.ITEMS)).table(columns(noted, List.of(words.of(StatementWord.DOCUMENT),
                words.of(StatementWord.DUE), words.of(StatementWord.OPEN, "currency", currency),
                words.of(StatementWord.STATUS))), rows);
        if (statement.items().size() > ITEMS_MOST) {
            page.paragraph(words.of(StatementWord.ANSWER_MORE, "count",
                    Integer.toString(statement.items().size() - ITEMS_MOST)));
        }
    }

    private static List<String> columns(boolean noted, List<String> row) {
        return noted ? row : row.subList(0, row.size() - 1);
    }

    /** How to agree and how not to, each in one step. */
    static void howToAnswer(MailPage page, StatementWording words) {
        page.paragraph(words.of(StatementWord.ANSWER_AGREE)).paragraph(words.of(StatementWord.MAIL_ANSWER))
                .paragraph(words.of(StatementWord.ANSWER_SUBJECT)).paragraph(words.of(StatementWord.ANSWER_SILENCE));
    }
}
