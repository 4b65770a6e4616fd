package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.saldo.ledger.NumberCore;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * Documents that are quoted by a part of their number: without its prefix, its year or its leading zeros. Such a number
 * proves little, so it counts only among the payer's open items, and only when the sum is exactly the receipt.
 */
final class NumberCores {

    private static final int MOST_CANDIDATES = 12;
    /** What is no longer may be a year and a single digit, by which alone it can be quoted. */
    private static final int YEAR_AND_DIGIT = 5;
    private static final String MISREAD = "OILSBZ";
    private static final String DIGITS = "011582";
    private static final int MOST_MISREAD = 4;

    private final int minimumDigits;
    private final BankTags tags;

    NumberCores(MatchingPolicy policy) {
        this.minimumDigits = policy.minimumDigits();
        this.tags = policy.otherNumbers().tags();
    }

    /**
     * No whole number is quoted, but parts of numbers whose open amounts add up: of the known payer, or, as a proposal, of
     * the only customer of whose name the payer's is a part. Of several who may be the payer it must fit one alone.
     */
    Optional<Verdict> decide(Question question) {
        Payer payer = question.payer();
        if (payer.contradicted()) {
            return Optional.empty();
        }
        List<List<Item>> fitting = Stream.concat(payer.customer().or(payer::onlyHint).stream(), payer.isAmbiguous()
                ? payer.others().stream() : Stream.empty()).map(customer -> completing(question, nothingOf(customer)))
                .filter(items -> !items.isEmpty()).toList();
        if (fitting.size() != 1) {
            return Optional.empty();
        }
        List<Item> found = fitting.get(0);
        Quoted nothing = nothingOf(found.get(0).customer());
        Verdict verdict = Verdict.applied(Rule.QUOTED_CORE, Reason.DOCUMENTS_QUOTED,
                nothing.customer(), nothing.with(found).parts(question.amount()), payer,
                Words.of(EvidenceWord.QUOTES_PARTS, found).and(EvidenceWord.SUM_FITS));
        return Optional.of(payer.customer().isPresent() || payer.isAmbiguous() ? verdict
                : verdict.asProposal(Reason.PAYER_UNCERTAIN, Words.of()).of(Optional.empty()));
    }

    private static Quoted nothingOf(String customer) {
        return new Quoted(customer, List.of(), false, 0, false);
    }

