package org.saldo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.ledger.Authority;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;

/** Who may do what, on both sides of each limit. */
class AuthorityFileTest {

    private static final String FILE = """
            roles:
              - role: clerk
                may:
                  - actions: [apply, unapply]
                    up-to: any
                  - actions: [write-off]
                    up-to: [EUR 10.00, CNY 50.00]
                  - actions: [block]
            people:
              - person: anna
                roles: [clerk]
              - person: bernd
                roles: [clerk]
                may:
                  - actions: [write-off, void]
                    up-to: [EUR 500.00]
            """;

    @TempDir
    Path folder;

    @Test
    void aLimitHoldsToTheCent() throws IOException {
        Authority authority = read(FILE);
        assertMay(authority, "anna", PersonAction.WRITE_OFF, "EUR", "10.00");
        assertMayNot(authority, "anna", PersonAction.WRITE_OFF, "EUR", "10.01", "up to EUR 10.00", "these may: bernd");
        assertMayNot(authority, "anna", PersonAction.WRITE_OFF, "EUR", "500.01", "nobody named there may do that");
        assertMay(authority, "bernd", PersonAction.WRITE_OFF, "EUR", "500.00");
        assertMayNot(authority, "bernd", PersonAction.WRITE_OFF, "EUR", "-500.01", "up to EUR 500.00");
        assertMay(authority, "bernd", PersonAction.WRITE_OFF, "CNY", "50.00");
        assertMayNot(authority, "anna", PersonAction.WRITE_OFF, "USD", "0.01", "up to nothing in USD");
        assertMay(authority, "anna", PersonAction.APPLY, "USD", "1000000.00");
    }

    @Test
    void whoIsNotNamedMayDoNothing() throws IOException {
        Authority authority = read(FILE);
        assertMayNot(authority, "Anna", PersonAction.APPLY, "EUR", "1.00", "'Anna' is not named there");
        assertMayNot(authority, "anna", PersonAction.VOID, "EUR", "1.00", "'anna' may not void");
        assertThatCode(() -> authority.require("anna", PersonAction.BLOCK, "main")).doesNotThrowAnyException();
        assertThatThrownBy(() -> authority.require("carl", PersonAction.BLOCK, "main")).isInstanceOf(Refused.class);
    }

    @Test
    void theShippedFileNamesNobody() {
        Authority authority = AuthorityFile.read(Path.of("config/policies/authority.yaml"));
        assertMayNot(authority, "root", PersonAction.APPLY, "EUR", "0.01", "is not named there");
    }

    @Test
    void whatIsNotUnderstoodIsToldWithItsLine() {
        assertFault("people:\n  - person: a\n    roles: [boss]\n", "authority.yaml:3: roles: 'boss' is no role");
        assertFault("people:\n  - person: a\n    may:\n      - actions: [pay]\n", ":4: actions: 'pay' is none of apply, unapply");
        assertFault("people:\n  - person: a\n    may:\n      - actions: [apply]\n", "add 'up-to: [EUR 100.00]'");
        assertFault("people:\n  - person: a\n    may:\n      - actions: apply\n        up-to: [100]\n",
                ":5: up-to: '100' is neither");
        assertFault("people:\n  - person: a\n    may:\n      - actions: apply\n        up-to: [EUR 1, EUR 2]\n",
                "EUR stands here twice");
        assertFault("people:\n  - person: a\n  - person: a\n", ":3: person: 'a' is empty or stands here twice");
        assertFault("peple: []\n", ":1: peple: is not known here");
    }

    private Authority read(String text) throws IOException {
        return AuthorityFile.read(Files.writeString(folder.resolve("authority.yaml"), text));
    }

    private void assertFault(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(SettingsException.class).hasMessageContaining(message);
    }

    @Test
    void aRightMayBeForSomeCompaniesOnly() throws IOException {
        Authority authority = read(FILE + """
              - person: carla
                may:
                  - {actions: [void], up-to: any, companies: [north]}
            """);
        Money amount = Money.of("EUR", "1.00");
        assertThatCode(() -> authority.require("carla", PersonAction.VOID, "north", amount)).doesNotThrowAnyException();
        assertThatThrownBy(() -> authority.require("carla", PersonAction.VOID, "main", amount))
                .isInstanceOf(Refused.class).hasMessageContaining("'carla' may not void for company main");
        assertThat(authority.companies()).containsExactly("north");
    }

    @Test
    void aboveALimitASecondPersonIsNeeded() throws IOException {
        Authority authority = read(FILE + """
            second-person-above:
              - {actions: [write-off], amounts: [EUR 100.00], companies: [main]}
            """);
        assertThat(authority.needsSecondPerson(PersonAction.WRITE_OFF, "main", Money.of("EUR", "100.00"))).isFalse();
        assertThat(authority.needsSecondPerson(PersonAction.WRITE_OFF, "main", Money.of("EUR", "-100.01"))).isTrue();
        assertThat(authority.needsSecondPerson(PersonAction.WRITE_OFF, "main", Money.of("USD", "0.01"))).isTrue();
        assertThat(authority.needsSecondPerson(PersonAction.WRITE_OFF, "north", Money.of("EUR", "900.00"))).isFalse();
        assertThat(authority.needsSecondPerson(PersonAction.VOID, "main", Money.of("EUR", "900.00"))).isFalse();
    }

    @Test
    void aMailAddressBelongsToOnePersonAndADroppedFileToANamedOne() throws IOException {
        Authority authority = read(FILE.replace("- person: anna", "- person: anna\n    mail: Anna@Finance.example")
                + "dropped-instructions-by: bernd\n");
        assertThat(authority.sender("anna@finance.EXAMPLE")).contains("anna");
        assertThat(authority.sender("bernd@finance.example")).isEmpty();
        assertThat(authority.dropped()).contains("bernd");
        assertThatThrownBy(() -> read(FILE + "dropped-instructions-by: emil\n"))
                .hasMessageContaining("'emil' is nobody under 'people:'");
        assertThatThrownBy(() -> read(FILE + "second-person-above:\n  - {actions: [block], amounts: [EUR 1.00]}\n"))
                .hasMessageContaining("'block' moves no money");
    }

    private static void assertMay(Authority authority, String person, PersonAction action, String currency, String amount) {
        assertThatCode(() -> authority.require(person, action, "main", Money.of(currency, amount))).doesNotThrowAnyException();
    }

    private static void assertMayNot(Authority authority, String person, PersonAction action, String currency,
            String amount, String... messages) {
        assertThatThrownBy(() -> authority.require(person, action, "main", Money.of(currency, amount)))
                .isInstanceOf(Refused.class).hasMessageContainingAll(messages);
    }
}
