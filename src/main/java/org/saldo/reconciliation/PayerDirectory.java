package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.ledger.Receipt;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Words;

/**
 * One company's customers, and what is known of those who pay for them: whom a receipt's payer may be. Complete once every
 * customer and every earlier confirmation was added.
 */
public final class PayerDirectory {

    private final PayerAccounts accounts = new PayerAccounts();
    private final PayerNames names;
    private final PayerTokens tokens = new PayerTokens();
    private final Map<String, String> parents = new HashMap<>();
    private final Set<String> customers = new HashSet<>();
    private final Map<String, CustomerTerms> terms = new HashMap<>();
    private final LearnedPayers learned;
    private final PayerRelations relations;
    private int added;

    /** Without relations; two confirmations prove a payer. */
    public PayerDirectory() {
        this(PayerRelations.none(), 2);
    }

    /** @param confirmations how many payments must have confirmed a payer that is not on file; two at least */
    public PayerDirectory(PayerRelations relations, int confirmations) {
        this.relations = relations;
        this.names = new PayerNames(relations.forms());
        this.learned = new LearnedPayers(confirmations);
    }

    /** Adds a customer; empty texts say nothing. */
    public void add(String customer, String name, String legalName, String iban, String parent) {
        add(customer, name, legalName, iban, parent, "");
    }

    /** Adds a customer; empty texts say nothing. */
    public void add(String customer, String name, String legalName, String iban, String parent, String taxId) {
        customers.add(customer);
        added++;
        accounts.add(iban, customer);
        names.add(customer, name, legalName);
        tokens.add(customer, taxId);
        if (!parent.isEmpty()) {
            parents.put(customer, parent);
        }
    }

    /** What a customer is given to pay with, whatever it pays, names it. */
    public void addReference(String customer, String reference) {
        tokens.addReference(reference, customer);
    }

    /** Adds what a customer's data say about how its payments are treated. */
    public void add(String customer, CustomerTerms said) {
        terms.put(customer, said);
    }

    CustomerTerms terms(String customer) {
        return terms.getOrDefault(customer, CustomerTerms.NONE);
    }

    /** Whether the customer is known; the documents of one that is not are waiting for it. */
    public boolean knows(String customer) {
        return customers.contains(customer);
    }
    PayerTokens tokens() {
        return tokens;
    }

    /** The customers whose tax id or number is among these keys of a text. */
    public List<String> named(Collection<String> keys) {
        return tokens.of(keys);
    }

    /** Who the payer is by account, else by name; two customers at the same rank are nobody. */
    public Payer identify(String payerName, String payerIban) {
        return new Look(payerName, payerIban, LocalDate.MAX, List.of()).payer();
    }

    /** Who the payer is, as far as the text does not say it. */
    public Payer identify(Receipt receipt) {
        return identify(receipt, List.of());
    }

    /** @param named the customers whose tax id or number the text has */
    Payer identify(Receipt receipt, List<String> named) {
        Optional<String> owner = relations.owner(receipt.key().account(), receipt.bookingDate());
        if (owner.isPresent()) {
            return Payer.known(Payer.Proof.VIRTUAL_ACCOUNT, owner.get(), false, Words.of(EvidenceWord.OUR_ACCOUNT,
                    receipt.key().account(), owner.get()));
        }
        return new Look(receipt.payerName(), receipt.payerIban(), receipt.bookingDate(), named).payer();
    }

    /** Whether the identified payer pays for {@code customer}: by a relation, as its parent, or as people have shown. */
    boolean paysFor(Payer payer, String customer, LocalDate day) {
        if (payer.customer().isEmpty()) {
            return false;
        }
        String number = payer.customer().get();
        Optional<PayerRelations.Relation> said = relations.of(PayerRelations.By.CUSTOMER, number, day).stream()
                .filter(relation -> relation.covers(customer)).findFirst();
        return said.map(PayerRelations.Relation::auto)
                .orElseGet(() -> number.equals(parents.get(customer)) || learned.paysFor(number, customer));
    }

