package org.saldo.reconciliation;

import java.util.List;
import java.util.Map;
import org.saldo.ledger.DifferenceCode;

/** The words of the policy that is shipped. */
final class ShippedWords {

    /** What payers write as the reason of a deduction. */
    static final Map<DifferenceCode, List<String>> OF_DEDUCTIONS = Map.ofEntries(
            Map.entry(DifferenceCode.DISC_UNEARNED, List.of("discount", "cash discount", "skonto", "pronto pago",
                    "descuento pronto pago", "escompte", "korting betaling", "desconto", "现金折扣")),
            Map.entry(DifferenceCode.BANK_CHARGE, List.of("bank charge", "bank fee", "bank costs", "bankspesen",
                    "bankgebühr", "bankgebuehr", "gastos bancarios", "comisión bancaria", "frais bancaires", "bankkosten",
                    "手续费")),
            Map.entry(DifferenceCode.FX_ROUNDING, List.of("exchange rate", "exchange difference", "fx",
                    "kursdifferenz", "wechselkurs", "tipo de cambio", "taux de change", "汇率")),
            Map.entry(DifferenceCode.WITHHOLDING_TAX, List.of("withholding", "withheld tax", "wht", "quellensteuer",
                    "abzugsteuer", "retención", "retención irpf", "irpf", "irrf", "retenue à la source", "代扣", "预扣税")),
            Map.entry(DifferenceCode.PRICE, List.of("price", "preis", "precio", "prix", "prijs", "preço", "价格",
                    "单价")),
            Map.entry(DifferenceCode.QUANTITY, List.of("quantity", "short delivery", "shortage", "missing goods",
                    "menge", "fehlmenge", "minderlieferung", "cantidad", "quantité", "manquant", "aantal", "数量", "短缺")),
            Map.entry(DifferenceCode.QUALITY_RETURN, List.of("quality", "damage", "damaged", "defect", "defective",
                    "returned goods", "return of goods", "qualität", "qualitaet", "mangel", "mängel", "maengel",
                    "reklamation", "retoure", "rücksendung", "ruecksendung", "calidad", "defecto", "devolución", "qualité",
                    "défaut", "avarie", "质量", "退货")),
            Map.entry(DifferenceCode.REBATE_PROMO, List.of("rebate", "bonus", "promotion", "advertising", "rabatt",
                    "mengenrabatt", "werbekosten", "werbekostenzuschuss", "rappel", "bonificación", "promoción", "ristourne",
                    "remise", "返利", "促销")),
            Map.entry(DifferenceCode.PENALTY_LATE_DELIVERY, List.of("penalty", "late delivery", "vertragsstrafe",
                    "pönale", "poenale", "lieferverzug", "penalización", "penalidad", "pénalité", "罚款", "违约金")),
            Map.entry(DifferenceCode.DUPLICATE_INVOICE, List.of("duplicate", "billed twice", "doppelt", "duplicada",
                    "duplicado", "facture en double", "重复")),
            Map.entry(DifferenceCode.FREIGHT, List.of("freight", "shipping", "carriage", "fracht", "versandkosten",
                    "flete", "portes", "gastos de envío", "fret", "运费")),
            Map.entry(DifferenceCode.SETOFF, List.of("set off", "setoff", "offset", "netting", "aufrechnung",
                    "verrechnung", "compensación", "compensation", "抵销", "冲抵")),
            Map.entry(DifferenceCode.RETENTION, List.of("retention", "retainage", "einbehalt",
                    "sicherheitseinbehalt", "gewährleistungseinbehalt", "retención de garantía", "fondo de garantía",
                    "retenue de garantie", "质保金", "保留金")),
            Map.entry(DifferenceCode.ROUNDING, List.of("rounding", "rundung", "redondeo", "arrondi", "afronding",
                    "尾差")));

    /** What a text says whose charges were shared or borne by us. */
    static final List<String> OF_CHARGES = List.of("71A SHA", "71A BEN", "CHRG SHA", "CHRG SHAR", "CHRG BEN", "CHRG CRED",
            "CHGS SHA", "CHGS BEN", "CHARGES SHA", "CHARGES BEN", "bank charges", "bank charge", "charges shared",
            "bankspesen", "spesen", "gastos bancarios", "comisiones", "frais bancaires", "手续费");

