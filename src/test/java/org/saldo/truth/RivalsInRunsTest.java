package org.saldo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Document;
import org.saldo.ledger.Receipt;
import org.saldo.store.LedgerFixture;

/**
 * Receipts that want the same item, and records that come in any order and any number of runs: what names a document has it
 * in the end, and nothing else is settled that another split would not settle, or leave to a person.
 */
class RivalsInRunsTest {

    private static final LocalDate BOOKED = LocalDate.of(2026, 5, 4);
    private static final int SPLITS = Integer.getInteger("rivals.splits", 10);
    private static final int MOST_RUNS = 5;

    /** What may become of the receipts: who may settle what, and who must. */
    private static final class Scenes {

        private final Random random;
        private final List<Customer> customers = new ArrayList<>();
        private final List<Document> documents = new ArrayList<>();
        private final List<Receipt> receipts = new ArrayList<>();
        private final Map<String, Set<String>> may = new HashMap<>();
        private final Map<String, String> must = new TreeMap<>();
        private int number = 2000;

        Scenes(long seed) {
            random = new Random(seed);
            for (int scene = 0; scene < 14; scene++) {
                String customer = "C" + (300 + scene);
                customers.add(LedgerFixture.customer(customer, "Customer Number " + customer, "DE" + customer));
                play(scene % 7, customer);
            }
        }

        private void play(int scene, String customer) {
            String amount = (100 + random.nextInt(900)) + ".37";
            String first = item(customer, amount);
            switch (scene) {
                case 0 -> {                                       // silent money, and a stranger who names the item
                    silent(customer, amount, Set.of());
                    named("a stranger", "XX1", first, amount);
                }
                case 1 -> {                                       // twice the same item of that amount, one is named
                    String second = item(customer, amount);
                    silent(customer, amount, Set.of(second));
                    named("", "DE" + customer, first, amount);
                }
                case 2 -> {                                       // two who name nothing
                    silent(customer, amount, Set.of(first));
                    silent(customer, amount, Set.of(first));
                }
                case 3 -> {                                       // a silent sum of two, one of which is named elsewhere
                    item(customer, "50.11");
                    silent(customer, plus(amount, "50.11"), Set.of());
                    named("", "DE" + customer, first, amount);
                }
                case 4 -> {                                       // nothing tells which of two is paid
                    item(customer, amount);
                    silent(customer, amount, Set.of());
                }
                case 5 -> {                                       // paid twice, each time by its number
                    named("", "DE" + customer, first, amount);
                    must.remove(last());
                    named("", "DE" + customer, first, amount);
                    must.remove(last());
                }
                default -> {                                      // a part that names the item, and the silent rest
                    String rest = amount.replace(".37", ".00");
                    named("", "DE" + customer, first, "0.37");
                    silent(customer, rest, Set.of(first));
                }
            }
        }

        private String item(String customer, String amount) {
            number += 11;
            documents.add(LedgerFixture.invoice("INV-" + number, customer, BOOKED.minusDays(30), amount));
            return "INV-" + number;
        }

        private String last() {
            return receipts.get(receipts.size() - 1).key().paymentId();
        }

        private void silent(String customer, String amount, Set<String> documents) {
            receipts.add(LedgerFixture.receipt("P%03d".formatted(receipts.size()), BOOKED.plusDays(random.nextInt(9)), amount, "",
                    "DE" + customer, "thank you"));
            may.put(last(), documents);
        }

        private void named(String payer, String iban, String document, String amount) {
            receipts.add(LedgerFixture.receipt("P%03d".formatted(receipts.size()), BOOKED.plusDays(random.nextInt(9)), amount,
                    payer, iban, "invoice " + document));
            may.put(last(), Set.of(document));
            must.put(last(), document);
        }

        private static String plus(String one, String other) {
            return new java.math.BigDecimal(one).add(new java.math.BigDecimal(other)).toPlainString();
        }
    }

    @Test
    void anySplitIntoRunsGivesTheSameOrAsksAPerson() {
        for (long seed = 1; seed <= SPLITS; seed++) {
            Scenes scenes = new Scenes(seed % 3);
            Map<String, Set<String>> settled = played(scenes, new Random(seed));
            settled.forEach((payment, documents) -> assertThat(scenes.may.get(payment)).as(payment).containsAll(documents));
            assertThat(settled).allSatisfy((payment, documents) -> assertThat(documents).hasSize(1));
            Map<String, Set<String>> found = settled;
            scenes.must.forEach((payment, document) -> assertThat(found.get(payment)).as(payment).containsExactly(document));
        }
    }

    /** The documents that each receipt settles once all records are there. */
    private static Map<String, Set<String>> played(Scenes scenes, Random random) {
        List<Document> documents = new ArrayList<>(scenes.documents);
        List<Receipt> receipts = new ArrayList<>(scenes.receipts);
        Collections.shuffle(documents, random);
        Collections.shuffle(receipts, random);
        int runs = 1 + random.nextInt(MOST_RUNS);
        try (Books books = new Books()) {
            books.take(BOOKED, scenes.customers, List.of(), List.of(), List.of());
            for (int run = 0; run < runs; run++) {
                LocalDate day = BOOKED.plusDays(10 + run);
                books.take(day, List.of(), part(documents, run, runs), part(receipts, run, runs), List.of());
                books.reconcile(day);
            }
            books.reconcile(BOOKED.plusDays(30));
            books.verify();
            Map<String, Set<String>> settled = new TreeMap<>();
            books.settled().forEach(line -> {
                String[] words = line.split(" ");
                settled.computeIfAbsent(words[0], any -> new TreeSet<>()).add(words[2]);
            });
            return settled;
        }
    }

    private static <T> List<T> part(List<T> all, int run, int runs) {
        return all.subList(all.size() * run / runs, all.size() * (run + 1) / runs);
    }
}
