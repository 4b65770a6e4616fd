package org.saldo.delivery.pdf;

import java.util.List;
import java.util.Locale;

/** The words of the payment part and receipt of a Swiss QR-bill, which the guidelines fix in four languages. */
enum SlipWord {
    PAYMENT_PART("Payment part", "Zahlteil", "Section paiement", "Sezione pagamento"),
    RECEIPT("Receipt", "Empfangsschein", "Récépissé", "Ricevuta"),
    ACCOUNT("Account / Payable to", "Konto / Zahlbar an", "Compte / Payable à", "Conto / Pagabile a"),
    REFERENCE("Reference", "Referenz", "Référence", "Riferimento"),
    INFORMATION("Additional information", "Zusätzliche Informationen", "Informations supplémentaires",
            "Informazioni supplementari"),
    PAYABLE_BY("Payable by", "Zahlbar durch", "Payable par", "Pagabile da"),
    PAYABLE_BY_WHOM("Payable by (name/address)", "Zahlbar durch (Name/Adresse)", "Payable par (nom/adresse)",
            "Pagabile da (nome/indirizzo)"),
    CURRENCY("Currency", "Währung", "Monnaie", "Valuta"),
    AMOUNT("Amount", "Betrag", "Montant", "Importo"),
    ACCEPTANCE_POINT("Acceptance point", "Annahmestelle", "Point de dépôt", "Punto di accettazione"),
    SEPARATE("Separate before paying in", "Vor der Einzahlung abzutrennen", "A détacher avant le versement",
            "Da staccare prima del versamento");

    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "it");

    private final List<String> texts;

    SlipWord(String... texts) {
        this.texts = List.of(texts);
    }

    /** In the language where the guidelines have it, else in English. */
    String in(Locale language) {
        return texts.get(Math.max(0, LANGUAGES.indexOf(language.getLanguage())));
    }
}
