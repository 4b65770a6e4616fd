package org.saldo.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.ledger.Customer;
import org.saldo.ledger.HolderAddress;
import org.saldo.ledger.Iban;
import org.saldo.ledger.PostalAddress;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.ReferenceScheme;
import org.saldo.money.Money;

/**
 * The payment part of a Swiss QR-bill: version 2.3 of the Swiss Implementation Guidelines for the QR-bill (SIX Interbank
 * Clearing), with structured addresses.
 *
 * @param reference a QR reference, a creditor reference, or empty
 * @param message   for people, at most 140 characters; may be empty
 * @param payer     empty when it is left to the payer to fill in
 */
public record SwissBill(String iban, String holder, HolderAddress address, Money amount, String reference, String message,
                        Optional<Payer> payer) {

    /** Who is to pay. */
    public record Payer(String name, HolderAddress address) {
    }

    private static final Set<String> CURRENCIES = Set.of("CHF", "EUR");
    private static final Set<String> SWISS = Set.of("CH", "LI");
    private static final int MESSAGE_MAX = 140;
    private static final int NAME_MAX = 70;
    private static final int ELEMENTS_OF_A_PERSON = 7;
    private static final BigDecimal MOST = new BigDecimal("999999999.99");
    /** What may stand in a value: printable ASCII but the circumflex accent, and these. */
    private static final String BEYOND_ASCII =
            "£´ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖ"
            + "ÙÚÛÜßàáâäçèéêëìíîïñò"
            + "óôö÷ùúûüý";

    /**
     * The payment part for an account; empty where the scheme does not reach: an account that is not Swiss or whose holder has
     * no address in bank-accounts.yaml, another currency than CHF and EUR, a QR-IBAN without a QR reference, a character that
     * the scheme does not know, an amount beyond it. In EUR only customers in Switzerland and Liechtenstein get one: others
     * can read the code for SEPA.
     *
     * @param reference a QR reference, a creditor reference, or a text for people
     * @param country   of the customer
     */
    public static Optional<SwissBill> of(PrintedAccount account, Money amount, String reference, String country) {
        String currency = amount.currency().getCurrencyCode();
        boolean reached = account.isSwiss() && account.address().isPresent() && amount.currency().equals(account.currency())
                && CURRENCIES.contains(currency) && (currency.equals("CHF") || SWISS.contains(country));
        if (!reached || !amount.isPositive() || amount.toDecimal().compareTo(MOST) > 0) {
            return Optional.empty();
        }
        boolean structured = account.isQrIban() ? isQrReference(reference) : EpcCode.isCreditorReference(reference);
        if (account.isQrIban() && !structured) {
            return Optional.empty();
        }
        SwissBill bill = new SwissBill(account.iban(), account.holder(), account.address().orElseThrow(), amount,
                structured ? reference : "", structured ? "" : reference, Optional.empty());
        return bill.message.length() <= MESSAGE_MAX && bill.elements().stream().allMatch(SwissBill::isKnown)
                ? Optional.of(bill) : Optional.empty();
    }

    /** The same with the customer as the payer, where its address can be printed. */
    public SwissBill paidBy(Customer customer) {
        PostalAddress postal = customer.postal();
        String name = customer.legalName().isEmpty() ? customer.name() : customer.legalName();
        if (name.length() > NAME_MAX) {
            return this;
        }
        try {
            SwissBill named = new SwissBill(iban, holder, address, amount, reference, message, Optional.of(new Payer(name,
                    new HolderAddress(postal.street().strip(), "", postal.postalCode().strip(), postal.city().strip(),
                            customer.country()))));
            return named.elements().stream().allMatch(SwissBill::isKnown) ? named : this;
        } catch (IllegalArgumentException unfit) {
            return this;
        }
    }

    /** Whether it is a QR reference: 27 digits whose check digit is right. */
    public static boolean isQrReference(String reference) {
        return reference.matches("[0-9]{27}")
                && ReferenceScheme.QRR.complete(reference.substring(0, 26)).filter(reference::equals).isPresent();
    }

    /** What the QR code says. */
    public String payload() {
        return String.join("\n", elements());
    }

    /** The account, its holder and the address, line by line as people read them. */
    public List<String> payableTo() {
        List<String> lines = new ArrayList<>(List.of(Iban.grouped(iban)));
        lines.addAll(lines(holder, address));
        return lines;
    }

    /** Who is to pay, in the same way; empty when it is left open. */
    public List<String> payableBy() {
        return payer.map(who -> lines(who.name(), who.address())).orElse(List.of());
    }

    private static List<String> lines(String name, HolderAddress address) {
        String place = address.postalCode() + " " + address.town();
        String street = (address.street() + " " + address.building()).strip();
        return Stream.of(name, street, SWISS.contains(address.country()) ? place : address.country() + "-" + place)
                .filter(line -> !line.isEmpty()).toList();
    }

    /** The amount as people read it: {@code 12 345.60}. */
    public String amountInWords() {
        return amount.toDecimal().toPlainString().replaceAll("(?<=[0-9])(?=([0-9]{3})+\\.)", " ");
    }

    private List<String> elements() {
        List<String> nobody = Collections.nCopies(ELEMENTS_OF_A_PERSON, "");
        List<String> elements = new ArrayList<>(List.of("SPC", "0200", "1", iban));
        elements.addAll(person(holder, address));
        elements.addAll(nobody);
        elements.addAll(List.of(amount.toDecimal().toPlainString(), amount.currency().getCurrencyCode()));
        elements.addAll(payer.map(who -> person(who.name(), who.address())).orElse(nobody));
        String type = reference.isEmpty() ? "NON" : reference.startsWith("RF") ? "SCOR" : "QRR";
        elements.addAll(List.of(type, reference, message, "EPD"));
        return elements;
    }

    private static List<String> person(String name, HolderAddress address) {
        return List.of("S", name, address.street(), address.building(), address.postalCode(), address.town(),
                address.country());
    }

    private static boolean isKnown(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '^' || BEYOND_ASCII.indexOf(c) >= 0);
    }
}
