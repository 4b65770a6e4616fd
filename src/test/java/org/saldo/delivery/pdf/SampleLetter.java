package org.saldo.delivery.pdf;

import java.util.function.Supplier;
import org.saldo.delivery.StatementLetter;
import org.saldo.statement.StatementOfAccount;

/** Letters with everything that a statement can be. */
enum SampleLetter {
    ENGLISH(() -> SampleStatement.letter("en")),
    GERMAN(() -> SampleStatement.letter("de")),
    SPANISH(() -> SampleStatement.letter("es")),
    FRENCH(() -> SampleStatement.letter("fr")),
    PORTUGUESE(() -> SampleStatement.letter("pt")),
    CHINESE(() -> letter(SampleStatement.statement(5, "CNY"), "北极光泵业（汉堡）有限公司", "上海精密机械制造有限公司", "zh")),
    LONG(() -> letter(SampleStatement.statement(150, "EUR"), "Nordlicht Pumpen GmbH", "ACME", "en")),
    ZERO(() -> letter(SampleStatement.empty(), "Nordlicht Pumpen GmbH", "ACME 株式会社 한국 Ελλάδα Россия Łódź 😀", "en"));

    private final Supplier<StatementLetter> letter;

    SampleLetter(Supplier<StatementLetter> letter) {
        this.letter = letter;
    }

    StatementLetter letter() {
        return letter.get();
    }

    private static StatementLetter letter(StatementOfAccount statement, String company, String customer, String language) {
        return StatementLetter.of(statement, SampleStatement.company(company), SampleStatement.customer(customer),
                SampleStatement.words(language));
    }
}
