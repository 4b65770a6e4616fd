package org.saldo.truth;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What payers write in twelve languages, around a number, several, or none. */
final class Phrases {

    private static final Map<String, List<String>> ONE = Map.ofEntries(
            Map.entry("en", List.of("%s", "Inv %s", "bill no. %s", "pymt for inv#%s", "settlement of your invoice %s",
                    "ref %s",
                    "inv.%s thx", "YOUR INV %s", "/INV/%s/", "stmt item %s", "re: %s")),
            Map.entry("de", List.of("%s", "Beleg %s", "Ihre Rechnung %s", "Re.%s", "RgNr.: %s",
                    "Rechnungs-Nr %s besten Dank",
                    "Begleichung Beleg-Nr. %s", "R.-Nr. %s", "Zlg. zu %s")),
            Map.entry("es", List.of("%s", "pago fact %s", "s/fra %s", "su factura num. %s", "cancelacion fc %s",
                    "comprobante %s",
                    "FAC-%s", "folio %s", "liquidacion fra.%s")),
            Map.entry("pt", List.of("%s", "pagamento nota fiscal %s", "pgto NF %s", "ref. fatura %s", "quitacao doc %s")),
            Map.entry("fr", List.of("%s", "votre facture %s", "regl. fac %s", "vir fact no %s", "V/REF %s",
                    "paiement piece %s")),
            Map.entry("it", List.of("%s", "saldo ft. %s", "pagamento fattura n. %s", "ns. rif %s", "bonifico fatt %s")),
            Map.entry("nl", List.of("%s", "factuurnr. %s", "uw fact %s", "betreft %s", "betaling %s")),
            Map.entry("pl", List.of("%s", "zaplata za %s", "faktura VAT %s", "za fakture nr %s", "fv %s")),
            Map.entry("cs", List.of("%s", "uhrada faktury %s", "VS %s", "fa c. %s")),
            Map.entry("sv", List.of("%s", "faktura %s", "fakturanr %s", "OCR %s", "betalning avser %s")),
            Map.entry("zh", List.of("%s", "发票%s", "付款 发票号码：%s", "货款，发票%s", "附言:货款%s", "用途:支付%s号发票款")));
    private static final Map<String, List<String>> NONE = Map.ofEntries(
            Map.entry("en", List.of("", "payment", "ACH PMT", "wire transfer", "trade payment", "invoice payment", "goods")),
            Map.entry("de", List.of("", "Zahlung", "Überweisung", "Wareneinkauf", "Rechnung", "besten Dank")),
            Map.entry("es", List.of("", "pago", "transferencia", "pago proveedores", "PAGO A TERCEROS", "facturas")),
            Map.entry("pt", List.of("", "pagamento", "TED", "PIX RECEBIDO", "fornecedores")),
            Map.entry("fr", List.of("", "virement", "reglement", "paiement fournisseur")),
            Map.entry("it", List.of("", "bonifico", "pagamento", "saldo")),
            Map.entry("nl", List.of("", "betaling", "overboeking")), Map.entry("pl", List.of("", "przelew", "zaplata")),
            Map.entry("cs", List.of("", "platba", "uhrada")), Map.entry("sv", List.of("", "betalning")),
            Map.entry("zh", List.of("", "货款", "付款", "转账", "往来款")));
    private static final Map<String, List<String>> DOWN = Map.ofEntries(
            Map.entry("en", List.of("payment on account", "on acct", "deposit", "advance payment")),
            Map.entry("de", List.of("Akontozahlung", "Abschlag", "Vorkasse", "Anzahlung", "a-conto")),
            Map.entry("es", List.of("pago a cuenta", "abono en cuenta", "anticipo", "entrega a cuenta")),
            Map.entry("pt", List.of("adiantamento", "pagamento por conta", "sinal")),
            Map.entry("fr", List.of("acompte", "a valoir", "avance")), Map.entry("it", List.of("acconto", "anticipo")),
            Map.entry("nl", List.of("voorschot", "aanbetaling")), Map.entry("pl", List.of("zaliczka", "przedplata")),
            Map.entry("cs", List.of("zaloha")), Map.entry("sv", List.of("a conto", "forskott")),
            Map.entry("zh", List.of("预付款", "预付货款", "定金")));
    private static final List<String> JOINTS = List.of(", ", " ", ",", " / ", "+", " + ", "; ", ";", " und ", " u. ",
            " and ", " & ",
            "&", " y ", " e ", " et ", " en ", " i ", "、", "，", " | ", "\n", " och ");
    private static final List<String> LESS = List.of(" - ", " less ", " ./. ", " abzgl. ", " abzgl. Gutschrift ",
            " menos NC ",
            " minus ", " moins avoir ", " less CN ", " -", " meno nota credito ", " 减 ");
    private static final List<String> FOREIGN = List.of("tax refund case %d", "claim %d settlement",
            "Steuererstattung St.Nr. %d",
            "devolucion IVA expediente %d", "interest %d", "Zinsgutschrift", "subsidy %d", "restituicao IRPJ %d",
                    "利息", "退税 %d",
            "remboursement dossier %d", "rent deposit %d", "order %d refund", "sale of asset %d");

