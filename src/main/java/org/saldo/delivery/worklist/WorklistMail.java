package org.saldo.delivery.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.delivery.MailKind;
import org.saldo.delivery.MailPage;
import org.saldo.delivery.OutgoingMail;
import org.saldo.dunning.FollowUp;
import org.saldo.ledger.Company;
import org.saldo.money.Money;

/** The mail that brings the worklist: on one screen what came in, what waits, and the three decisions that matter most. */
public final class WorklistMail {

    /** Over how many days it is told how far rules come. */
    public static final int FIGURES_DAYS = 90;

    private static final int DECISIONS_TOLD = 3;
    private static final int INSTRUCTIONS_TOLD = 5;
    private static final int FOLLOW_UPS_TOLD = 10;
    private static final int RULES_TOLD = 3;
    private static final int TEXT_MAX = 110;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LocalDate day;
    private final WorklistFigures figures;
    private final WorklistWording words;
    private final MailPage page = new MailPage();

    private WorklistMail(LocalDate day, WorklistFigures figures, WorklistWording words) {
        this.day = day;
        this.figures = figures;
        this.words = words;
    }

    /**
     * What the mail tells beside the rows.
     *
     * @param since   the first day of the cash received
     * @param figures how far rules came in the last {@link #FIGURES_DAYS} days
     * @param waiting decisions for which a second person is needed
     * @param followUps disputes, promises and plans that a person has to look after
     * @param replyTo where the filled-in workbook is read; empty when no mailbox is
     */
    public record Told(LocalDate since, List<CashReceived> received, List<RuleFigures> figures,
            List<WaitingInstruction> waiting, List<FollowUp> followUps, String replyTo) {
    }

    /** @param workbook empty when nothing waits */
    public static OutgoingMail of(Company company, LocalDate day, WorklistFigures figures, Told told, String from,
            List<byte[]> workbook, WorklistWording words) {
        WorklistMail mail = new WorklistMail(day, figures, words);
        mail.received(told);
        mail.waits();
        mail.mostImportant();
        mail.secondPerson(told.waiting());
        mail.followUps(told.followUps());
        mail.rules(told.figures());
        mail.howTo(told.replyTo(), figures.lines().size());
        String subject = words.of(WorklistWord.SUBJECT, "day", words.day(day), "headline", mail.headline(), "company",
                line(company.name()));
        List<OutgoingMail.Attachment> attachments = workbook.stream().map(bytes ->
                new OutgoingMail.Attachment(fileName(day), WORKBOOK, bytes)).toList();
        return new OutgoingMail(company.id(), MailKind.WORKLIST, "", "worklist/" + company.id() + "/" + day, from,
                company.financeMail(), told.replyTo(), subject, mail.page.text(), mail.page.html(), attachments,
                words.language().toLanguageTag());
    }

    /** {@code worklist-2026-11-05.xlsx}. */
    public static String fileName(LocalDate day) {
        return "worklist-" + day + ".xlsx";
    }

    private String headline() {
        String amounts = figures.waiting().values().stream().map(waiting -> money(waiting.total()))
                .collect(Collectors.joining(" + "));
        return words.counted(figures.count()) + (amounts.isEmpty() ? "" : ", " + amounts);
    }

