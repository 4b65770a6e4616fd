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

    private AnswerMail() {
    }

    /** @param name of the file that is answered */
    public static OutgoingMail of(Company company, String from, String to, long fileId, String name, List<Answer> answers) {
        return of(company, from, to, "instructions/" + fileId, name, answers);
    }

    /** @param name of what is answered, such as the subject of a mail */
    public static OutgoingMail of(Company company, String from, String to, String businessKey, String name,
            List<Answer> answers) {
        MailPage page = new MailPage();
        page.paragraph(line(name) + ": " + counts(answers) + ".");
        tell(page, "Refused", Answer.State.REFUSED, answers);
        tell(page, "Waits for a second person", Answer.State.WAITS, answers);
        tell(page, "Done", Answer.State.DONE, answers);
        tell(page, "Known already, nothing was done", Answer.State.KNOWN, answers);
        return new OutgoingMail(company.id(), MailKind.ACKNOWLEDGEMENT, "", businessKey, from, List.of(to), "",
                "Answer to " + line(name) + ": " + counts(answers), page.text(), page.html(), List.of(), "en");
    }

    /** Tells finance of a file of instructions that came under a name which our mail server does not prove. */
    public static OutgoingMail notProved(Company company, String from, List<String> finance, long fileId, String name,
            List<Answer> answers) {
        MailPage page = new MailPage();
        page.paragraph("A mail brought " + line(name) + ". Nothing of the mail was taken in, and nobody else was answered.");
        tell(page, "Why", Answer.State.REFUSED, answers);
        return new OutgoingMail(company.id(), MailKind.ALERT, "", "instructions/" + fileId, from, finance, "",
                "Instructions of a sender who is not proved: " + line(name), page.text(), page.html(), List.of(), "en");
    }

    /** {@code 9 done, 1 waits for a second person, 2 refused}. */
    static String counts(List<Answer> answers) {
        List<String> parts = new ArrayList<>();
        count(parts, answers, Answer.State.DONE, "done");
        count(parts, answers, Answer.State.WAITS, "for a second person");
        count(parts, answers, Answer.State.KNOWN, "known already");
        count(parts, answers, Answer.State.REFUSED, "refused");
        return parts.isEmpty() ? "nothing was decided in it" : String.join(", ", parts);
    }

    private static void count(List<String> parts, List<Answer> answers, Answer.State state, String word) {
        long count = answers.stream().filter(answer -> answer.state() == state).count();
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    private static void tell(MailPage page, String title, Answer.State state, List<Answer> answers) {
        List<Answer> told = answers.stream().filter(answer -> answer.state() == state).toList();
        if (told.isEmpty()) {
            return;
        }
        page.heading(title);
        told.stream().limit(TOLD).forEach(answer -> page.paragraph("Row " + answer.line()
                + (answer.words().isEmpty() ? ": " : ", " + line(answer.words()) + ": ") + line(answer.says())));
        if (told.size() > TOLD) {
            page.paragraph("and " + (told.size() - TOLD) + " more: the list lies in out/<company>/worklists");
        }
    }

    private static String line(String text) {
        String one = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return one.length() <= TEXT_MAX ? one : one.substring(0, TEXT_MAX - 1) + "…";
    }
}