    private final Random random;

    Phrases(Random random) {
        this.random = random;
    }

    String one(String language, String number) {
        return pick(ONE.get(language)).formatted(number);
    }

    String many(String language, List<String> numbers) {
        String joint = pick(JOINTS);
        return pick(ONE.get(language)).formatted(String.join(joint, numbers));
    }

    String netted(String language, String invoice, String note) {
        return pick(ONE.get(language)).formatted(invoice + pick(LESS) + note);
    }

    String none(String language) {
        return pick(NONE.get(language));
    }

    String down(String language) {
        return pick(DOWN.get(language));
    }

    String foreign(int number) {
        return pick(FOREIGN).formatted(number);
    }

    /** Numbers that name no document: days, sums, telephones, orders, the customer, terminals, delivery notes, banks. */
    String beside(String text, LocalDate day, org.saldo.money.Money amount, String customer, int order) {
        String sum = amount.toDecimal().toPlainString();
        return switch (random.nextInt(18)) {
            case 0 -> text + " PO " + order;
            case 1 -> "Bestellung " + order + " " + text;
            case 2 -> text + " pedido no. " + order;
            case 3 -> text + " cust " + customer;
            case 4 -> "Kdnr. " + customer + " " + text;
            case 5 -> text + " dd " + "%02d/%02d/%02d".formatted(day.getDayOfMonth(), day.getMonthValue(),
                    day.getYear() % 100);
            case 6 -> text + " " + "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
            case 7 -> text + " Betrag " + sum.replace('.', ',');
            case 8 -> text + " total " + amount.currency() + sum;
            case 9 -> text + " tel. +49 " + (100 + random.nextInt(800)) + " " + (100_000 + random.nextInt(800_000));
            case 10 -> text + " LS " + (80_000_000 + random.nextInt(1_000_000));
            case 11 -> text + " TERMINAL 5" + (1_000_000 + random.nextInt(9_000_000));
            case 12 -> text + " UST-ID DE" + (100_000_000 + random.nextInt(800_000_000));
            case 13 -> text + " " + "%02d%s%02d".formatted(day.getDayOfMonth(), day.getMonth().name().substring(0, 3),
                    day.getYear() % 100);
            case 14 -> text + " Auftrag-Nr. " + order + " vom " + "%02d.%02d.".formatted(day.getDayOfMonth(),
                    day.getMonthValue());
            case 15 -> "PAYMENT RUN " + "%d-%02d".formatted(day.getYear(), day.getMonthValue()) + " " + text;
            case 16 -> text + " contract " + (10_000 + random.nextInt(80_000));
            default -> text + " BIC COBADEFFXXX";
        };
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
