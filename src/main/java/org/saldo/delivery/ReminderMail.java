package org.saldo.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.saldo.dunning.Reminder;
import org.saldo.ledger.Customer;

/**
 * A reminder as a mail: the layouts {@code layout/reminder.*} are filled with the words of {@code reminder.ftl} and
 * those of its step in the customer's language. Text and HTML say the same, the table included.
 */
public final class ReminderMail {

    private static final String WORDS = "reminder.ftl";

    private final Templates templates;
    private final String from;
    private final int notDueMost;

    /** With as many items that are not yet due as usual. */
    public ReminderMail(Templates templates, String from) {
        this(templates, from, ReminderTerms.NOT_DUE_USUAL);
    }

    /**
     * @param from       the sender of every mail
     * @param notDueMost so many items that are not yet due are listed in a currency
     */
    public ReminderMail(Templates templates, String from, int notDueMost) {
        this.templates = templates;
        this.from = from;
        this.notDueMost = notDueMost;
        MailAddress.of(from);
    }

    /** @throws org.saldo.settings.SettingsException when the house language lacks one of the words of these names */
    public void require(Set<String> names) {
        templates.require(WORDS);
        names.forEach(name -> templates.require(name + ".ftl"));
    }

    /** The mail to the letter's addresses, which must be usable ones; its subject carries the token of the reply. */
    public OutgoingMail of(ReminderLetter letter, String businessKey) {
        Customer customer = letter.reminder().customer();
        String language = languageOf(letter);
        Map<String, Object> model = model(letter, language);
        String subject = Wording.line(templates.render("layout", "reminder.subject.ftl", model));
        return new OutgoingMail(letter.company().id(), MailKind.REMINDER, customer.id().number(), businessKey, from,
                letter.to(), letter.reply().address(),
                letter.reply().token().isEmpty() ? subject : subject + " " + letter.reply().token(),
                templates.render("layout", "reminder.text.ftl", model),
                templates.render("layout", "reminder.html.ftlh", model), attachments(letter), language)
                .copiedTo(ReminderCopies.of(letter));
    }

    /** The letter to print, with the same figures; its day is the reminder's. */
    public PrintedReminder printed(ReminderLetter letter, String businessKey) {
        String language = languageOf(letter);
        List<PrintedReminder.Line> lines = new ArrayList<>();
        String title = "";
        String codeText = "";
        for (String line : templates.render("layout", "reminder.letter.ftl", model(letter, language)).lines().toList()) {
            List<String> cells = List.of(line.split("\t", -1));
            switch (cells.get(0)) {
                case "" -> { }
                case "HEAD" -> title = Wording.line(cells.get(1));
                case "CODE" -> codeText = cells.get(1);
                default -> lines.add(new PrintedReminder.Line(PrintedReminder.Kind.valueOf(cells.get(0)),
                        cells.subList(1, cells.size())));
            }
        }
        String code = letter.payments().values().stream().map(PaymentPart::qrText).filter(text -> !text.isEmpty()).findFirst()
                .orElse("");
        return new PrintedReminder(businessKey, title, templates.wording(language).day(letter.reminder().day()),
                letter.reminder().day(), letter.company(), letter.reminder().customer(), language, lines, code, codeText);
    }

    private String languageOf(ReminderLetter letter) {
        return templates.languageFor(letter.reminder().customer().language().toLowerCase(Locale.ROOT),
                template(letter.reminder()) + ".ftl");
    }

    private static String template(Reminder reminder) {
        return reminder.step().map(step -> step.manner().template()).orElse("reminder-" + reminder.level());
    }

    private Map<String, Object> model(ReminderLetter letter, String language) {
        Map<String, Object> model = new ReminderModel(letter, templates.wording(language), notDueMost).of(from);
        model.put("language", language);
        model.put("template", template(letter.reminder()));
        return model;
    }

    /** The codes for paying, which the HTML shows, then the files. */
    private static List<OutgoingMail.Attachment> attachments(ReminderLetter letter) {
        List<OutgoingMail.Attachment> all = new ArrayList<>();
        letter.reminder().sections().stream().map(Reminder.Section::currency).forEach(currency ->
                Optional.ofNullable(letter.payments().get(currency)).filter(part -> !part.qrText().isEmpty())
                        .ifPresent(part -> all.add(new OutgoingMail.Attachment(ReminderModel.pictureOf(currency), "image/png",
                                QrPicture.png(part.qrText())))));
        all.addAll(letter.files());
        return all;
    }
}
