package org.saldo.truth;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import org.saldo.money.Money;

/** What a bank makes of a payer's words before the seller sees them. */
enum BankFormat {

    AS_IT_WAS, MT940_FIELDS, SEPA_TAGS, SEPA_SPACED, CUT_140, FOLDED_35, FOLDED_27, CAPITALS, NORMA_43, SPEI, PIX,
            CHINESE, ACH_CTX,
    LOCKBOX, CHEQUE, FEDWIRE, PDF_ADVICE, SWIFT_TAGS;

    String write(String words, LocalDate day, Money amount, String payer, Random random) {
        String sum = amount.toDecimal().abs().toPlainString();
        int any = 1000 + random.nextInt(9000);
        return switch (this) {
            case AS_IT_WAS -> words;
            case MT940_FIELDS -> fields("EREF+" + "NOTPROVIDED" + "SVWZ+" + words + "ABWA+" + cut(payer, 20));
            case SEPA_TAGS -> "EREF+ZV" + any + day.getYear() + " KREF+" + any + " SVWZ+" + words;
            case SEPA_SPACED -> "End-to-End: NOTPROVIDED Verwendungszweck: " + words;
            case CUT_140 -> cut(words, 140);
            case FOLDED_35 -> folded(words, 35, random.nextBoolean() ? "\n" : " ");
            case FOLDED_27 -> folded(words, 27, random.nextBoolean() ? "\n" : " ");
            case CAPITALS -> words.toUpperCase(Locale.ROOT);
            case NORMA_43 -> "TRANSFERENCIA DE " + cut(payer, 20).toUpperCase(Locale.ROOT) + " CONCEPTO "
                    + folded(words.toUpperCase(Locale.ROOT), 38, " ");
            case SPEI -> "SPEI RECIBIDO BANCO 0" + any + "12 REF " + "%07d".formatted(random.nextInt(10_000_000))
                    + " " + words;
            case PIX -> "PIX RECEBIDO " + cut(payer, 18) + " " + words + " E" + "%08d".formatted(any) + day.toString()
                    .replace("-", "") + any;
            case CHINESE -> "网银转账 摘要：" + words + " 流水号" + any + "" + any + "" + any;
            case ACH_CTX -> "ORIG CO NAME:" + cut(payer, 16) + " DESC DATE:" + day.toString().substring(2).replace("-", "")
                    + " SEC:CTX TRACE#:0210000" + any + any + " ADDENDA: " + words + " AMT " + sum;
            case LOCKBOX -> "LOCKBOX 00" + any + " CHK " + (98_000 + any) + " " + words + " " + sum;
            case CHEQUE -> "CHEQUE NO " + "%06d".formatted(100_000 + any) + " " + words;
            case FEDWIRE -> "FEDWIRE CREDIT VIA: BANK/021000021 B/O: " + cut(payer, 24) + " OBI=" + words + " IMAD: "
                    + day.toString().replace("-", "") + "B1Q" + any;
            case PDF_ADVICE -> "Remittance advice\nOur ref " + any + "\nDocument Amount\n" + words + " " + sum
                    + "\nTotal " + sum;
            case SWIFT_TAGS -> "/ROC/" + any + "B//URI/" + words + "/OCMT/" + amount.currency() + sum.replace('.',
                    ',') + "/";
        };
    }

    /** The sub-fields of a German MT940, as some programs pass them on. */
    private static String fields(String text) {
        StringBuilder fields = new StringBuilder("?00GUTSCHRIFT");
        for (int at = 0, field = 20; at < text.length() && field < 30; at += 27, field++) {
            fields.append('?').append(field).append(text, at, Math.min(text.length(), at + 27));
        }
        return fields.toString();
    }

    private static String folded(String text, int width, String by) {
        StringBuilder lines = new StringBuilder(text);
        for (int at = width; at < lines.length(); at += width + 1) {
            lines.insert(at, by);
        }
        return lines.toString();
    }

    private static String cut(String text, int width) {
        return text.length() > width ? text.substring(0, width) : text;
    }
}