    /** Whether the text speaks for the customer, or the payer's name, which is the customer's alone or that one cut short. */
    boolean isNamed(Receipt receipt, Payer payer, List<String> inText, String customer) {
        List<String> own = List.of(customer);
        return inText.equals(own) || names.of(receipt.payerName()).equals(own) || payer.proof() == Payer.Proof.NAME
                && names.cut(relations.forms().of(receipt.payerName())).contains(customer);
    }

    /** What a payment of {@code receipt} for the customer would confirm of the payer: only what is not on file. */
    List<Confirmation> unproved(Receipt receipt, String customer) {
        String account = ReferenceKey.of(receipt.payerIban());
        LocalDate day = receipt.bookingDate();
        if (accounts.of(account) != OnFile.NOBODY || relations.owner(receipt.key().account(), day).isPresent()
                || !relations.of(PayerRelations.By.ACCOUNT, account, day).isEmpty()
                || !relations.named(receipt.payerName(), day).isEmpty() || relations.isPooled(receipt.payerName())) {
            return List.of();
        }
        List<Confirmation> found = new ArrayList<>(2);
        add(found, Confirmation.Kind.ACCOUNT, account, receipt, customer);
        if (names.of(receipt.payerName()).isEmpty()) {
            String name = relations.forms().of(receipt.payerName());
            if (name.length() >= PayerNames.SHORTEST) {
                add(found, Confirmation.Kind.NAME, name, receipt, customer);
            }
        }
        return found;
    }

    private void add(List<Confirmation> found, Confirmation.Kind kind, String key, Receipt receipt, String customer) {
        if (learned.wants(kind, key, customer)) {
            found.add(new Confirmation(kind, key, customer, receipt.key().paymentId()));
        }
    }

    /** Takes note of a payment that confirms a payer; it counts from {@link #learn()} on. */
    public void confirm(Confirmation confirmed) {
        learned.confirm(confirmed);
    }
    /** From now on what was confirmed counts; returns the customers for whom something speaks now that did not before. */
    public Set<String> learn() {
        return learned.learn();
    }

    /** One look at what a receipt says of its payer, the best proof first. */
    private final class Look {

        private final String name;
        private final String iban;
        private final String account;
        private final List<String> named;
        private final OnFile onFile;
        private final List<PayerRelations.Relation> accountSaid;
        private final List<PayerRelations.Relation> nameSaid;

        Look(String name, String iban, LocalDate day, List<String> named) {
            this.name = name;
            this.iban = iban;
            this.account = ReferenceKey.of(iban);
            this.named = named;
            this.onFile = accounts.of(iban);
            this.accountSaid = relations.of(PayerRelations.By.ACCOUNT, account, day);
            this.nameSaid = relations.named(name, day);
        }

        Payer payer() {
            boolean isSaid = !accountSaid.isEmpty() || !nameSaid.isEmpty();
            if (!isSaid && named.isEmpty() && !onFile.customers().isEmpty()) {
                return onFileAlone();
            }
            Payer found = byAccount();
            boolean asks = isSaid && !Stream.concat(accountSaid.stream(), nameSaid.stream())
                    .allMatch(PayerRelations.Relation::auto);
            return !asks ? found : found.asking(Words.of(EvidenceWord.PERSON_CONFIRMS));
        }

        private Payer onFileAlone() {
            Payer before = onFile.before(added, name, iban);
            if (before != null) {
                return before;
            }
            Payer found = byAccount();
            onFile.keep(added, name, iban, found);
            return found;
        }

        private Payer byAccount() {
            List<String> customers = onFile.customers();
            if (!accountSaid.isEmpty()) {
                return isForAnybody(accountSaid) ? byText()
                        : related(accountSaid, customers, Payer.Proof.ACCOUNT);
            }
            if (customers.isEmpty()) {
                return nameSaid.isEmpty() ? learnedAccount() : byText();
            }
            return checked(Payer.among(Payer.Proof.ACCOUNT, customers, customers.size() == 1
                    ? Words.of(EvidenceWord.ACCOUNT_OF, iban, customers.get(0))
                    : Words.of(EvidenceWord.ACCOUNT_OF_SEVERAL, iban, customers)));
        }