    /** What announces a document's number. */
    static final List<String> OF_NUMBERS = List.of(
            "n", "no", "nr", "num", "inv", "invs", "invoice", "invoices", "bill", "bills", "doc", "document", "item",
            "rechnung", "rechnungen", "rechnungsnummer", "rechnungsnr", "rechnr", "rechn", "rech", "rg", "rgnr", "re",
            "renr", "rnr", "beleg", "belegnr", "facture", "factures", "fact", "fac", "piece", "factura", "facturas",
            "fra", "fras", "fc", "comprobante", "folio", "nf", "nfe", "fiscal", "fatura", "faturas", "factuur",
            "facturen", "factuurnr", "factuurnummer", "fattura", "fatture", "fatt", "ft", "faktura", "fakture", "faktury",
            "fakturu", "fakturanr", "faktnr", "fv", "fa", "vs", "ocr", "kid", "lasku", "laskun", "szamla", "发票", "发票号",
            "发票号码", "票号", "号", "货款",
            "invc", "fakt", "fakturor", "fakturaer", "faktuur", "laskut", "laskunro", "laskunumero", "regning", "bilag",
            "nota", "dokument", "dok", "documento", "发票编号");

    /** What stands before numbers that are no document's. */
    static final OtherNumbers OF_OTHERS = new OtherNumbers(
            List.of("order", "orders", "po", "auftrag", "bestellung", "bestell", "bestellnr", "auftragsnr", "pedido", "orden",
                    "oc", "commande", "cde", "ordine", "bestelling", "encomenda", "zamowienie", "objednavka", "cust", "customer",
                    "kd", "kdnr", "kunde", "kunden", "kundennr", "cliente", "client", "contract", "vertrag", "contrato",
                    "contrat", "ls", "terminal", "our", "unser", "nuestra", "订单", "订单号", "合同",
                    "kund", "kundnr", "kundenr", "klant", "klantnr", "klantnummer", "klient", "kontrahent", "asiakas",
                    "asiakasnro", "debitor", "debiteur", "account", "acct", "ord", "ordre", "tilaus", "inkooporder", "zam",
                    "lieferschein", "delivery", "albaran", "pakbon", "ddt", "siparis", "sozlesme", "musteri", "umowa",
                    "contratto", "注文", "契約", "得意先", "客户", "客户号", "合同号"),
            List.of("cheque", "check", "chq", "chk", "scheck", "talon", "terminal", "trace", "流水号", "支票号",
                    "cro", "trn", "sorgu", "dekont", "utr", "imad", "omad"),
            List.of("tel", "telefon", "telefono", "telefone", "telephone", "phone", "fon", "fax", "mobil", "mobile", "movil",
                    "handy", "电话", "手机", "传真", "telf", "tfno", "tlf", "tfn", "fone", "ph", "puh"),
            List.of("EUR", "USD", "GBP", "CHF", "CNY", "RMB", "JPY", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "MXN", "BRL",
                    "CLP", "COP", "PEN", "ARS", "INR", "CAD", "AUD", "HKD", "SGD", "KRW", "TRY", "ZAR", "AED", "THB", "RON",
                    "BGN", "UAH", "ILS", "SAR", "NZD", "TWD", "MYR", "IDR", "PHP", "VND"),
            new BankTags(List.of("EREF", "KREF", "MREF", "BREF", "RREF", "CRED", "DEBT", "COAM", "OAMT", "SVWZ", "ABWA", "ABWE",
                    "PURP", "IBAN", "BIC")));

    /** At the end of companies' names. */
    static final List<String> COMPANY_FORMS = List.of("AG", "AB", "ApS", "AS", "ASA", "Bhd", "BV", "Cia", "Co", "Company", "Corp",
            "Corporation", "CV", "dd", "doo", "eG", "EIRL", "eK", "EU", "EURL", "eV", "GbR", "GesmbH", "GmbH", "Inc",
            "Incorporated", "JSC", "Kft", "KG", "KGaA", "KK", "Lda", "Limited", "Limitada", "LLC", "LLP", "LP", "Ltd", "Ltda",
            "mbH", "NV", "OG", "OHG", "OU", "Oy", "Oyj", "PLC", "PT", "Pte", "Pty", "Pvt", "SA", "SAC", "SARL", "SAS", "SC",
            "SCA", "Sdn", "SE", "SL", "SLU", "SNC", "SpA", "SPRL", "SRL", "sro", "spzoo", "UG", "zoo", "sp", "z", "o", "oo",
            "股份有限公司", "有限责任公司", "有限公司", "公司");

    private ShippedWords() {
    }
}
