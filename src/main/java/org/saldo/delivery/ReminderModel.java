package org.saldo.delivery;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.saldo.dunning.Cover;
import org.saldo.dunning.Debt;
import org.saldo.dunning.Reminder;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;

/** What the templates of a reminder may show: texts, numbers, and lists and maps of them. */
final class ReminderModel {

    private final ReminderLetter letter;
    private final Wording wording;
    private final int notDueMost;

    /** @param notDueMost so many items that are not yet due are listed in a currency; the others are counted */
    ReminderModel(ReminderLetter letter, Wording wording, int notDueMost) {
        this.letter = letter;
        this.notDueMost = notDueMost;
        this.wording = wording;
    }

    /** The name under which the mail shows the code for paying in a currency. */
    static String pictureOf(Currency currency) {
        return "pay-" + currency.getCurrencyCode().toLowerCase(Locale.ROOT) + ".png";
    }

    Map<String, Object> of(String from) {
        Reminder reminder = letter.reminder();
        Company company = letter.company();
        Customer customer = reminder.customer();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("level", reminder.level());
        model.put("lastDay", reminder.lastDay().map(wording::day).orElse(""));
        model.put("mixed", reminder.isMixed());
        model.put("askedLead", String.join(" + ", reminder.askedOfLeading().stream().map(wording::amount).toList()));
        model.put("early", reminder.incentives().early().stream().map(each -> Wording.line(each.document()) + ": "
                + wording.amount(each.amount()) + " (" + wording.day(each.until()) + ")").toList());
        model.put("offers", reminder.incentives().offers().stream().map(each -> Wording.line(each.document()) + ": "
                + wording.amount(each.amount()) + " (" + wording.day(each.terms().until()) + ")").toList());
        model.put("points", reminder.incentives().points().map(String::valueOf).orElse(""));
        model.put("day", wording.day(reminder.day()));
        model.put("company", Map.of("name", Wording.line(company.name()), "taxId", Wording.line(company.taxId()),
                "address", company.address().stream().map(Wording::line).toList()));
        model.put("customer", Map.of("name", Wording.line(customer.name()), "number", Wording.line(customer.id().number()),
                "contact", Wording.line(customer.contactName())));
        model.put("sections", reminder.sections().stream().map(this::section).toList());
        model.put("reserved", letter.notice().reserved());
        model.put("asked", String.join(" + ", reminder.sections().stream()
                .map(section -> wording.amount(section.asked())).toList()));
        String address = letter.reply().address().isEmpty() ? from : letter.reply().address();
        model.put("reply", Map.of("address", MailAddress.of(address).address(), "token", letter.reply().token()));
        letter.statement().ifPresent(last -> model.put("statement", Map.of("reference", last.reference(),
                "day", wording.day(last.cutOff()), "attached", !letter.files().isEmpty())));
        letter.contact().ifPresent(contact -> model.put("contact", Map.of("name", Wording.line(contact.name()),
                "phone", Wording.line(contact.phone()), "mail", contact.mail())));
        return model;
    }

    private Map<String, Object> section(Reminder.Section section) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Reminder.Line line : section.lines()) {
            rows.add(Map.of("document", Wording.line(line.debt().document()), "issued", wording.day(line.debt().issued()),
                    "due", wording.day(line.debt().due()), "amount", wording.amount(line.debt().amount()),
                    "open", wording.amount(line.debt().open()), "days", line.daysOverdue(), "level", line.level(),
                    "final", letter.reminder().lastDay(line).isPresent()));
        }
        Map<String, Object> model = new LinkedHashMap<>(Map.of("currency", section.currency().getCurrencyCode(), "rows", rows,
                "open", wording.amount(section.open()), "asked", wording.amount(section.asked()),
                "credited", orNothing(section.credited()), "excluded", orNothing(section.excluded()),
                "notAskedFor", section.notAskedFor().stream().map(each -> Map.of("document", Wording.line(each.document()),
                        "amount", wording.amount(each.amount()), "mark", each.mark().name(),
                        "until", each.until().map(wording::day).orElse(""))).toList()));
        model.put("finals", section.lines().stream().filter(line -> line.finalNotice().isPresent()).map(line -> Map.of(
                "document", Wording.line(line.debt().document()), "day", wording.day(line.finalNotice().get().said()),
                "lastDay", wording.day(line.finalNotice().get().lastDay()))).toList());
        model.put("here", here(section.currency()));
        model.put("later", later(section.currency()));
        payment(section).ifPresent(pay -> model.put("pay", pay));
        letter.notice().sums().stream().filter(sum -> sum.interest().currency().equals(section.currency())).findFirst()
                .ifPresent(sum -> model.put("interest", Map.of("law", Wording.line(sum.law()),
                        "until", wording.day(sum.last()), "amount", orNothing(sum.interest()),
                        "lumpSums", orNothing(sum.lumpSums()),
                        "fee", sum.fee().map(fee -> wording.amount(fee.amount())).orElse(""))));
        return model;
    }

    private List<Map<String, String>> here(Currency currency) {
        return letter.here().stream().filter(cover -> cover.amount().currency().equals(currency))
                .map(cover -> Map.of("kind", cover.kind().name(), "day", wording.day(cover.since()),
                        "document", cover.kind() == Cover.Kind.CREDIT_NOTE ? Wording.line(cover.label()) : "",
                        "amount", wording.amount(cover.amount()))).toList();
    }

    /** The first of what is not yet due, how many more there are, and the sum of all. */
    private Map<String, Object> later(Currency currency) {
        List<Debt> debts = letter.notDue().stream().filter(debt -> debt.open().currency().equals(currency)).toList();
        Money sum = debts.stream().map(Debt::open).reduce(Money.zero(currency), Money::plus);
        List<Map<String, String>> rows = debts.stream().limit(notDueMost).map(debt -> Map.of(
                "document", Wording.line(debt.document()), "due", wording.day(debt.due()),
                "open", wording.amount(debt.open()))).toList();
        return Map.of("rows", rows, "more", debts.size() - rows.size(), "sum", wording.amount(sum));
    }

    private Optional<Map<String, String>> payment(Reminder.Section section) {
        return Optional.ofNullable(letter.payments().get(section.currency())).map(part -> Map.of(
                "amount", wording.amount(section.asked()), "holder", Wording.line(part.holder()), "account", part.account(),
                "bic", part.bic(), "bank", Wording.line(part.bankName()), "reference", Wording.line(part.reference()),
                "picture", part.qrText().isEmpty() ? "" : pictureOf(section.currency())));
    }

    private String orNothing(Money amount) {
        return amount.isZero() ? "" : wording.amount(amount);
    }
}
