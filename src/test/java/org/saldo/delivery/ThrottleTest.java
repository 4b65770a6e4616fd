package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many mails may leave a minute, and what a server's refusal says of an address. */
class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-10-29T08:00:00Z");
    private static final List<String> ACME = List.of("a@Acme.example", "b@acme.example");
    private static final List<String> OTHER = List.of("c@other.example");

    @Test
    void theAccountAndEachDomainHaveTheirOwnMinute() {
        Throttle throttle = new Throttle(3, 2);
        throttle.sent(ACME, NOW);
        throttle.sent(ACME, NOW.plusSeconds(1));
        assertThat(throttle.allows(ACME, NOW.plusSeconds(2))).isFalse();
        assertThat(throttle.allows(OTHER, NOW.plusSeconds(2))).isTrue();
        throttle.sent(OTHER, NOW.plusSeconds(2));
        assertThat(throttle.allows(OTHER, NOW.plusSeconds(3))).as("three of the account").isFalse();
        assertThat(throttle.allows(OTHER, NOW.plusSeconds(59))).isFalse();
        assertThat(throttle.allows(ACME, NOW.plusSeconds(60))).as("the first is a minute old").isTrue();
    }

    @Test
    void withoutLimitsAllMayGo() {
        Throttle throttle = new Throttle(0, 0);
        for (int i = 0; i < 1000; i++) {
            throttle.sent(ACME, NOW);
        }
        assertThat(throttle.allows(ACME, NOW)).isTrue();
        assertThat(throttle.limits()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "5.1.1|true", "550 5.1.10 RESOLVER.ADR.RecipientNotFound|true", "5.1.2|true", "5.2.1|true", "5.4.4|true",
        "550 5.4.1 Recipient address rejected: Access denied|true", "5.1.8|false", "5.1.7|false", "5.2.2|false", "5.7.1|false",
        "550 5.7.1 blocked by policy|false", "4.1.1|false", "4.2.2|false", "5.3.4|false", "5.6.0|false", "5.0.0|false",
        "5.0.0 550 user unknown|true", "550 User unknown|true", "550 No such user here|true", "551 recipient does not exist|true",
        "554 spam|false", "550 mail content denied|false", "552 mailbox full|false",
        "Sorry, no mailbox here by that name. (#5.1.1)|true"})
    void onlyAnAddressThatTakesNoMailIsGone(String words, boolean gone) {
        assertThat(RefusedAddress.isGone(words)).isEqualTo(gone);
    }
}
