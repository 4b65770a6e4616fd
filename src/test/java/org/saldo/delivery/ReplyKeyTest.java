package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Base64;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jakarta.mail.internet.MimeUtility;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.CustomerId;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.ReplyToken;

/** A token binds an answer to one document, and finds back through all that mail programs do to a subject. */
class ReplyKeyTest {

    private static final String SHA = "ab".repeat(32);
    private final ReplyKey key = new ReplyKey("the installation's secret");
    private final StatementKey october = statement("main", "C-1042", "EUR", 1);
    private final ReplyToken token = key.token(october, SHA);

    @Test
    void aTokenShowsPeopleWhatItIsAboutAndHasAHundredBits() {
        assertThat(token.inSubject()).matches("\\[ST-2026-10-C1042-[0-9A-HJKMNP-TV-Z]{20}]");
        assertThat(key.token(statement("main", "C-1042", "EUR", 2), SHA).inSubject()).startsWith("[ST-2026-10-V2-C1042-");
        assertThat(key.token(statement("main", "上海", "CNY", 1), SHA).inSubject()).matches("\\[ST-2026-10-[0-9A-Z]{20}]");
        assertThat(ReplyToken.CODE_LENGTH * 5).isGreaterThanOrEqualTo(80);
    }

    @Test
    void everythingThatItBindsChangesIt() {
        Set<String> codes = new HashSet<>();
        List.of(october, statement("other", "C-1042", "EUR", 1), statement("main", "C-1043", "EUR", 1),
                        statement("main", "C-1042", "USD", 1), statement("main", "C-1042", "EUR", 2),
                        new StatementKey(october.customer(), october.currency(), YearMonth.of(2026, 11), 1))
                .forEach(statement -> codes.add(key.token(statement, SHA).code()));
        codes.add(key.token(october, "cd".repeat(32)).code());
        codes.add(new ReplyKey("another secret").token(october, SHA).code());
        assertThat(codes).hasSize(8);
        assertThat(key.token(october, SHA)).isEqualTo(token);
    }

    @Test
    void onlyTheStatementsOwnCodeIsRight() {
        assertThat(key.isCodeOf(october, SHA, token.code())).isTrue();
        String code = token.code();
        char other = code.charAt(19) == '0' ? '1' : '0';
        assertThat(key.isCodeOf(october, SHA, code.substring(0, 19) + other)).isFalse();
        assertThat(key.isCodeOf(october, SHA, "")).isFalse();
        assertThat(key.isCodeOf(october, "cd".repeat(32), code)).isFalse();
    }

    @Test
    void aSubjectKeepsItThroughPrefixesFoldingAndEncodedWords() throws Exception {
        String subject = "Statement of account October 2026 " + token.inSubject();
        for (String seen : List.of(subject, "Re: " + subject, "AW: [EXTERN] WG: Re: " + subject,
                subject.toLowerCase(Locale.ROOT), "回复：" + subject, "RE: " + subject.replace("-", "-\r\n "),
                "Re: ST" + token.inSubject().substring(3, token.inSubject().length() - 1) + " agreed")) {
            assertThat(ReplyToken.codesIn(seen, List.of())).as(seen).containsExactly(token.code());
        }
        String encoded = "=?utf-8?B?" + Base64.getEncoder().encodeToString(("Antw: Kontoauszug für "
                + token.inSubject().substring(0, 15)).getBytes(StandardCharsets.UTF_8)) + "?=\r\n =?utf-8?Q?"
                + token.inSubject().substring(15) + "?=";
        assertThat(ReplyToken.codesIn(MimeUtility.decodeText(MimeUtility.unfold(encoded)), List.of()))
                .containsExactly(token.code());
    }

    @Test
    void anAddressKeepsItToo() {
        String address = token.in("receivables@nordlicht.example");
        assertThat(address).isEqualTo("receivables+st-" + token.code().toLowerCase(Locale.ROOT) + "@nordlicht.example");
        assertThat(MailAddress.problemOf(address)).isEmpty();
        assertThat(ReplyToken.codesIn("", List.of("Nordlicht <" + address + ">"))).containsExactly(token.code());
        String longest = "x".repeat(50) + "@nordlicht.example";
        assertThat(token.in(longest)).isEqualTo(longest);
    }

    @Test
    void whatIsNoTokenIsNone() {
        String dear = "[ST-2026-10-C1042-" + "A".repeat(19) + "]";
        for (String seen : List.of("", "Statement ST-2026-10-C1042", dear, "[" + "ST-".repeat(5000), "x".repeat(100_000),
                "[".repeat(10_000), "ST-2026-10-C1042-" + "A".repeat(21))) {
            assertThat(ReplyToken.codesIn(seen, List.of(seen))).isEmpty();
        }
        assertThat(ReplyToken.codesIn(token.inSubject() + " " + key.token(october, "00").inSubject(), List.of())).hasSize(2);
    }

    @Test
    void whoHasOnlyThePageQuotesItsReference() {
        assertThat(ReplyToken.referenceOf(october)).isEqualTo("ST-2026-10-C1042");
        assertThat(ReplyToken.referencesIn("as to st-2026-10-c1042: agreed")).containsExactly("ST-2026-10-C1042");
        assertThat(ReplyToken.referencesIn("best-2026-10-x")).isEmpty();
    }

    private static StatementKey statement(String company, String customer, String currency, int version) {
        return new StatementKey(new CustomerId(company, customer), Currency.getInstance(currency), YearMonth.of(2026, 10),
                version);
    }
}
