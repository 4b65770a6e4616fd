package org.saldo.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReceiptKey;
import org.saldo.ledger.RemittanceLine;
import org.saldo.money.Money;

/** A receipt of a {@link Bazaar}, with what it really pays. */
final class Told {

    final Tale tale;
    final Trader trader;
    LocalDate day;
    Money amount;
    String payerName;
    String payerAccount;
    String text = "";
    /** Whether all numbers in the text are written so that nothing that tells them from others is lost. */
    boolean whole = true;
    /** Whether the bank cut the text. */
    boolean cut;
    final Map<Truth.Part, Money> parts = new LinkedHashMap<>();
    final List<Document> documents = new ArrayList<>();
    Told twinOf;
    Told returnOf;
    LocalDate adviceArrives;
    String paymentId = "";
    boolean decidable;

    Told(Tale tale, Trader trader, LocalDate day, Money amount) {
        this.tale = tale;
        this.trader = trader;
        this.day = day;
        this.amount = amount;
        this.payerName = trader.name;
        this.payerAccount = trader.account;
    }

    Told pays(Document document, Money part) {
        documents.add(document);
        return lowers(document, "PAYMENT", part);
    }

    Told lowers(Document document, String kind, Money part) {
        parts.put(new Truth.Part(document.key().number(), kind), part);
        return this;
    }

    Receipt receipt() {
        return new Receipt(new ReceiptKey("main", Books.account("main"), paymentId), day, day, amount, payerName,
                payerAccount, "",
                text, "", "", Receipt.Instrument.TRANSFER, Optional.empty(), returnOf == null ? "" : returnOf.paymentId,
                returnOf == null ? "" : "MS03", "", false);
    }

    World.Advice advice() {
        return new World.Advice(adviceArrives, documents.stream().map(document -> new RemittanceLine("main", "Q" + paymentId,
                trader.id, day, document.key().number(), parts.get(new Truth.Part(document.key().number(), "PAYMENT")),
                Optional.empty(), "", "")).toList());
    }

    Truth truth() {
        return new Truth(paymentId, tale, decidable, twinOf == null ? "" : twinOf.paymentId, Map.copyOf(parts));
    }
}
