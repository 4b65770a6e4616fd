package org.saldo.intake.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.intake.SafeName;
import org.saldo.statement.answer.Heard;

/**
 * A mail that came in, read. Addresses are in lower case; {@code from} is empty when the mail has not exactly one sender.
 *
 * @param name       what the mail calls its sender, where that looks like the name of a person; it proves nothing
 * @param recipients whom it was addressed or delivered to, as far as the mail says
 * @param answersTo  the Message-IDs that it says it answers, with their brackets, the nearest first
 * @param text       what a person would read, with quoted parts behind {@code >}; empty when there is none
 * @param reports    what a mail server or program says about a mail of ours, of each recipient that it names; empty unless it
 *                   is such a report
 * @param faults     what could not be read, in words; empty for a sound mail
 */
public record InboundMail(Optional<String> from, String name, List<String> recipients, String subject, List<String> answersTo,
                          Nature nature, SenderProof proof, String text, List<Attachment> attachments,
                          List<Report> reports, List<String> faults) {

    /** Who or what wrote it, by its headers. */
    public enum Nature { PERSON, AUTOMATIC, LIST, READ_RECEIPT, DELIVERY_REPORT }

    /** A file that it brings; its name is only a name, its type only what the sender says. */
    public record Attachment(String name, String type, byte[] bytes) {
    }

    /** A delivery report (RFC 3464): what became of which mail of ours, to whom, and by which status code. */
    public record Report(String action, String status, String recipient, String originalMessageId) {

        public boolean isFailure() {
            return action.equals("failed");
        }
    }

    public InboundMail {
        recipients = List.copyOf(recipients);
        answersTo = List.copyOf(answersTo);
        attachments = List.copyOf(attachments);
        reports = List.copyOf(reports);
        faults = List.copyOf(faults);
    }

    /** What it reports of the first recipient who did not get the mail, else of the first one. */
    public Optional<Report> report() {
        return reports.stream().filter(Report::isFailure).findFirst().or(() -> reports.stream().findFirst());
    }

    /** The files that it brings, by names that are safe for a folder, each once. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Attachment file : attachments) {
            String safe = SafeName.of(file.name());
            files.put(files.containsKey(safe) ? (files.size() + 1) + "-" + safe : safe, file.bytes());
        }
        return files;
    }

    /** As the rules for answers see it. */
    public Heard.Nature heard() {
        if (!faults.isEmpty()) {
            return Heard.Nature.UNREADABLE;
        }
        if (reports.stream().anyMatch(Report::isFailure)) {
            return Heard.Nature.UNDELIVERED;
        }
        return nature == Nature.PERSON ? Heard.Nature.PERSON : Heard.Nature.MACHINE;
    }
}
