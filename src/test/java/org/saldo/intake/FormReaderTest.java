package org.saldo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms as browsers send them, and as nobody should. */
class FormReaderTest {

    private static final String TYPE = "multipart/form-data; boundary=x";

    @Test
    void fieldsLinesAndTheFileAreReadInUtf8() {
        PageForm form = read(field("answer", "differ") + field("person", " Jürgen\tWeiß ") + field("entitled", "yes")
                + field("reason-7", "PAID") + field("amount-7", "1,5") + field("amount-8", "") + field("note", "a\nb")
                + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../Übersicht.csv\"\r\n\r\n1;2\r\n");
        assertThat(form).extracting(PageForm::agrees, PageForm::person, PageForm::entitled, PageForm::note)
                .containsExactly(false, "Jürgen Weiß", true, "a\nb");
        assertThat(form.lines()).containsExactly(new PageForm.Line("7", "PAID", "1,5"));
        assertThat(form.file().orElseThrow().name()).isEqualTo("Übersicht.csv");
        assertThat(form.file().orElseThrow().bytes()).asString(StandardCharsets.UTF_8).isEqualTo("1;2");
    }

    @Test
    void theFirstOfTwoFieldsCountsAndWhatThePageDoesNotHaveIsLeftOut() {
        PageForm form = read(field("person", "A") + field("person", "B") + field("CamelFileName", "x")
                + field("answer", "agreed"));
        assertThat(form.person()).isEqualTo("A");
        assertThat(form.agrees()).isFalse();
        assertThat(form.saysSomething()).isFalse();
    }

    @Test
    void whatIsNoFormOrTooLongIsRefused() {
        assertThatThrownBy(() -> FormReader.read("application/json", body("{}"), 100)).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> FormReader.read(null, body(""), 100)).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> FormReader.read(TYPE, body(field("note", "x".repeat(200)) + "--x--"), 100))
                .hasMessageContaining("more than 100 bytes");
        assertThatThrownBy(() -> read(field("a", "b").repeat(6000))).hasMessageContaining("more than 5000 fields");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--x\r\n\r\n", "--x\n\n", "--x\r\r", "--\n"})
    void aFormOfVeryManyPartsIsRefusedBeforeItIsTakenApart(String part) {
        assertTimeoutPreemptively(Duration.ofSeconds(3), () -> assertThatThrownBy(() -> read(part.repeat(100_000)))
                .hasMessageContaining("more than 5000 fields"));
    }

    private static PageForm read(String fields) {
        return FormReader.read(TYPE, body(fields + "--x--\r\n"), 10_000_000);
    }

    private static String field(String name, String value) {
        return "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static ByteArrayInputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
