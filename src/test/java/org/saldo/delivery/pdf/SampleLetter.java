package org.saldo.delivery.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.saldo.delivery.Logo;
import org.saldo.delivery.Look;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.ReplyPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.SwissBill;
import org.saldo.delivery.SwissBillTest;
import org.saldo.ledger.Iban;
import org.saldo.ledger.ItemMark;
import org.saldo.ledger.ItemNote;
import org.saldo.ledger.PrintedAccount;
import org.saldo.money.Money;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementOfAccount;

/** Letters with everything that a statement can be. */
enum SampleLetter {
    ENGLISH(() -> SampleStatement.letter("en")),
    GERMAN(() -> SampleStatement.letter("de")),
    SPANISH(() -> SampleStatement.letter("es")),
    FRENCH(() -> SampleStatement.letter("fr")),
    PORTUGUESE(() -> SampleStatement.letter("pt")),
    CHINESE(() -> letter(SampleStatement.statement(5, "CNY"), "北极光泵业（汉堡）有限公司", "上海精密机械制造有限公司", "zh")),
    NEGATIVE(() -> letter(SampleStatement.credit(), "Nordlicht Pumpen GmbH", "ACME", "de")),
    FULL(SampleLetter::full),
    PAYABLE(() -> SampleStatement.letter("de").withPayment(PaymentSectionTest.PART)),
    SWISS(() -> swiss("fr")),
    SMALL(() -> SampleStatement.small("de")),
    REISSUED(() -> SampleStatement.reissued("en")),
    LONG(() -> letter(SampleStatement.statement(50, "EUR"), "Nordlicht Pumpen GmbH", "ACME", "en")),
    ZERO(() -> letter(SampleStatement.empty(), "Nordlicht Pumpen GmbH", "ACME 株式会社 한국 Ελλάδα Россия Łódź 😀", "en"));

    private final Supplier<StatementLetter> letter;

    SampleLetter(Supplier<StatementLetter> letter) {
        this.letter = letter;
    }

    /** With all that a letter may have: notes of items, a payment part, a logo with alpha, a colour, legal lines. */
    private static StatementLetter full() {
        StatementLetter letter = SampleStatement.letter("en");
        List<StatementItem> items = letter.statement().items();
        Money part = Money.of("EUR", "500.00");
        return letter.withReply(new ReplyPart("ledger@nordlicht.example", "2026-10-C-0017-EUR"))
                .withPayment(new PaymentPart("Nordlicht Pumpen GmbH", "DE89 3704 0044 0532 0130 00", "COBADEFFXXX",
                        "Commerzbank", "RF18 5390 0754 7034", ""))
                .withNotes(List.of(note(items.get(0), ItemMark.DISPUTED, "", Optional.of(part)),
                        note(items.get(1), ItemMark.PROMISED, "2026-11-05", Optional.empty()),
                        note(items.get(2), ItemMark.IN_PLAN, "2026-11-15", Optional.empty()),
                        note(items.get(3), ItemMark.ASSIGNED, "", Optional.empty())))
                .withLook(new Look(0x8A1C4A, Optional.of(Logo.of(picture())), Look.PLAIN.sections(),
                        Look.PLAIN.movementColumns(), Look.PLAIN.itemColumns()))
                .withLegalLines(List.of("This statement compares our books with yours; it changes no agreed term of payment."));
    }

    /** To be paid by a Swiss QR-bill; the account and the reference are those of the guidelines' examples. */
    static StatementLetter swiss(String language) {
        StatementLetter letter = StatementLetter.of(SampleStatement.statement(2, "CHF"),
                SampleStatement.company("Robert Schneider AG"), SampleStatement.swiss("Pia Rutschmann AG"),
                SampleStatement.words(language));
        String reference = "210000000003139471430009017";
        PrintedAccount account = SwissBillTest.account("CH4431999123000889012", "CHF");
        return letter.withPayment(new PaymentPart(account.holder(), Iban.grouped(account.iban()), "", account.bank(),
                PaymentPart.grouped(reference), "", SwissBill.of(account, letter.statement().closing(), reference, "CH")
                .map(bill -> language.equals("fr") ? bill.paidBy(letter.customer()) : bill)));
    }

    private static ItemNote note(StatementItem item, ItemMark mark, String until, Optional<Money> amount) {
        return new ItemNote(item.itemId(), mark, Optional.of(until).filter(day -> !day.isEmpty()).map(LocalDate::parse), amount);
    }

    /** A disc on nothing, as PNG. */
    static byte[] picture() {
        BufferedImage picture = new BufferedImage(160, 80, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 160; x++) {
            for (int y = 0; y < 80; y++) {
                boolean inside = (x - 80) * (x - 80) / 4 + (y - 40) * (y - 40) < 36 * 36;
                picture.setRGB(x, y, inside ? 0xFF8A1C4A : 0);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return png.toByteArray();
    }

    StatementLetter letter() {
        return letter.get();
    }

    private static StatementLetter letter(StatementOfAccount statement, String company, String customer, String language) {
        return StatementLetter.of(statement, SampleStatement.company(company), SampleStatement.customer(customer),
                SampleStatement.words(language));
    }
}
