package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Document;
import org.saldo.store.LedgerFixture;

/** What is decided does not hang on how many receipts wait: few read what they may name, many the whole book. */
class ReadingTest {

    private static final LocalDate LAST = WorldMaker.END.plusDays(90);
    private static final int RECEIPTS = 60;

    @Test
    void fewReceiptsAreDecidedAsManyAre() {
        for (int style : new int[] {0, 4}) {
            World world = WorldMaker.make(Style.ALL.get(style), 21, RECEIPTS);
            try (Books whole = new Books(); Books named = new Books()) {
                whole.take(LAST, world.customers(), world.documents(), world.receipts(), world.adviceLines());
                named.take(LAST, world.customers(), world.documents(), world.receipts(), world.adviceLines());
                named.take(LAST, List.of(), ofNobody(world.receipts().size() * 51), List.of(), List.of());
                whole.reconcile(LAST);
                named.reconcile(LAST);
                assertThat(named.settled()).isEqualTo(whole.settled()).isNotEmpty();
                assertThat(named.waiting()).isEqualTo(whole.waiting());
            }
        }
    }

    /** Documents of a customer that nobody knows: there are so many that only what receipts name is read. */
    private static List<Document> ofNobody(int documents) {
        return IntStream.range(0, documents)
                .mapToObj(i -> LedgerFixture.invoice("X" + i + "Y", "NOBODY", LAST.minusDays(1), "1.00")).toList();
    }
}
