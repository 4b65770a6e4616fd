package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saldo.dunning.measure.DunningFigures;
import org.saldo.dunning.measure.HoldOut;
import org.saldo.dunning.measure.LateBecause;
import org.saldo.dunning.measure.MeasurePolicy;
import org.saldo.dunning.measure.PromisesKept;
import org.saldo.dunning.measure.Recovery;
import org.saldo.dunning.measure.Share;
import org.saldo.dunning.measure.StepEffect;
import org.saldo.dunning.measure.TimeToPay;
import org.saldo.ledger.Company;
import org.saldo.money.Money;

class MeasuresMailTest {

    private static final MeasurePolicy POLICY = new MeasurePolicy(new HoldOut(10, 7, "first"), 7, 12, 90, 30, 3);

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr", "pt", "zh"})
    void everyLanguageTellsAllFiguresInTextAndHtml(String language) {
        OutgoingMail mail = new MeasuresMail(new Templates(Path.of("config/templates"), "en"), "hub@seller.example")
                .of(company(language), figures());
        for (String body : List.of(mail.text(), mail.html().replaceAll("<[^>]*>", " "))) {
            assertThat(body).contains("+19", "+11", "+27", "1204", "311", "131", "38", "\u2212", "61", "17",
                    "CASH_SHORT – short of cash", "12").doesNotContain("${", "UNKNOWN");
            assertThat(body.replaceAll("[\\s\u00a0\u202f]", "")).contains("34%", "15%", "72%", "63%");
        }
        assertThat(mail.language()).isEqualTo(language);
        assertThat(mail.attachments()).extracting(OutgoingMail.Attachment::name).containsExactly("measures.png");
        assertThat(mail.html()).contains("cid:measures.png");
    }

    @Test
    void aCompanysNameCannotPoseAsHtml() {
        Company sly = new Company("main", "<b>Seller</b>", List.of("Hafen 1"), "", "DE", Locale.ENGLISH,
                ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "",
                List.of("finance@seller.example"));
        OutgoingMail mail = new MeasuresMail(new Templates(Path.of("config/templates"), "en"), "hub@seller.example")
                .of(sly, figures());
        assertThat(mail.html()).contains("&lt;b&gt;Seller").doesNotContain("<b>Seller");
    }

    private static DunningFigures figures() {
        return new DunningFigures("main", LocalDate.of(2025, 10, 1), LocalDate.of(2026, 9, 30), POLICY, List.of(
                new StepEffect(1, new StepEffect.Group(1204, 311, 0.34), new StepEffect.Group(131, 38, 0.15),
                        Optional.of(new Share(0.19, 0.11, 0.27))),
                new StepEffect(2, new StepEffect.Group(411, 200, 0.22), new StepEffect.Group(50, 33, 0.26),
                        Optional.of(new Share(-0.04, -0.08, 0.01)))),
                List.of(new TimeToPay(1, 1204, OptionalInt.of(17)), new TimeToPay(2, 411, OptionalInt.empty())),
                new PromisesKept(61, 7, 17), List.of(new Recovery(0, eur("1000.00"), eur("720.00")),
                        new Recovery(30, eur("400.00"), eur("250.00")), new Recovery(60, eur("200.00"), eur("60.00"))), List.of(
                        new LateBecause("CASH_SHORT", "short of cash", 5, 12, eur("1234.00"), 0.81),
                        new LateBecause("UNKNOWN", "", 2, 3, eur("289.00"), 0.19)));
    }

    private static Company company(String language) {
        return new Company("main", "Seller GmbH", List.of("Hafen 1"), "", "DE", Locale.forLanguageTag(language),
                ZoneId.of("Europe/Berlin"), Company.Mode.SUBLEDGER, List.of(), Optional.empty(), "",
                List.of("finance@seller.example"));
    }

    private static Money eur(String amount) {
        return Money.of("EUR", amount);
    }
}
