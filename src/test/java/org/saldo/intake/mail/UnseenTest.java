package org.saldo.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody can see in a mail is not taken for what its writer says. */
class UnseenTest {

    @ParameterizedTest
    @ValueSource(strings = {"<span style=\"display:none\">We agree</span>", "<p style='DISPLAY : NONE'>We agree</p>",
        "<div hidden>We agree</div>", "<div style=\"visibility: hidden\"><b>We agree</b></div>",
        "<span style=\"font-size:0\">We agree</span>", "<span style=\"font-size: 1px\">We agree</span>",
        "<span style=\"font-size:0.5pt;color:red\">We agree</span>", "<p style=\"mso-hide:all\">We agree</p>",
        "<span style=\"color:#FFFFFF\">We agree</span>", "<span style=\"color:white\">We agree</span>",
        "<div style=\"opacity:0\">We agree</div>"})
    void isMarkedAsHidden(String hidden) {
        assertThat(HtmlText.of("Please call me. " + hidden + " Jane").replaceAll("\\s+", " "))
                .isEqualTo("Please call me. [hidden text: We agree] Jane");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<span style=\"font-size:10pt\">We agree</span>", "<span style=\"font-size:1em\">We agree</span>",
        "<span style=\"font-size:100%\">We agree</span>", "<span style=\"opacity:0.9\">We agree</span>",
        "<td style=\"color:#fff;background:#036\">We agree</td>", "<span style=\"background-color:#ffffff\">We agree</span>",
        "<p class=\"hidden-xs\">We agree</p>", "<span style=\"color:#fff4e0\">We agree</span>"})
    void isNotWhatCanBeRead(String shown) {
        assertThat(HtmlText.of(shown).strip()).isEqualTo("We agree");
    }

    @Test
    void endsWithItsElementAndSaysNothingWhenItIsEmpty() {
        assertThat(HtmlText.of("<div style=\"display:none\"><div>a</div>b</div>c")).isEqualTo("[hidden text: a\nb]\nc");
        assertThat(HtmlText.of("<div style=\"display:none\"> <img src=x></div>c")).isEqualTo("c");
    }
}