        private Payer related(List<PayerRelations.Relation> said, List<String> known, Payer.Proof proof) {
            List<String> all = Stream.concat(known.stream(), said.stream().flatMap(one -> one.customers().stream()))
                    .distinct().sorted().toList();
            Words why = proof == Payer.Proof.ACCOUNT
                    ? Words.of(EvidenceWord.ACCOUNT_PAYS_FOR, iban, all, said.get(0).kind())
                    : Words.of(EvidenceWord.NAME_PAYS_FOR, name, all, said.get(0).kind());
            return checked(Payer.among(proof, all, why));
        }

        private static boolean isForAnybody(List<PayerRelations.Relation> said) {
            return said.stream().anyMatch(PayerRelations.Relation::isForAnybody);
        }

        private Payer learnedAccount() {
            Payer rest = byText();
            return learned.customer(Confirmation.Kind.ACCOUNT, account).filter(any -> !relations.isPooled(name))
                    .map(customer -> checked(Payer.known(Payer.Proof.LEARNED, customer, false, Words.of(
                            EvidenceWord.ACCOUNT_PAID_FOR, iban, customer,
                            learned.payments(Confirmation.Kind.ACCOUNT, account, customer))))
                    .insteadOf(rest.otherwise().orElse(rest))).orElse(rest);
        }

        private Payer byText() {
            return named.isEmpty() ? byName() : checked(Payer.among(Payer.Proof.TEXT, named,
                    Words.of(EvidenceWord.TEXT_NAMES, named)));
        }

        private Payer byName() {
            List<String> ofName = names.of(name);
            if (!ofName.isEmpty()) {
                return Payer.among(Payer.Proof.NAME, ofName, Words.of(ofName.size() == 1 ? EvidenceWord.NAME_OF
                        : EvidenceWord.NAME_OF_SEVERAL, name, ofName));
            }
            if (!nameSaid.isEmpty()) {
                return isForAnybody(nameSaid) ? Payer.unknown(List.of(), Words.of(EvidenceWord.NAME_PAYS_FOR_ANYBODY,
                        name, nameSaid.get(0).kind())) : related(nameSaid, List.of(), Payer.Proof.NAME);
            }
            String key = relations.forms().of(name);
            List<String> hints = names.cut(key);
            Payer unknown = Payer.unknown(hints, hints.isEmpty() ? Words.of(EvidenceWord.NOT_ON_FILE)
                    : Words.of(EvidenceWord.NAME_PART_OF, name, hints));
            return learned.customer(Confirmation.Kind.NAME, key).filter(customer -> isSafe(customer, hints))
                    .map(customer -> Payer.known(Payer.Proof.LEARNED_NAME, customer, false, Words.of(
                            EvidenceWord.NAME_PAID_FOR, name, customer,
                            learned.payments(Confirmation.Kind.NAME, key, customer)))
                            .insteadOf(unknown)).orElse(unknown);
        }

        /** A learned name says nothing where it may be a part of another one, or where the account has paid for others. */
        private boolean isSafe(String customer, List<String> hints) {
            return hints.stream().allMatch(customer::equals) && !relations.isPooled(name)
                    && !learned.hasPaidForOthersThan(Confirmation.Kind.ACCOUNT, account, customer);
        }

        /** The payer with what the text or the name say against it. */
        private Payer checked(Payer payer) {
            if (payer.customer().isEmpty()) {
                return payer;
            }
            String customer = payer.customer().get();
            if (!named.isEmpty() && !named.contains(customer)) {
                return payer.but(Words.of(EvidenceWord.BUT_TEXT_NAMES, named));
            }
            List<String> ofName = names.of(name);
            return ofName.isEmpty() || ofName.contains(customer) ? payer
                    : payer.but(Words.of(EvidenceWord.BUT_NAME_OF, ofName));
        }
    }
}
