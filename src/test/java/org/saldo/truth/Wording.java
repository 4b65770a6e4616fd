package org.saldo.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** What payers write in six languages, and what banks make of it. */
final class Wording {

    private static final List<String> ONE = List.of("Invoice %s", "%s", "inv %s", "payment of invoice no %s many thanks",
            "Rechnung %s", "RG-NR. %s", "RNr %s vom Vormonat", "Rech.%s", "SVWZ+RE-Nr. %s", "Zahlung Rechnungsnummer: %s",
            "Factura %s", "Pago fra. %s", "abono factura n.%s gracias", "facture %s", "Reglement fact. n%s", "v/facture %s",
            "Factuur %s", "betaling factuurnr %s", "发票号 %s", "货款 %s", "/INV/%s", "/ROC/%s//", "%s.", "(%s)");
    private static final List<String> MANY = List.of("Invoices %s", "Rechnungen %s", "RG %s", "SVWZ+Rg.Nr. %s", "facturas %s",
            "pago fras. %s", "factures %s", "facturen %s", "发票 %s", "%s", "/INV/%s", "your invoices: %s");
    private static final List<String> BETWEEN = List.of(", ", " ", ",", " / ", " + ", "+", "; ", " und ", " and ", " y ", " et ",
            " & ");
    private static final List<String> NOTHING = List.of("", "payment", "thank you", "Zahlung", "Danke", "Ueberweisung",
            "transferencia", "pago", "virement", "reglement", "betaling", "货款", "NOTPROVIDED", "SVWZ+ZAHLUNG");
    private static final List<String> ON_ACCOUNT = List.of("on account", "payment on account", "Akonto", "a conto Zahlung",
            "a cuenta", "pago a cuenta", "acompte", "voorschot", "预付款");
    private static final List<String> NOT_OURS = List.of("interest Q%d", "tax refund 20%2d", "insurance claim 47%02d",
            "Zinsen %d. Quartal", "devolucion impuestos 0%d", "subvention dossier 1%03d", "利息", "cash pooling %04d",
            "salary advance return %03d");

    private final Random random;

    Wording(Random random) {
        this.random = random;
    }

    String one(String reference) {
        return pick(ONE).formatted(reference);
    }

    String many(List<String> references) {
        return pick(MANY).formatted(String.join(pick(BETWEEN), references));
    }

    String netted(String invoice, String creditNote) {
        return one(invoice + pick(List.of(" - ", " less ", " abzgl. Gutschrift ", " abzgl. ", " minus CN ", " menos abono "))
                + creditNote);
    }

    String nothing() {
        return pick(NOTHING);
    }

    String onAccount() {
        return pick(ON_ACCOUNT);
    }

    String notOurs() {
        return pick(NOT_OURS).formatted(1 + random.nextInt(9));
    }

    /** Numbers that are no references: dates, amounts, telephones, orders, the customer's number, the bank's tags. */
    String besides(String text, Draft draft, String order) {
        LocalDate day = draft.day;
        return switch (random.nextInt(14)) {
            case 0 -> text + " order " + order;
            case 1 -> text + " Kd-Nr " + draft.owner.id().number();
            case 2 -> text + " EUR " + draft.amount.toDecimal();
            case 3 -> "%s %02d.%02d.%d".formatted(text, day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            case 4 -> text + " Tel 0" + (30 + random.nextInt(60)) + " " + (10_000 + random.nextInt(80_000)) + "-"
                    + random.nextInt(90);
            case 5 -> text + " IBAN " + draft.payerAccount;
            case 6 -> "EREF+" + Integer.toHexString(random.nextInt()) + " " + text;
            case 7 -> text + " our ref " + (1000 + random.nextInt(9000));
            default -> text;
        };
    }

    /** As the bank passes it on: lines folded at 27, 35 or 65 characters, or a blank somewhere, or all of it as it was. */
    String throughTheBank(String text) {
        return switch (random.nextInt(10)) {
            case 0 -> folded(text, 27, " ");
            case 1 -> folded(text, 35, "\n");
            case 2 -> folded(text, 65, " ");
            case 3 -> text.toUpperCase(java.util.Locale.ROOT);
            default -> text;
        };
    }

    private static String folded(String text, int width, String by) {
        StringBuilder lines = new StringBuilder(text);
        for (int at = width; at < lines.length(); at += width + 1) {
            lines.insert(at, by);
        }
        return lines.toString();
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
