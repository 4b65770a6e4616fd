package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saldo.dunning.Cases.DAY;
import static org.saldo.dunning.Cases.eur;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saldo.dunning.Debt;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Step;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;

class ReminderCopiesTest {

    private static final Company MAIN = new Company("main", "Seller", List.of(), "", "DE", Locale.ENGLISH,
            ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "",
            List.of("finance@seller.example"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ana@seller.example|CONTACT|''",
        "ana@seller.example|CONTACT SALESPERSON|ana@seller.example",
        "S-7|CONTACT SALESPERSON|''",
        "PAY@acme.example|CONTACT SALESPERSON|''",
        "S-7|CONTACT SALESPERSON FINANCE|finance@seller.example",
        "finance@seller.example|CONTACT SALESPERSON FINANCE|finance@seller.example"})
    void copiesGoToWhoTheStepNamesOnceEach(String salesperson, String recipients, String expected) {
        Customer customer = new Customer(new CustomerId("main", "C-1"), "ACME", "DE", "en", "EUR", "pay@acme.example", "", "",
                salesperson, "", "", "", "", "", "", "", Optional.empty(), "", "", "", false, false);
        Step step = new Step(Step.Kind.REMINDER, 1, 5, new Step.Pace(7, 0), Step.Least.NONE, new Step.Manner("reminder-1",
                Step.Channel.MAIL, List.of(recipients.split(" ")).stream().map(Step.Recipient::valueOf).toList(),
                false, Optional.empty()));
        Debt debt = new Debt(1, "INV-1", DAY, DAY, eur("1.00"), eur("1.00"), 0, Optional.empty());
        Reminder reminder = new Reminder(customer, DAY, 1, List.of(new Reminder.Section(eur("1.00").currency(), 1,
                List.of(new Reminder.Line(debt, 1, 9, eur("0.00"))), eur("0.00"), eur("0.00"), List.of())), Optional.of(step));
        assertThat(String.join(",", ReminderCopies.of(ReminderLetter.of(MAIN, reminder, InterestNotice.NONE))))
                .isEqualTo(expected);
    }
}
