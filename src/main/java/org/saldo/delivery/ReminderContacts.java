package org.saldo.delivery;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Words;

/**
 * To whom a reminder goes: the address for reminders, else the general one, else the one for statements; the next one when
 * a server says of the one before that it takes no mail.
 */
public final class ReminderContacts {

    private ReminderContacts() {
    }

    /** The usable addresses of the first field that has any. @param unusable bare addresses in lower case */
    public static List<String> of(Customer customer, Set<String> unusable) {
        return fields(customer).map(field -> MailAddress.split(field).stream()
                        .filter(address -> MailAddress.problemOf(address).isEmpty())
                        .filter(address -> !unusable.contains(bare(address))).toList())
                .filter(addresses -> !addresses.isEmpty()).findFirst().orElse(List.of());
    }

    /** Why nobody can be written to; empty when somebody can. */
    public static Optional<Words> obstacle(Customer customer, Set<String> unusable) {
        if (!of(customer, unusable).isEmpty()) {
            return Optional.empty();
        }
        List<String> all = fields(customer).flatMap(field -> MailAddress.split(field).stream()).distinct().toList();
        return Optional.of(all.isEmpty() ? Words.of(DunningWord.NO_ADDRESS)
                : all.stream().map(MailAddress::problemOf).flatMap(Optional::stream).findFirst()
                        .map(problem -> Words.of(DunningWord.ADDRESS_WRONG, problem))
                        .orElseGet(() -> Words.of(DunningWord.ADDRESS_DEAD, all)));
    }

    /** Every address of the customer's, bare and in lower case. */
    public static List<String> known(Customer customer) {
        return fields(customer).flatMap(field -> MailAddress.split(field).stream())
                .filter(address -> MailAddress.problemOf(address).isEmpty()).map(ReminderContacts::bare).toList();
    }

    private static Stream<String> fields(Customer customer) {
        return Stream.of(customer.reminderEmail(), customer.email(), customer.statementEmail());
    }

    /** An address without a name, in lower case. */
    public static String bare(String address) {
        return MailAddress.of(address).address().toLowerCase(Locale.ROOT);
    }
}
