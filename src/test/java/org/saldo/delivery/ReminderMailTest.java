package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.Cover;
import org.saldo.dunning.Debt;
import org.saldo.dunning.FinalNotice;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Step;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.settings.SettingsException;

/** The shipped words in the four languages, and what data may not do to them. */
class ReminderMailTest {

    private static final Path SHIPPED = Path.of("config/templates");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 29);
    private static final CustomerId ACME = new CustomerId("main", "C-1");
    private static final String EVIL = "<b>x</b> ${1+1} <#if true>\r\nBcc: t@evil.example";

    private final ReminderMail mails = new ReminderMail(new Templates(SHIPPED, "en"), "Seller <hub@seller.example>");

    @ParameterizedTest
    @CsvSource({"en,'EUR 1,234.50','bank details do not change'", "de,'1.234,50 EUR',Bankverbindung ändert sich nicht",
        "es,'1.234,50 EUR',datos bancarios no cambian", "zh,'EUR 1,234.50',绝不会通过电子邮件更改银行账户",
        "fr,'1 234,50 EUR',bancaires ne changent pas", "pt,'1.234,50 EUR',bancários não mudam"})
    void textAndHtmlSayTheSameInTheCustomersLanguage(String language, String amount, String safety) {
        for (int level = 1; level <= 3; level++) {
            OutgoingMail mail = mail(company("Seller GmbH"), reminder(customer(language, "Ms Li"), level));
            assertThat(mail.language()).isEqualTo(language);
            for (String body : List.of(mail.text(), mail.html())) {
                assertThat(body).contains("INV-1", "INV-2", amount, safety, "Seller GmbH", "Ms Li", "20", "400");
            }
            assertThat(mail.subject()).contains("C-1").contains("Seller GmbH");
            assertThat(mail.html()).contains("<html lang=\"" + language + "\">").contains("<th scope=\"col\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,UPCOMING,Falling due soon,Nothing of it is late", "en,FINAL,'until 8 Nov 2026','by 8 Nov 2026'",
        "de,FINAL,bis 08.11.2026,letzte Mahnung", "de,DUE,Fällig,jetzt fällig", "es,FINAL,Último aviso,último aviso",
        "fr,UPCOMING,Bientôt,Rien n’est en retard", "pt,DUE,Vence agora,vence agora", "zh,FINAL,2026-11-08,最后一次通知"})
    void aNoticeAndAFinalNoticeHaveTheirOwnWords(String language, Step.Kind kind, String subject, String words) {
        Step step = new Step(kind, 1, 30, new Step.Pace(1, 0), Step.Least.NONE, new Step.Manner("reminder-" + kind.word(),
                Step.Channel.MAIL, List.of(Step.Recipient.CONTACT), false, Optional.of(10)));
        Reminder plain = reminder(customer(language, ""), 1);
        OutgoingMail mail = mail(company("Seller"), new Reminder(plain.customer(), plain.day(), 1, plain.sections(),
                Optional.of(step)));
        assertThat(mail.subject()).contains(subject);
        assertThat(mail.text()).contains(words, "INV-1");
        assertThat(mail.html()).contains("INV-1");
    }

    @Test
    void theLevelsDifferInTone() {
        assertThat(List.of(1, 2, 3).stream().map(level -> mail(company("Seller"), reminder(customer("de", ""), level))
                .subject().split(":")[0])).containsExactly("Zahlungserinnerung", "Zweite Mahnung", "Dritte Mahnung");
    }

    @Test
    void whatIsCreditedIsTakenOffBelowTheTable() {
        String text = mail(company("Seller"), reminder(customer("en", ""), 1)).text();
        assertThat(text).contains("Open in total: EUR 1,634.50", "Less credit and payments already here: −EUR 34.50",
                "To be paid: EUR 1,600.00");
        assertThat(text).contains("""
                Invoice  Due         Days overdue        Amount          Open  Reminder
                INV-1    9 Oct 2026            20  EUR 1,234.50  EUR 1,234.50  1
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en|Reminder: |further delay|final notice was on 1 Oct 2026; its last day, 11 Oct 2026",
        "de|Mahnung: |unverzüglich|letzte Mahnung war am 01.10.2026; ihr letzter Tag, der 11.10.2026",
        "es|Recordatorio de pago: |más demora|último aviso fue el 01/10/2026; su último día, el 11/10/2026",
        "fr|Rappel : |plus attendre|dernier avis date du 01/10/2026 ; son dernier jour, le 11/10/2026",
        "pt|Lembrete: |mais demora|último aviso foi em 01/10/2026; o seu último dia, 11/10/2026",
        "zh|付款提醒：|勿再拖延|已于2026-10-01发出最后通知，所定最后日期2026-10-11"})
    void eachRowSaysItsOwnLevelAndWhatTheFinalNoticeNamedStands(String language, String subject, String request, String stands) {
        FinalNotice before = new FinalNotice(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 11));
        Reminder.Line old = line(1, "1000.00", 4);
        Reminder reminder = new Reminder(customer(language, ""), DAY, 3, List.of(new Reminder.Section(
                Currency.getInstance("EUR"), 4, List.of(new Reminder.Line(old.debt(), 4, 60, old.excluded(), Optional.of(before)),
                line(2, "50.00", 3), line(3, "7.00", 1)), Money.of("EUR", "0.00"), Money.of("EUR", "0.00"), List.of())));
        OutgoingMail mail = mail(company("Seller"), reminder);
        assertThat(mail.subject()).startsWith(subject);
        String word = Map.of("en", "final notice", "de", "letzte Mahnung", "es", "último aviso", "fr", "dernier avis", "pt",
                "último aviso", "zh", "最后通知").get(language);
        assertThat(mail.text().lines().filter(row -> row.startsWith("INV-"))
                .map(row -> row.replaceAll(".*(EUR|[0-9][.][0-9]{2})  +", "")))
                .startsWith(word, "3", "1");
        assertThat(mail.text()).contains("INV-1" + (language.equals("fr") ? " : " : language.equals("zh") ? "：" : ": "), stands,
                request);
        assertThat(mail.html()).contains(stands, ">3</td>", ">1</td>");
        assertThat(mails.printed(ReminderLetter.of(company("Seller"), reminder, InterestNotice.NONE), "key").lines())
                .extracting(printed -> String.join("|", printed.cells())).anyMatch(row -> row.contains(stands))
                .anyMatch(row -> row.startsWith("INV-3|") && row.endsWith("|1"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en|Interest under § 288 BGB until 28 Oct 2026: EUR 12.34|"
            + "Costs of collecting, lump sum under § 288 BGB: EUR 80.00"
            + "|not part of the amount above|does not change the agreed terms",
        "de|Zinsen nach § 288 BGB bis 28.10.2026: 12,34 EUR|nach § 288 BGB: 80,00 EUR|"
            + "im Betrag oben nicht enthalten|ändert weder die vereinbarten",
        "es|Intereses según § 288 BGB hasta el 28/10/2026: 12,34 EUR|fija según § 288 BGB: 80,00 EUR|"
            + "No está incluido|no modifica las condiciones",
        "zh|按§ 288 BGB计算至2026-10-28的逾期利息: EUR 12.34|按§ 288 BGB的定额催收费用: EUR 80.00|上述金额不含此项|不变更合同约定的付款期限",
        "fr|Intérêts selon § 288 BGB jusqu’au 28/10/2026: 12,34 EUR|"
            + "forfait selon § 288 BGB: 80,00 EUR|non compris|ne modifie ni les",
        "pt|Juros segundo § 288 BGB até 28/10/2026: 12,34 EUR|"
            + "valor fixo segundo § 288 BGB: 80,00 EUR|não está incluído|não altera"})
    void interestIsSaidApartWithItsLawAndDay(String language, String interest, String lumpSum, String note, String reserve) {
        InterestNotice.Sum sum = new InterestNotice.Sum("§ 288 BGB", DAY.minusDays(1), Money.of("EUR", "12.34"),
                Money.of("EUR", "80.00"), List.of());
        Reminder reminder = reminder(customer(language, ""), 3);
        OutgoingMail told = mails.of(ReminderLetter.of(company("Seller"), reminder,
                new InterestNotice(false, List.of(sum), Optional.empty())), "k");
        OutgoingMail kept = mails.of(ReminderLetter.of(company("Seller"), reminder,
                new InterestNotice(true, List.of(), Optional.empty())), "k");
        for (String body : List.of(told.text(), told.html())) {
            assertThat(body).contains(interest, lumpSum, note).doesNotContain(reserve);
        }
        for (String body : List.of(kept.text(), kept.html())) {
            assertThat(body).contains(reserve).doesNotContain(note, "288");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void everyWordOfTheTextStandsInTheHtmlAndTheOtherWayRound(String language) {
        Reminder reminder = reminder(customer(language, "Ms Li"), 2);
        Debt later = new Debt(9, "INV-9", DAY.minusDays(9), DAY.plusDays(9), Money.of("EUR", "77.00"),
                Money.of("EUR", "77.00"), 0, Optional.empty());
        List<Cover> here = List.of(new Cover(Cover.Kind.CREDIT_NOTE, "CN-5", Money.of("EUR", "20.00"), DAY),
                new Cover(Cover.Kind.UNAPPLIED, "P-5", Money.of("EUR", "14.50"), DAY));
        PaymentPart part = new PaymentPart("Seller GmbH", "DE89 3704 0044 0532 0130 00", "COBADEFFXXX", "Example Bank",
                "RF18 5390 0754 7034", "BCD");
        OutgoingMail mail = mails.of(ReminderLetter.of(company("Seller GmbH"), reminder, InterestNotice.NONE)
                .beside(new DunningCase(reminder.customer(), List.of(later), here, Optional.empty(), Optional.empty()))
                .paidTo(Map.of(Currency.getInstance("EUR"), part))
                .writtenTo(List.of("pay@acme.example"), Optional.of(new Contact("Ana Ruiz", "+49 40 1", "ana@seller.example")))
                .after(Optional.of(new ReminderLetter.LastStatement("ST-2026-09-C1", DAY)), List.of())
                .answeredBy(new ReplyPart("a@seller.example", "[RM-20261029-C1-J6845Y9R2NT9X98F0AHE]")), "key");
        List<String> html = words(mail.html().replaceAll("(?s)<(head|td style=\"padding: 12px; text-align: center)"
                + ".*?</(head|td)>", " ").replaceAll("<[^>]*>", " "));
        assertThat(words(mail.text())).containsExactlyInAnyOrderElementsOf(html);
        assertThat(mail.text()).contains("CN-5", "INV-9", "RF18 5390", "Ana Ruiz, +49 40 1, ana@seller.example", "ST-2026-09-C1")
                .doesNotContain("P-5", "{", "}");
        assertThat(mail.subject()).endsWith(" [RM-20261029-C1-J6845Y9R2NT9X98F0AHE]");
        assertThat(mail.html().split("mailto:a@seller.example[?]subject=[^\"]*RM-20261029-C1-J6845Y9R2NT9X98F0AHE%5D&amp;body="))
                .as("four ways to answer").hasSize(5);
        assertThat(mail.attachments()).extracting(OutgoingMail.Attachment::name).containsExactly("pay-eur.png");
    }

    @Test
    void ofWhatIsNotYetDueAsMuchIsListedAsThePolicySaysAndTheSumHasAll() {
        Reminder reminder = reminder(customer("en", "Ms Li"), 2);
        List<Debt> later = IntStream.range(0, 5).mapToObj(i -> new Debt(10 + i, "LATER-" + i, DAY, DAY.plusDays(i + 1),
                Money.of("EUR", "10.00"), Money.of("EUR", "10.00"), 0, Optional.empty())).toList();
        ReminderLetter letter = ReminderLetter.of(company("Seller GmbH"), reminder, InterestNotice.NONE).beside(new DunningCase(
                reminder.customer(), later, List.of(), Optional.empty(), Optional.empty()));
        assertThat(new ReminderMail(new Templates(Path.of("config/templates"), "en"), "hub@seller.example", 2)
                .of(letter, "key").text()).contains("LATER-1", "and 3 more", "EUR 50.00").doesNotContain("LATER-2");
        assertThat(mails.of(letter, "key").text()).contains("LATER-4");
    }

    private static List<String> words(String text) {
        return List.of(text.replace("&#39;", "'").replaceAll("[-·:,，：。()（）\\s\u00a0]+", " ").strip().split(" "));
    }

    @Test
    void aLanguageThatIsNotThereIsWrittenInTheHouseLanguage() {
        assertThat(mail(company("Seller"), reminder(customer("it", ""), 1)).language()).isEqualTo("en");
        assertThat(mail(company("Seller"), reminder(customer("../en", ""), 1)).language()).isEqualTo("en");
        assertThat(mail(company("Seller"), reminder(customer("DE", ""), 1)).language()).isEqualTo("de");
    }

    @Test
    void dataIsShownAndNeverRun() {
        OutgoingMail mail = mail(company(EVIL), reminder(customer("en", EVIL), 1));
        assertThat(mail.html()).doesNotContain("<b>x</b>").contains("&lt;b&gt;x&lt;/b&gt; ${1+1} &lt;#if true&gt; Bcc");
        assertThat(mail.text()).contains("<b>x</b> ${1+1} <#if true> Bcc: t@evil.example").doesNotContain("\nBcc");
        assertThat(mail.subject()).doesNotContain("\n").doesNotContain("\r");
    }

    @Test
    void aStepWithoutWordsStopsTheStart() {
        mails.require(Set.of("reminder-1", "reminder-2", "reminder-3"));
        assertThatThrownBy(() -> mails.require(Set.of("reminder-4"))).isInstanceOf(SettingsException.class)
                .hasMessageContaining("reminder-4.ftl");
        assertThatThrownBy(() -> new Templates(SHIPPED, "xx")).isInstanceOf(SettingsException.class)
                .hasMessageContaining("house language");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${nothing}", "<#if>", "${\"freemarker.template.utility.Execute\"?new()}",
        "<#include \"/../../secret.txt\">"})
    void aTemplateThatAsksForWhatItMayNotHaveIsNamedWithTheFault(String template, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("t/en"));
        Files.writeString(folder.resolve("t/en/bad.ftl"), template);
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Templates templates = new Templates(folder.resolve("t"), "en");
        assertThatThrownBy(() -> templates.render("en", "bad.ftl", Map.of())).isInstanceOf(SettingsException.class)
                .hasMessageContaining("bad.ftl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void financeIsToldOnOneScreenInItsOwnLanguage(String language) {
        ReminderSummary summary = new ReminderSummary(new Templates(SHIPPED, "en"), "hub@seller.example");
        List<Withheld> withheld = IntStream.range(0, 40).mapToObj(i -> new Withheld(
                new CustomerId("main", "C-" + i), Withheld.Reason.COVERED, Words.said("covered by P-" + i),
                Optional.of(Money.of("EUR", "1.00")))).toList();
        CompanyReminders result = new CompanyReminders("main", DAY, Optional.empty(), List.of(new CompanyReminders.Reminded(
                ACME, "ACME", 2, List.of(Money.of("EUR", "5.00")))), withheld, List.of(new CompanyReminders.Expired(ACME,
                new Cover(Cover.Kind.WAITING, "P-77", Money.of("EUR", "9.00"), DAY))));
        Company company = new Company("main", "Seller", List.of(), "", "DE", Locale.forLanguageTag(language),
                ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "",
                List.of("finance@seller.example"));
        OutgoingMail mail = summary.of(company, result, 7).orElseThrow();
        assertThat(mail.language()).isEqualTo(language);
        assertThat(mail.text().lines().count()).isLessThanOrEqualTo(24);
        assertThat(mail.text()).contains("C-0  covered by P-0", "+ 25", "40 × ");
        assertThat(summary.alarm(company, result).orElseThrow().text()).contains("P-77");
        CompanyReminders nothing = new CompanyReminders("main", DAY, Optional.empty(), List.of(), List.of(), List.of());
        assertThat(summary.of(company, nothing, 7)).isEmpty();
    }

    private OutgoingMail mail(Company company, Reminder reminder) {
        return mails.of(ReminderLetter.of(company, reminder, InterestNotice.NONE), "key");
    }

    private static Reminder reminder(Customer customer, int level) {
        List<Reminder.Line> lines = List.of(line(1, "1234.50", level), line(2, "400.00", level));
        return new Reminder(customer, DAY, level, List.of(new Reminder.Section(Currency.getInstance("EUR"), level, lines,
                Money.of("EUR", "34.50"), Money.of("EUR", "34.50"), List.of())));
    }

    private static Reminder.Line line(long id, String open, int level) {
        Money amount = Money.of("EUR", open);
        return new Reminder.Line(new Debt(id, "INV-" + id, DAY.minusDays(50), DAY.minusDays(20), amount, amount, level,
                Optional.empty()), level, 20, Money.of("EUR", "0.00"));
    }

    private static Customer customer(String language, String contact) {
        return new Customer(ACME, "ACME", "DE", language, "EUR", "pay@acme.example", "", "", "", "", "", "", "", contact, "",
                "", Optional.empty(), "", "", "", false, false);
    }

    private static Company company(String name) {
        return new Company("main", name, List.of("Hafen 1"), "", "DE", Locale.ENGLISH, ZoneId.of("Europe/Berlin"),
                Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "answers@seller.example", List.of());
    }
}
