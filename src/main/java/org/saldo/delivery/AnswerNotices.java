package org.saldo.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.saldo.delivery.worklist.HouseWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.ReplyToken;

/** Short mails about answers: to the customer what was recorded, or that it is asked again; to finance what waits. */
public final class AnswerNotices {

    private AnswerNotices() {
    }

    /** What makes it the same reminder again: the first one to answer this statement, the second one, and so on. */
    public static String chaseKey(StatementKey statement, int number) {
        return "ASK/" + statement + "/" + number;
    }

    /** What makes it the same acknowledgement again. */
    public static String recordedKey(StatementKey statement, long answer) {
        return "ANSWER/" + statement + "/" + answer;
    }

    /** Whether a mail with this business key reminds of this statement, or tells what was recorded of it. */
    public static boolean isAbout(StatementKey statement, String businessKey) {
        int end = businessKey.lastIndexOf('/') + 1;
        String number = businessKey.substring(end);
        return number.matches("\\d{1,18}") && (businessKey.equals(recordedKey(statement, Long.parseLong(number)))
                || number.length() < 10 && businessKey.equals(chaseKey(statement, Integer.parseInt(number))));
    }

    /**
     * About which statement, to whom, in which words.
     *
     * @param closing    positive when the customer owes
     * @param legalLines what the customer's country wants said beside a statement, in the words' language
     */
    public record Notice(Company company, StatementKey statement, Money closing, StatementWording words, ReplyToken token,
                         String from, String replyTo, List<String> to, List<String> legalLines) {

        private Map<String, String> about() {
            return Map.of("month", words.month(statement.month()), "company", company.name(),
                    "customer", statement.customer().number(), "amount", words.money(closing));
        }
    }

    /** @param outcome what a customer can say */
    public static OutgoingMail recorded(Notice notice, Outcome outcome, LocalDate day, String businessKey) {
        StatementWord word = switch (outcome) {
            case CONFIRMED -> StatementWord.ANSWER_RECORDED_CONFIRMED;
            case CONFIRMED_WITH_DIFFERENCES -> StatementWord.ANSWER_RECORDED_DIFFERENCES;
            case DISPUTED -> StatementWord.ANSWER_RECORDED_DISPUTED;
            case NO_REPLY, SUPERSEDED -> throw new IllegalArgumentException(outcome + " is no answer of a customer");
        };
        String sentence = notice.words().of(word, notice.about()).replace("{day}", notice.words().day(day));
        MailPage page = new MailPage().paragraph(notice.words().of(StatementWord.MAIL_GREETING)).gap().paragraph(sentence);
        return mail(notice, MailKind.ACKNOWLEDGEMENT, StatementWord.ANSWER_RECORDED_SUBJECT, page, businessKey);
    }

    /** Asks again for an answer. */
    public static OutgoingMail chase(Notice notice, String businessKey) {
        MailPage page = new MailPage().paragraph(notice.words().of(StatementWord.MAIL_GREETING)).gap()
                .paragraph(notice.words().of(StatementWord.ANSWER_CHASE_TEXT, notice.about())).gap();
        StatementMail.howToAnswer(page, notice.words());
        page.gap().paragraph(notice.words().of(StatementWord.NOTE_SAFETY));
        notice.legalLines().forEach(page::paragraph);
        return mail(notice, MailKind.STATEMENT, StatementWord.ANSWER_CHASE_SUBJECT, page, businessKey);
    }

    private static OutgoingMail mail(Notice notice, MailKind kind, StatementWord subject, MailPage page, String businessKey) {
        page.gap().paragraph(notice.words().of(StatementWord.MAIL_CLOSING)).paragraph(notice.company().name());
        return new OutgoingMail(notice.company().id(), kind, notice.statement().customer().number(), businessKey,
                notice.from(), notice.to(), notice.replyTo(),
                notice.words().of(subject, notice.about()) + " " + notice.token().inSubject(), page.text(), page.html(),
                List.of(), notice.words().language().toLanguageTag());
    }

    /**
     * @param lines   one for each answer that waits for a person, the oldest first; not more than can be read
     * @param waiting how many wait
     * @param told    one line for each currency: how far the month before was answered
     */
    public static OutgoingMail waiting(Company company, WorklistWording words, List<String> lines, int waiting, List<String> told,
                                       String from, String businessKey) {
        MailPage page = new MailPage().paragraph(words.of(HouseWord.WAITING_HOW)).gap();
        lines.forEach(page::paragraph);
        if (waiting > lines.size()) {
            page.paragraph(words.of(HouseWord.WAITING_MORE, waiting - lines.size()));
        }
        page.gap();
        told.forEach(page::paragraph);
        return new OutgoingMail(company.id(), MailKind.ALERT, "", businessKey, from, company.financeMail(), "",
                words.of(HouseWord.WAITING_SUBJECT, company.name(), waiting), page.text(), page.html(), List.of(),
                words.language().toLanguageTag());
    }
}
