package org.saldo.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.statement.bridge.BridgeLine;

/**
 * The answer to a customer's list: on one screen the way from our balance to theirs and what differs, with all lines in a
 * workbook. The customer reads it in its language; finance in the company's, with what to do.
 */
public final class BridgeMail {

    private static final int LINES_MOST = 10;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final BridgeLetter letter;
    private final StatementWording words;
    private final BridgeWording told;
    private final MailPage page = new MailPage();

    private BridgeMail(BridgeLetter letter, StatementWording words, boolean finance) {
        this.letter = letter;
        this.words = words;
        this.told = new BridgeWording(words, finance);
    }

    /** What makes it the same mail again; {@code bridge} is the customer, the currency, the account and the list. */
    public static String businessKey(String bridge) {
        return "BRIDGE/" + bridge;
    }

    /** Whether a mail with this business key is a bridge beside this statement. */
    public static boolean isBeside(StatementKey statement, String businessKey) {
        return businessKey.startsWith(besides(statement));
    }

    /** How the business keys of the bridges beside a statement begin. */
    public static String besides(StatementKey statement) {
        return businessKey(statement.customer() + "/" + statement.currency() + "/" + statement.number() + "/");
    }

    /**
     * By which address it is sent and answered.
     *
     * @param token of the statement beside which the list was put, so that an answer to the bridge is one to that statement
     */
    public record Post(String from, String replyTo, Optional<ReplyToken> token) {
    }

    /** @throws IllegalArgumentException when {@code to} is no address of this customer's record */
    public static OutgoingMail toCustomer(BridgeLetter letter, StatementWording words, Post post, List<String> to,
                                          String businessKey) {
        StatementFile.requireOwn(letter.customer(), to);
        BridgeMail mail = new BridgeMail(letter, words, false);
        mail.page.paragraph(words.of(StatementWord.MAIL_GREETING)).gap()
                .paragraph(words.of(StatementWord.BRIDGE_TEXT, mail.about()));
        mail.write();
        mail.page.gap().paragraph(words.of(StatementWord.BRIDGE_ASK)).gap().paragraph(words.of(StatementWord.MAIL_CLOSING))
                .paragraph(letter.company().name());
        return new OutgoingMail(letter.company().id(), MailKind.ACKNOWLEDGEMENT, letter.customer().id().number(), businessKey,
                post.from(), to, post.replyTo(), mail.subject() + post.token().map(token -> " " + token.inSubject()).orElse(""),
                mail.page.text(), mail.page.html(), mail.files(), words.language().toLanguageTag());
    }

    /** @param customerMail one sentence on what became of the mail to the customer */
    public static OutgoingMail toFinance(BridgeLetter letter, StatementWording words, String from, String businessKey,
                                         String customerMail) {
        BridgeMail mail = new BridgeMail(letter, words, true);
        mail.page.paragraph(words.of(StatementWord.BRIDGE_TEXT, mail.about()));
        mail.write();
        mail.page.gap();
        mail.told.reading(letter.bridge()).forEach(mail.page::paragraph);
        letter.remarks().stream().limit(LINES_MOST).map(Wording::line).forEach(mail.page::paragraph);
        mail.page.paragraph(customerMail);
        return new OutgoingMail(letter.company().id(), MailKind.FINANCE, "", businessKey, from,
                letter.company().financeMail(), letter.company().replyTo(), mail.subject(), mail.page.text(), mail.page.html(),
                mail.files(), words.language().toLanguageTag());
    }

    private Map<String, String> about() {
        return Map.of("company", letter.company().name(), "customer", letter.customer().id().number(), "number", letter.about(),
                "file", Wording.line(letter.fileName()));
    }

    private String subject() {
        return words.of(StatementWord.BRIDGE_SUBJECT, about());
    }

    private List<OutgoingMail.Attachment> files() {
        return List.of(new OutgoingMail.Attachment("bridge-" + letter.about().replaceAll("[^A-Za-z0-9.-]", "_") + ".xlsx", XLSX,
                BridgeWorkbook.of(letter, words, told.finance())));
    }

    private void write() {
        Bridge bridge = letter.bridge();
        page.paragraph(words.of(bridge.agrees() ? StatementWord.BRIDGE_AGREES : bridge.difference().isZero()
                ? StatementWord.BRIDGE_SAME_BALANCE : StatementWord.BRIDGE_DIFFERS)).gap();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(words.of(StatementWord.BRIDGE_OURS, "day", words.day(bridge.cutOff())), "",
                words.money(bridge.ours())));
        for (BridgeKind kind : BridgeKind.values()) {
            int count = bridge.lines(kind).size();
            if (count > 0) {
                rows.add(List.of(told.of(kind), Integer.toString(count), words.amount(bridge.steps().get(kind))));
            }
        }
        rows.add(List.of(words.of(StatementWord.BRIDGE_THEIRS, "day", words.day(bridge.theirDay())), "",
                words.money(bridge.theirs())));
        page.table(List.of(), rows);
        differences();
        if (bridge.unread() > 0) {
            page.gap().paragraph(words.of(StatementWord.BRIDGE_UNREAD, "count", Integer.toString(bridge.unread())));
        }
        page.gap().paragraph(words.of(StatementWord.BRIDGE_WORKBOOK));
    }

    private void differences() {
        List<BridgeLine> lines = letter.bridge().lines().stream().filter(line -> line.kind() != BridgeKind.AGREED
                || line.evidence().isToCheck()).toList();
        if (lines.isEmpty()) {
            return;
        }
        List<BridgeLine> shown = lines.subList(0, Math.min(LINES_MOST, lines.size()));
        List<List<String>> rows = shown.stream().map(line -> List.of(told.label(line), words.amount(line.ourAmount()),
                words.amount(line.theirAmount()), words.amount(line.difference()))).toList();
        page.heading(words.of(StatementWord.BRIDGE_LINES)).table(List.of(words.of(StatementWord.DOCUMENT),
                words.of(StatementWord.BRIDGE_OUR_AMOUNT), words.of(StatementWord.BRIDGE_THEIR_AMOUNT),
                words.of(StatementWord.FINANCE_DIFFERENCE)), rows).gap();
        shown.forEach(line -> page.paragraph(told.label(line) + ": " + sentence(line)));
        if (lines.size() > LINES_MOST) {
            page.paragraph(words.of(StatementWord.BRIDGE_MORE, "count", Integer.toString(lines.size() - LINES_MOST)));
        }
    }

    private String sentence(BridgeLine line) {
        String why = told.why(line);
        String first = line.kind() == BridgeKind.AGREED ? why : told.of(line.kind()) + ", " + why;
        return told.finance() && !told.suggestion(line).isEmpty() ? first + " → " + told.suggestion(line) : first;
    }
}
