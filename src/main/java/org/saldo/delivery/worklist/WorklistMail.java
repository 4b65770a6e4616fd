package org.saldo.delivery.worklist;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
    private static final int TEXT_MAX = 110;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final LocalDate day;
    private final WorklistFigures figures;
    private final MailPage page = new MailPage();

    private WorklistMail(LocalDate day, WorklistFigures figures) {
        this.day = day;
        this.figures = figures;
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
            List<byte[]> workbook) {
        WorklistMail mail = new WorklistMail(day, figures);
        mail.received(told);
        mail.waits();
        mail.mostImportant();
        mail.secondPerson(told.waiting());
        mail.followUps(told.followUps());
        mail.rules(told.figures());
        mail.howTo(told.replyTo(), figures.lines().size());
        String subject = "Worklist of " + DAY.format(day) + ": " + mail.headline() + " · " + line(company.name());
        List<OutgoingMail.Attachment> attachments = workbook.stream().map(bytes ->
                new OutgoingMail.Attachment(fileName(day), WORKBOOK, bytes)).toList();
        return new OutgoingMail(company.id(), MailKind.WORKLIST, "", "worklist/" + company.id() + "/" + day, from,
                company.financeMail(), told.replyTo(), subject, mail.page.text(), mail.page.html(), attachments, "en");
    }

    /** {@code worklist-2026-11-05.xlsx}. */
    public static String fileName(LocalDate day) {
        return "worklist-" + day + ".xlsx";
    }

    private String headline() {
        if (figures.count() == 0) {
            return "nothing waits";
        }
        String amounts = figures.waiting().values().stream().map(waiting -> money(waiting.total()))
                .collect(Collectors.joining(" + "));
        return figures.count() + (figures.count() == 1 ? " payment waits" : " payments wait")
                + (amounts.isEmpty() ? "" : ", " + amounts);
    }

    private void received(Told told) {
        page.heading("Cash received since " + DAY.format(told.since()));
        if (told.received().isEmpty()) {
            page.paragraph("None was booked.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (CashReceived cash : told.received()) {
            rows.add(List.of(cash.amount().currency().getCurrencyCode(), Integer.toString(cash.payments()),
                    number(cash.amount()), number(cash.amount().minus(cash.waits())), number(cash.waits())));
        }
        page.table(List.of("Currency", "Payments", "Received", "Settled", "Waits"), rows);
    }

    private void waits() {
        page.heading("What waits for a decision");
        if (figures.count() == 0) {
            page.paragraph("Nothing: every payment is settled, or stays where it is by a person's word.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        figures.waiting().forEach((currency, waiting) -> rows.add(row(currency.getCurrencyCode(), waiting)));
        figures.moneyOut().forEach((currency, waiting) -> rows.add(row(currency.getCurrencyCode() + " out", waiting)));
        page.table(List.of("Currency", "Payments", "Amount", "0-3 days", "4-10", "11-30", "older"), rows);
    }

    private static List<String> row(String name, WorklistFigures.Waiting waiting) {
        List<String> row = new ArrayList<>(List.of(name, Integer.toString(waiting.rows()), number(waiting.total())));
        waiting.byAge().forEach(amount -> row.add(amount.isZero() ? "-" : number(amount)));
        return row;
    }

    private void mostImportant() {
        List<WorklistLine> lines = figures.lines().stream().limit(DECISIONS_TOLD).toList();
        if (lines.isEmpty()) {
            return;
        }
        page.heading(lines.size() == 1 ? "The decision" : "The decisions that matter most");
        for (int i = 0; i < lines.size(); i++) {
            WorklistLine line = lines.get(i);
            page.paragraph((i + 1) + ". " + line(line.paymentId()) + ", " + money(line.unapplied()) + ", " + since(line)
                    + ", " + line(line.payerName().isEmpty() ? "payer not named" : line.payerName()) + ": " + line.why());
            page.paragraph("    " + (line.proposals().isEmpty() ? "What settles it: " + line.settledBy()
                    : "Proposal 1: " + line(line.proposals().get(0).toString())));
        }
    }

    private void secondPerson(List<WaitingInstruction> waiting) {
        if (waiting.isEmpty()) {
            return;
        }
        page.heading("Waits for a second person");
        waiting.stream().limit(INSTRUCTIONS_TOLD).forEach(each -> page.paragraph(each.label() + ": " + line(each.words())
                + " (by " + line(each.proposedBy()) + "); saldo approve " + each.label() + ", or refuse"));
        if (waiting.size() > INSTRUCTIONS_TOLD) {
            page.paragraph("and " + (waiting.size() - INSTRUCTIONS_TOLD) + " more: saldo export instructions");
        }
    }

    private void followUps(List<FollowUp> all) {
        if (all.isEmpty()) {
            return;
        }
        page.heading("Disputes, promises and plans to look after");
        all.stream().limit(FOLLOW_UPS_TOLD).forEach(each -> page.paragraph(line(each.customer()) + ", "
                + shown(each.words(), 2 * TEXT_MAX)));
        if (all.size() > FOLLOW_UPS_TOLD) {
            page.paragraph("and " + (all.size() - FOLLOW_UPS_TOLD) + " more: saldo export disputes, promises, plans");
        }
    }

    private void rules(List<RuleFigures> all) {
        if (all.isEmpty()) {
            return;
        }
        page.heading("How far the rules came in the last " + FIGURES_DAYS + " days");
        all.forEach(each -> page.paragraph(each.amount().currency() + ": " + percent(BigDecimal.valueOf(each.applied()),
                BigDecimal.valueOf(each.payments())) + " of " + each.payments() + " payments applied, "
                + percent(each.appliedAmount().toDecimal(), each.amount().toDecimal()) + " of the amount; " + each.proposed()
                + " proposed, " + each.deferred() + " deferred; " + each.takenBack() + " taken back"));
    }

    private static String percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.DOWN) + " %";
    }

    private void howTo(String replyTo, int rows) {
        if (rows == 0) {
            return;
        }
        page.gap().paragraph("Choose in the yellow cells of the workbook, save it, and "
                + (replyTo.isEmpty() ? "drop it into inbox/instructions." : "send it back by answering this mail.")
                + " Each row is answered.");
        if (rows < figures.count()) {
            page.paragraph("The workbook has the " + rows + " most urgent rows; all: saldo export worklist");
        }
    }

    private String since(WorklistLine line) {
        long days = line.days(day);
        return days == 0 ? "of today" : days == 1 ? "1 day" : days + " days";
    }

    private static String money(Money amount) {
        return amount.currency() + " " + number(amount);
    }

    private static String number(Money amount) {
        return String.format(Locale.ROOT, "%,." + amount.currency().getDefaultFractionDigits() + "f", amount.toDecimal());
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