    /** The documents that make up what the receipt is more than {@code quoted}; empty when no or more than one set does. */
    List<Item> completing(Question question, Quoted quoted) {
        Money missing = question.amount().minus(quoted.open(question.amount()));
        if (!missing.isPositive()) {
            return List.of();
        }
        List<Item> listed = listed(question, quoted);
        if (!listed.isEmpty() && Quoted.sum(missing, listed).equals(missing)) {
            return listed;
        }
        List<Item> candidates = candidates(question, quoted);
        if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES) {
            return List.of();
        }
        if (Quoted.sum(missing, candidates).equals(missing)) {
            return candidates;
        }
        List<List<Item>> fitting = SubsetSearch.all(candidates, missing.minorUnits(), candidates.size(), 2);
        return fitting.size() == 1 ? fitting.get(0) : List.of();
    }

    /** The open documents behind a quoted number in a list of last digits or a range; empty when one is not there. */
    private List<Item> listed(Question question, Quoted quoted) {
        List<Item> found = new ArrayList<>();
        TextPieces pieces = null;
        for (Quotation.Quote quote : question.quotation().quotes()) {
            if (quote.items().size() != 1 || !quoted.names(quote.items().get(0))) {
                continue;
            }
            pieces = pieces == null ? new TextPieces(Matcher.textOf(question.receipt(), tags)) : pieces;
            for (String key : new NumberList(pieces, quote.items().get(0).number()).keysAfter(quote.reference().last())) {
                question.items().named(key).stream().filter(item -> item.isOpen() && !item.credit()
                        && item.customer().equals(quoted.customer()) && !quoted.names(item) && !found.contains(item)
                        && item.open().currency().equals(question.amount().currency())).forEach(found::add);
            }
        }
        return found;
    }

    /** The customer's open documents of whose number {@code key} may be a part. */
    List<Item> ofPart(Question question, String customer, String key) {
        Map<Long, Item> found = new LinkedHashMap<>(2);
        addOpen(question.items().account(customer, question.amount().currency()), key, question,
                nothingOf(customer), found);
        return List.copyOf(found.values());
    }

    private List<Item> candidates(Question question, Quoted quoted) {
        OpenItems account = question.items().account(quoted.customer(), question.amount().currency());
        Map<Long, Item> found = new LinkedHashMap<>();
        List<Reference> understood = new ArrayList<>(1);
        for (Reference reference : unclaimed(question, quoted.customer())) {
            if (understood.stream().anyMatch(longer -> longer.contains(reference))) {
                continue;
            }
            String key = reference.key();
            addOpen(account, key, question, quoted, found);
            addOpen(account, beforeAWord(key), question, quoted, found);
            for (String misread : asDigits(key)) {
                int before = found.size();
                addOpen(account, misread, question, quoted, found);
                if (found.size() > before && reference.blanks() == 0) {
                    understood.add(reference);
                }
            }
        }
        return found.isEmpty() ? List.of() : found.values().stream()
                .sorted(Comparator.comparing(Item::number).thenComparing(Item::id)).toList();
    }

    /** What of the text may be a number and is neither the customer's own nor announced as an order's, the longest first. */
    private List<Reference> unclaimed(Question question, String customer) {
        String own = ReferenceKey.of(customer);
        return question.quotation().references().stream()
                .filter(reference -> !reference.key().equals(own) && !reference.ofOrder())
                .sorted(Comparator.comparingInt(reference -> -reference.key().length())).toList();
    }

    private void addOpen(OpenItems account, String key, Question question, Quoted quoted, Map<Long, Item> found) {
        String core = NumberCore.ofToken(key);
        if (key.length() - NumberCore.prefix(key).length() < minimumDigits || core.isEmpty()) {
            return;
        }
        List<Item> ofCore = account.ofCore(core);
        if (ofCore.isEmpty()) {
            return;
        }
        ofCore.stream()
                .filter(item -> !item.credit() && item.isIssuedBy(question.receipt().bookingDate()) && !quoted.names(item)
                        && NumberCore.prefixesAgree(NumberCore.prefix(key), NumberCore.prefix(ReferenceKey.of(item.number())))
                        && !isEndOfAnother(key, ReferenceKey.of(item.number()), question.quotation().keys())
                        && !isOfAnotherDay(key, item, question.quotation().references()))
                .forEach(item -> found.put(item.id(), item));
    }

    /** Whether the token is the end of a longer one that is a number of the same shape as the item's, but another. */
    private static boolean isEndOfAnother(String token, String number, List<String> keys) {
        return keys.stream().anyMatch(key -> key.length() > token.length() && key.endsWith(token)
                && LikeNumber.hasSameShape(key, number) && !key.equals(number));
    }

    /**
     * Whether the text goes on behind the token with another month or year than the document's number: 2367/09-26 for
     * 2367/02-26. Then it is another document of a contract, or of a series that begins again.
     */
    private static boolean isOfAnotherDay(String token, Item item, List<Reference> references) {
        String number = ReferenceKey.of(item.number());
        String start = NumberCore.prefix(token).isEmpty() ? number.substring(NumberCore.prefix(number).length()) : number;
        String day = start.startsWith(token) ? start.substring(token.length()) : "";
        String year = Integer.toString(item.issued().getYear());
        String month = "%02d".formatted(item.issued().getMonthValue());
        int digits = day.startsWith(year) ? year.length() : day.startsWith(month) || day.startsWith(year.substring(2)) ? 2 : 0;
        return digits > 0 && references.stream().filter(longer -> longer.blanks() == 0 && longer.key().startsWith(token))
                .map(longer -> longer.key().substring(token.length()))
                .anyMatch(rest -> rest.length() >= digits && mayBeDay(rest.substring(0, digits))
                        && !rest.startsWith(day.substring(0, digits)));
    }

    private static boolean mayBeDay(String digits) {
        return digits.chars().allMatch(c -> isDigit((char) c))
                && (digits.length() == 2 ? Integer.parseInt(digits) > 0 : digits.matches("(19|20)\\d\\d"));
    }

    /**
     * The readings of a key in which letters that are misread digits, such as O for 0, are digits: such at its end, as far
     * as no other letter comes, and such between digits; each by itself or with others, for a letter may be one.
     */
    private static Set<String> asDigits(String key) {
        Set<String> found = new LinkedHashSet<>(2);
        boolean toTheEnd = true;
        boolean digitBehind = false;
        int digits = 0;
        int read = 0;
        for (int i = key.length() - 1; i >= 0; i--) {
            int misread = MISREAD.indexOf(key.charAt(i));
            boolean digit = isDigit(key.charAt(i));
            boolean between = misread >= 0 && digitBehind && i > 0 && isDigit(key.charAt(i - 1));
            toTheEnd &= digit || misread >= 0 && (i == key.length() - 1 || digitBehind);
            digits += digit || between ? 1 : 0;
            digitBehind = digit || toTheEnd || between;
            if (!digit && digitBehind && ++read <= MOST_MISREAD) {
                addRead(key, i, DIGITS.charAt(misread), found);
            }
        }
        return 2 * digits > key.length() ? found : Set.of();
    }

    private static void addRead(String key, int at, char digit, Set<String> readings) {
        List<String> before = new ArrayList<>(readings);
        before.add(key);
        for (String reading : before) {
            readings.add(reading.substring(0, at) + digit + reading.substring(at + 1));
        }
    }

    /** The key up to its last digit, when letters follow that a bank's fold has glued to it: RE2605072VOM. */
    private static String beforeAWord(String key) {
        int end = key.length();
        while (end > 0 && !isDigit(key.charAt(end - 1))) {
            end--;
        }
        return key.substring(0, end);
    }

    /** What a text may quote of a document's number. */
    static List<String> coresOf(Item item) {
        List<String> cores = NumberCore.of(item.number(), item.issued());
        List<String> shorter = ShortForms.of(item.number(), item.issued());
        return shorter.isEmpty() ? cores : Stream.concat(cores.stream(), shorter.stream()).distinct().toList();
    }

    /**
     * Quickly, whether one of {@link #coresOf} may be this one: each ends with the number's last two digits when they stand
     * together and are no zeros that it may have lost, and else with the last, or with the number's end.
     * Or they end with the last digit of its first group.
     */
    static boolean mayBeCoreOf(String core, String number) {
        char end = core.charAt(core.length() - 1);
        int group = 0;
        while (group < number.length() && !isDigit(number.charAt(group))) {
            group++;
        }
        while (group < number.length() && isDigit(number.charAt(group))) {
            group++;
        }
        if (group > 0 && number.charAt(group - 1) == end) {
            return true;
        }
        int at = number.length() - 1;
        while (at >= 0 && !isDigit(number.charAt(at)) && number.charAt(at) < 128) {
            at--;
        }
        if (!isDigit(end) || at < 0 || number.charAt(at) >= 128 || ShortForms.endsWithSingleDigit(number)) {
            return true;
        }
        boolean two = number.length() > YEAR_AND_DIGIT && at == number.length() - 1 && number.charAt(at - 1) > '0'
                && number.charAt(at - 1) <= '9';
        return number.charAt(at) == end
                && (!two || core.length() > 1 && core.charAt(core.length() - 2) == number.charAt(at - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
