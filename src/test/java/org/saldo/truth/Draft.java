package org.saldo.truth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saldo.ledger.Document;
import org.saldo.money.Money;

/** A receipt while a world is being made: with what it pays, how well it says so, and what it has to do with others. */
final class Draft {

    Case about;
    final Party owner;
    LocalDate day;
    Money amount;
    String payerName;
    String payerAccount;
    String text = "";
    String structured = "";
    final Map<Truth.Part, Money> parts = new LinkedHashMap<>();
    final List<Document> documents = new ArrayList<>();
    Numbering.Strength strength = Numbering.Strength.FULL;
    Draft twinOf;
    Draft returnOf;
    LocalDate adviceArrives;
    /** What the advice says that was kept back, by document. */
    final Map<Document, Money> deducted = new LinkedHashMap<>();
    String paymentId = "";
    boolean decidable;

    Draft(Case about, Party owner, LocalDate day, Money amount) {
        this.about = about;
        this.owner = owner;
        this.day = day;
        this.amount = amount;
        this.payerName = owner.name();
        this.payerAccount = owner.account();
    }

    /** Pays the document with so much. */
    Draft pays(Document document, Money part) {
        documents.add(document);
        parts.put(new Truth.Part(document.key().number(), "PAYMENT"), part);
        return this;
    }

    Draft lowers(Document document, String kind, Money part) {
        parts.put(new Truth.Part(document.key().number(), kind), part);
        return this;
    }

    Draft says(String words) {
        text = words;
        return this;
    }

    void weaken(Numbering.Strength by) {
        strength = by.compareTo(strength) < 0 ? by : strength;
    }
}
