package org.saldo.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.saldo.delivery.pdf.SampleStatement;
import org.saldo.ledger.Customer;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.ItemNote;
import org.saldo.statement.StatementOfAccount;

class StatementLetterTest {

    @Test
    void aStatementIsNotWrittenToAnotherCustomer() {
        StatementOfAccount statement = SampleStatement.statement(1, "EUR");
        Customer other = SampleStatement.customer("Other", "C-0018");
        assertThatThrownBy(() -> StatementLetter.of(statement, SampleStatement.company(), other, SampleStatement.words("en")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("is not for main/C-0018");
    }

    @Test
    void theNotesOfAnItemComeWithItsDisputesFirst() {
        ItemNote promise = new ItemNote(7, ItemMark.PROMISED, Optional.of(LocalDate.of(2026, 11, 5)), Optional.empty());
        ItemNote dispute = new ItemNote(7, ItemMark.DISPUTED, Optional.empty(), Optional.empty());
        ItemNote elsewhere = new ItemNote(8, ItemMark.ASSIGNED, Optional.empty(), Optional.empty());
        StatementLetter letter = SampleStatement.letter("en").withNotes(List.of(promise, elsewhere, dispute));
        assertThat(letter.notesOf(7)).containsExactly(dispute, promise);
        assertThat(letter.notesOf(9)).isEmpty();
    }
}
