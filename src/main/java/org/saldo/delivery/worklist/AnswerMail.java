package org.saldo.delivery.worklist;

import java.util.ArrayList;
import java.util.List;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.MailPage;
import org.saldo.delivery.OutgoingMail;
import org.saldo.ledger.Company;

/** The mail that answers a worklist or a file of instructions row by row: what was refused first, then the rest. */
public final class AnswerMail {

    private static final int TOLD = 60;
    private static final int TEXT_MAX = 300;

    private final WorklistWording words;
    private final List<Answer> answers;
    private final MailPage page = new MailPage();

    private AnswerMail(WorklistWording words, List<Answer> answers) {
        this.words = words;
        this.answers = answers;
    }

    /** Who answers, in whose language. */
    public record Sender(Company company, String from, WorklistWordings words) {

        private WorklistWording own() {
            return words.in(company.language());
        }
    }

    /** @param name of the file that is answered */
    public static OutgoingMail of(Sender sender, String to, long fileId, String name, List<Answer> answers) {
        return of(sender, to, "instructions/" + fileId, name, answers);
    }

    /** @param name of what is answered, such as the subject of a mail */
    public static OutgoingMail of(Sender sender, String to, String businessKey, String name, List<Answer> answers) {
        AnswerMail mail = new AnswerMail(sender.own(), answers);
        String counts = counts(sender.own(), answers);
        mail.page.paragraph(line(name) + ": " + counts + ".");
        mail.tell(HouseWord.ANSWER_REFUSED, Answer.State.REFUSED);
        mail.tell(HouseWord.ANSWER_WAITS, Answer.State.WAITS);
        mail.tell(HouseWord.ANSWER_DONE, Answer.State.DONE);
        mail.tell(HouseWord.ANSWER_KNOWN, Answer.State.KNOWN);
        return new OutgoingMail(sender.company().id(), MailKind.ACKNOWLEDGEMENT, "", businessKey, sender.from(), List.of(to), "",
                mail.words.of(HouseWord.ANSWER_SUBJECT, line(name), counts), mail.page.text(), mail.page.html(), List.of(),
                mail.words.language().toLanguageTag());
    }

    /** Tells finance of a file of instructions that came under a name which our mail server does not prove. */
    public static OutgoingMail notProved(Sender sender, List<String> finance, long fileId, String name, List<Answer> answers) {
        AnswerMail mail = new AnswerMail(sender.own(), answers);
        mail.page.paragraph(mail.words.of(HouseWord.NOT_PROVED, line(name)));
        mail.tell(HouseWord.NOT_PROVED_WHY, Answer.State.REFUSED);
        return new OutgoingMail(sender.company().id(), MailKind.ALERT, "", "instructions/" + fileId, sender.from(), finance, "",
                mail.words.of(HouseWord.NOT_PROVED_SUBJECT, line(name)), mail.page.text(), mail.page.html(), List.of(),
                mail.words.language().toLanguageTag());
    }

    /** {@code 9 done, 1 for a second person, 2 refused}. */
    static String counts(WorklistWording words, List<Answer> answers) {
        List<String> parts = new ArrayList<>();
        for (Answer.State state : List.of(Answer.State.DONE, Answer.State.WAITS, Answer.State.KNOWN, Answer.State.REFUSED)) {
            long count = answers.stream().filter(answer -> answer.state() == state).count();
            if (count > 0) {
                parts.add(words.of(HouseWord.valueOf("COUNT_" + state), count));
            }
        }
        return parts.isEmpty() ? words.of(HouseWord.COUNT_NOTHING) : String.join(", ", parts);
    }

    private void tell(HouseWord title, Answer.State state) {
        List<Answer> told = answers.stream().filter(answer -> answer.state() == state).toList();
        if (told.isEmpty()) {
            return;
        }
        page.heading(words.of(title));
        told.stream().limit(TOLD).forEach(answer -> page.paragraph(answer.words().isEmpty()
                ? words.of(HouseWord.ANSWER_ROW, answer.line(), line(answer.says()))
                : words.of(HouseWord.ANSWER_ROW_OF, answer.line(), line(words.told(answer.words())), line(answer.says()))));
        if (told.size() > TOLD) {
            page.paragraph(words.of(HouseWord.ANSWER_MORE, told.size() - TOLD));
        }
    }

    private static String line(String text) {
        String one = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return one.length() <= TEXT_MAX ? one : one.substring(0, TEXT_MAX - 1) + "…";
    }
}
