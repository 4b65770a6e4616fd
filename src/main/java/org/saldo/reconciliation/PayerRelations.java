package org.saldo.reconciliation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.ledger.ReferenceKey;

/** Who pays for whom, as people have said it with days, and which accounts of ours only one customer is given. */
public final class PayerRelations {

    /** What a payer is to those for whom it pays. */
    public enum Kind { PARENT, FACTOR, GROUP_TREASURY, PSP, AGENT, GUARANTOR }

    /** By what a payer is known. */
    public enum By { CUSTOMER, ACCOUNT, NAME }

    /** From one day until another, both included; without a day it has no such end. */
    public record Days(Optional<LocalDate> from, Optional<LocalDate> until) {

        public Days {
            if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                throw new IllegalArgumentException("ends on " + until.get() + ", before it begins on " + from.get());
            }
        }

        boolean contains(LocalDate day) {
            return from.filter(day::isBefore).isEmpty() && until.filter(day::isAfter).isEmpty();
        }

        /** Whether some day is in both. */
        public boolean overlap(Days other) {
            return !endsBefore(other) && !other.endsBefore(this);
        }

        private boolean endsBefore(Days other) {
            return until.isPresent() && other.from.filter(until.get()::isBefore).isPresent();
        }
    }

    /**
     * A payer and those for whom it pays.
     *
     * @param company   empty: the standard company
     * @param payer     a customer's number, an account or a name
     * @param customers empty: for anybody
     * @param auto      whether the hub may apply by it; else it proposes
     */
    public record Relation(String company, By by, String payer, Set<String> customers, Kind kind, Days days, boolean auto) {

        public Relation {
            customers = Set.copyOf(customers);
        }

        private String key(CompanyForms forms) {
            return switch (by) {
                case CUSTOMER -> payer;
                case ACCOUNT -> ReferenceKey.of(payer);
                case NAME -> forms.of(payer);
            };
        }

        boolean isForAnybody() {
            return customers.isEmpty();
        }

        boolean covers(String customer) {
            return customers.isEmpty() || customers.contains(customer);
        }
    }

    /** An account of ours, or a number that the bank shows as one, which only this customer is given to pay to. */
    public record VirtualAccount(String company, String account, String customer, Days days) {
    }

    private static final PayerRelations NONE = new PayerRelations(List.of(), List.of());

    private final CompanyForms forms;
    private final Map<String, String> pooled = new LinkedHashMap<>();

    private final List<Relation> relations;
    private final List<VirtualAccount> virtualAccounts;
    private final Map<By, Map<String, List<Relation>>> byKey = new HashMap<>();
    private final Map<String, List<VirtualAccount>> byAccount = new HashMap<>();

    /** Everybody else pays for himself alone. */
    public PayerRelations(List<Relation> relations, List<VirtualAccount> virtualAccounts) {
        this(relations, virtualAccounts, List.of(), CompanyForms.SHIPPED);
    }

    /**
     * @param pooled words in the names of those who pay for many, of whom nothing is learned
     * @param forms  what companies have at the end of their names
     */
    public PayerRelations(List<Relation> relations, List<VirtualAccount> virtualAccounts, List<String> pooled,
            CompanyForms forms) {
        this.forms = forms;
        pooled.forEach(word -> this.pooled.put(word, ReferenceKey.of(word)));
        this.relations = List.copyOf(relations);
        this.virtualAccounts = List.copyOf(virtualAccounts);
        for (By by : By.values()) {
            byKey.put(by, new HashMap<>());
        }
        relations.forEach(relation -> byKey.get(relation.by()).merge(relation.key(forms), List.of(relation),
                PayerRelations::both));
        virtualAccounts.forEach(virtual -> byAccount.merge(ReferenceKey.of(virtual.account()), List.of(virtual),
                PayerRelations::both));
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    public static PayerRelations none() {
        return NONE;
    }

    /** By what names of companies are compared. */
    public CompanyForms forms() {
        return forms;
    }

    /** Those of one company. */
    public PayerRelations of(String company, boolean standard) {
        return new PayerRelations(
                relations.stream().filter(relation -> isOf(relation.company(), company, standard)).toList(),
                virtualAccounts.stream().filter(virtual -> isOf(virtual.company(), company, standard)).toList(),
                List.copyOf(pooled.keySet()), forms);
    }

    /** Whether the name is that of one who pays for many, such as a payment service: what it paid once says nothing. */
    boolean isPooled(String payerName) {
        if (pooled.isEmpty()) {
            return false;
        }
        String key = ReferenceKey.of(payerName);
        return pooled.entrySet().stream()
                .anyMatch(word -> key.contains(word.getValue()) && DeductionWords.hasWord(payerName, word.getKey()));
    }

    private static boolean isOf(String named, String company, boolean standard) {
        return named.equals(company) || named.isEmpty() && standard;
    }

    /** The companies that are named anywhere here. */
    public Set<String> companies() {
        Set<String> named = new HashSet<>();
        relations.forEach(relation -> named.add(relation.company()));
        virtualAccounts.forEach(virtual -> named.add(virtual.company()));
        named.remove("");
        return named;
    }

    /** Whose alone this account of ours is on {@code day}. */
    Optional<String> owner(String account, LocalDate day) {
        if (byAccount.isEmpty()) {
            return Optional.empty();
        }
        return byAccount.getOrDefault(ReferenceKey.of(account), List.of()).stream()
                .filter(virtual -> virtual.days().contains(day)).map(VirtualAccount::customer).findFirst();
    }

    /** The relations of a payer that hold on {@code day}. */
    List<Relation> of(By by, String key, LocalDate day) {
        Map<String, List<Relation>> known = byKey.get(by);
        List<Relation> all = known.isEmpty() ? List.of() : known.getOrDefault(key, List.of());
        return all.isEmpty() ? all : all.stream().filter(relation -> relation.days().contains(day)).toList();
    }

    /** The relations of a payer of this name that hold on {@code day}. */
    List<Relation> named(String payerName, LocalDate day) {
        return byKey.get(By.NAME).isEmpty() ? List.of() : of(By.NAME, forms.of(payerName), day);
    }
}