    private void received(Told told) {
        page.heading(words.of(WorklistWord.RECEIVED, "day", words.day(told.since())));
        if (told.received().isEmpty()) {
            page.paragraph(words.of(WorklistWord.RECEIVED_NONE));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (CashReceived cash : told.received()) {
            rows.add(List.of(cash.amount().currency().getCurrencyCode(), Integer.toString(cash.payments()),
                    number(cash.amount()), number(cash.amount().minus(cash.waits())), number(cash.waits())));
        }
        page.table(heads(WorklistWord.HEAD_CURRENCY, WorklistWord.HEAD_PAYMENTS, WorklistWord.HEAD_RECEIVED,
                WorklistWord.HEAD_SETTLED, WorklistWord.HEAD_WAITS), rows);
    }

    private List<String> heads(WorklistWord... heads) {
        return Stream.of(heads).map(words::of).toList();
    }

    private void waits() {
        page.heading(words.of(WorklistWord.WAITING));
        if (figures.count() == 0) {
            page.paragraph(words.of(WorklistWord.WAITING_NONE));
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        figures.waiting().forEach((currency, waiting) -> rows.add(row(currency.getCurrencyCode(), waiting)));
        figures.moneyOut().forEach((currency, waiting) -> rows.add(row(words.of(WorklistWord.MONEY_OUT, "currency",
                currency.getCurrencyCode()), waiting)));
        page.table(heads(WorklistWord.HEAD_CURRENCY, WorklistWord.HEAD_PAYMENTS, WorklistWord.HEAD_AMOUNT,
                WorklistWord.HEAD_3_DAYS, WorklistWord.HEAD_10_DAYS, WorklistWord.HEAD_30_DAYS, WorklistWord.HEAD_OLDER), rows);
    }

    private List<String> row(String name, WorklistFigures.Waiting waiting) {
        List<String> row = new ArrayList<>(List.of(name, Integer.toString(waiting.rows()), number(waiting.total())));
        waiting.byAge().forEach(amount -> row.add(amount.isZero() ? "-" : number(amount)));
        return row;
    }

    private void mostImportant() {
        List<WorklistLine> lines = figures.lines().stream().limit(DECISIONS_TOLD).toList();
        if (lines.isEmpty()) {
            return;
        }
        page.heading(words.of(lines.size() == 1 ? WorklistWord.DECISION : WorklistWord.DECISIONS));
        for (int i = 0; i < lines.size(); i++) {
            WorklistLine line = lines.get(i);
            page.paragraph((i + 1) + ". " + line(line.paymentId()) + ", " + money(line.unapplied()) + ", " + since(line)
                    + ", " + line(line.payerName().isEmpty() ? words.of(WorklistWord.PAYER_NOT_NAMED) : line.payerName()) + ": "
                    + words.why(line));
            page.paragraph("    " + (line.proposals().isEmpty()
                    ? words.of(WorklistWord.WHAT_SETTLES, "what", words.settledBy(line))
                    : words.of(WorklistWord.FIRST_PROPOSAL, "what", line(words.told(line.proposals().get(0))))));
        }
    }

    private void secondPerson(List<WaitingInstruction> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        page.heading(words.of(WorklistWord.SECOND_PERSON));
        waiting.stream().limit(INSTRUCTIONS_TOLD).forEach(each -> page.paragraph(words.of(WorklistWord.SECOND_PERSON_LINE,
                "id", each.label(), "person", line(each.proposedBy()), "what", line(words.told(each.words())))));
        if (waiting.size() > INSTRUCTIONS_TOLD) {
            page.paragraph(words.of(WorklistWord.SECOND_PERSON_MORE, "count",
                    Integer.toString(waiting.size() - INSTRUCTIONS_TOLD)));
        }
    }

    private void followUps(List<FollowUp> all) {
        if (all.isEmpty()) {
            return;
        }
        page.heading(words.of(WorklistWord.FOLLOW_UPS));
        all.stream().limit(FOLLOW_UPS_TOLD).forEach(each -> page.paragraph(line(each.customer()) + ", "
                + shown(words.told(each.words()), 2 * TEXT_MAX)));
        if (all.size() > FOLLOW_UPS_TOLD) {
            page.paragraph(words.of(WorklistWord.FOLLOW_UPS_MORE, "count", Integer.toString(all.size() - FOLLOW_UPS_TOLD)));
        }
    }

    private void rules(List<RuleFigures> all) {
        if (all.isEmpty()) {
            return;
        }
        page.heading(words.of(WorklistWord.RULES, "days", Integer.toString(FIGURES_DAYS)));
        all.forEach(each -> page.paragraph(words.of(WorklistWord.RULES_LINE, "currency", each.amount().currency().toString(),
                "share", percent(BigDecimal.valueOf(each.applied()), BigDecimal.valueOf(each.payments())),
                "payments", Long.toString(each.payments()),
                "amount-share", percent(each.appliedAmount().toDecimal(), each.amount().toDecimal()),
                "proposed", Long.toString(each.proposed()), "deferred", Long.toString(each.deferred()),
                "back", Long.toString(each.takenBack()))));
        all.stream().flatMap(each -> each.byRule().stream()).sorted(RuleUse.WEAKEST_FIRST).limit(RULES_TOLD)
                .forEach(use -> page.paragraph(words.of(WorklistWord.RULES_RULE, "rule", use.rule(),
                        "currency", use.amount().currency().toString(), "payments", Long.toString(use.payments()),
                        "lines", Long.toString(use.lines()), "amount", number(use.amount()),
                        "back", Long.toString(use.takenBack()))));
    }

    private String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.DOWN).toPlainString().replace(".",
                words.of(WorklistWord.FORMAT_DECIMAL)) + " %";
    }

    private void howTo(String replyTo, int rows) {
        if (rows == 0) {
            return;
        }
        page.gap().paragraph(words.of(replyTo.isEmpty() ? WorklistWord.HOW_BY_FOLDER : WorklistWord.HOW_BY_MAIL));
        if (rows < figures.count()) {
            page.paragraph(words.of(WorklistWord.HOW_MORE, "rows", Integer.toString(rows)));
        }
    }

    private String since(WorklistLine line) {
        long days = line.days(day);
        return days == 0 ? words.of(WorklistWord.OF_TODAY) : days == 1 ? words.of(WorklistWord.ONE_DAY)
                : words.of(WorklistWord.MANY_DAYS, "days", Long.toString(days));
    }

    private String money(Money amount) {
        return amount.currency() + " " + number(amount);
    }

    private String number(Money amount) {
        return words.number(amount);
    }

    /** Text from outside in one line, so that it cannot pose as more of the mail than it is. */
    private static String line(String text) {
        return shown(text, TEXT_MAX);
    }

    private static String shown(String text, int most) {
        String one = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return one.length() <= most ? one : one.substring(0, most - 1) + "…";
    }
}
