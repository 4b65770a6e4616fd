package org.saldo.job.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.saldo.delivery.export.RowSink;
import org.saldo.delivery.worklist.HouseWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.Debt;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.interest.Interest;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.interest.LateInterest;
import org.saldo.dunning.interest.Law;
import org.saldo.dunning.interest.UnknownRateException;
import org.saldo.job.people.Decided;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.money.Money;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.CustomerFiles;
import org.saldo.store.dunning.DunningStore;
import org.saldo.store.export.HandoverStore;

/**
 * Packs a customer's case for an agency, a lawyer or a credit insurer: what is owed with the interest to date, the evidence of
 * its account, every contact, what it contested and promised, and the files that people keep of it.
 */
public final class HandoverJob {

    private static final List<String> CLAIM = List.of("document", "issued", "due", "days_overdue", "currency", "amount", "open",
            "disputed_promised_or_in_plan", "interest", "lump_sum");
    private static final List<String> INTEREST = List.of("document", "first_day", "last_day", "days", "currency", "base", "rate",
            "law", "why", "source", "interest");
    private static final int FILE_BYTES_MAX = 25_000_000;

    private final Ledger ledger;
    private final EvidenceJob evidence;
    private final Authority authority;
    private final InterestPolicy interest;
    private final HandoverStore store;
    private final WorklistWordings words;
    private final DunningStore dunning;

    /** @param words in which the company reads its summary */
    public HandoverJob(Ledger ledger, EvidenceJob evidence, Authority authority, InterestPolicy interest,
            WorklistWordings words) {
        this.words = words;
        this.ledger = ledger;
        this.evidence = evidence;
        this.authority = authority;
        this.interest = interest;
        this.store = new HandoverStore(ledger);
        this.dunning = new DunningStore(ledger);
    }

    /**
     * Keeps a file of a customer for its handover.
     *
     * @throws Refused when the customer is not known, the person may not, or the file is empty or too large
     */
    public Decided keep(Decider who, String customer, CustomerFiles.File file) {
        if (file.bytes().length == 0 || file.bytes().length > FILE_BYTES_MAX) {
            throw new Refused("file " + file.name() + ": has " + file.bytes().length + " bytes; 1 to " + FILE_BYTES_MAX
                    + " can be kept");
        }
        CustomerId id = evidence.known(who.company(), customer);
        authority.require(who.actor(), PersonAction.NOTE, id.company());
        long number = ledger.record(BatchKind.PERSON, who.actor(), who.day(), batch ->
                new CustomerFiles().keep(batch, who, id, file));
        return new Decided("F-" + number, "F-" + number + ": " + file.name() + " is kept of " + customer);
    }

    /**
     * Writes a ZIP to {@code out}, which stays open, and returns how many files it holds. The same books and day give the same
     * bytes.
     *
     * @param company empty for the standard one
     * @param day     interest counts through the day before
     * @throws Refused when the customer is not known
     */
    public int pack(String company, String customer, LocalDate day, OutputStream out) {
        CustomerId id = evidence.known(company, customer);
        EvidenceZip zip = new EvidenceZip(out);
        String summary = ledger.record(BatchKind.PERSON, "handover", day, batch ->
                dunning.readCase(batch, id, day).map(now -> claim(batch, now, zip)).orElse(""));
        evidence.tables(id, zip);
        store.tables(id, zip::table);
        try (RowSink contacts = zip.table("contacts", List.of("at", "kind", "direction", "reference", "words", "by"))) {
            store.contacts(id, day, contacts);
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        zip.add("summary.txt", summary.getBytes(StandardCharsets.UTF_8));
        zip.addTables();
        evidence.kept(id, zip);
        store.letters(id).forEach(letter -> zip.add(letter.name(), evidence.bytes(letter)));
        store.files(id).forEach(file -> zip.add(file.name(), evidence.bytes(file)));
        return zip.finish();
    }

    /** What is overdue and the interest on it, as tables; in words for who reads it first. */
    private String claim(Batch batch, DunningCase now, EvidenceZip zip) {
        WorklistWording own = words.in(evidence.language(now.customer().id()));
        HandoverStore.Debts late = store.debts(batch, now);
        Optional<Law> law = interest.ruleFor(now.customer()).flatMap(InterestPolicy.Rule::law);
        Map<String, Money> owed = new TreeMap<>();
        Map<String, Money> accrued = new TreeMap<>();
        StringBuilder notes = new StringBuilder();
        try (RowSink claims = zip.table("claim", CLAIM); RowSink lines = zip.table("interest", INTEREST)) {
            for (Debt debt : late.debts()) {
                Optional<Interest> cost = law.flatMap(each -> interestOf(each, late, debt, batch.day(),
                why -> notes.append(own.of(
                        HouseWord.HANDOVER_NO_RATE, debt.document(), why)).append('\n')));
                String currency = debt.open().currency().getCurrencyCode();
                owed.merge(currency, debt.open(), Money::plus);
                cost.ifPresent(each -> accrued.merge(currency, each.lumpSum().map(each.total()::plus).orElse(each.total()),
                        Money::plus));
                claims.row(debt.document(), debt.issued(), debt.due(), ChronoUnit.DAYS.between(debt.due(), batch.day()), currency,
                        debt.amount().toDecimal(), debt.open().toDecimal(), debt.withoutPauses().excluded().toDecimal(),
                        cost.map(each -> each.total().toDecimal()).orElse(null),
                        cost.flatMap(Interest::lumpSum).map(Money::toDecimal).orElse(null));
                for (Interest.Line line : cost.map(Interest::lines).orElse(List.of())) {
                    lines.row(debt.document(), line.first(), line.last(), line.days(), currency, line.base().toDecimal(),
                            line.rate(), law.orElseThrow().title(), line.why(), line.source(), line.amount().toDecimal());
                }
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        store.fees(batch, now.customer().id()).values().forEach(amount ->
                notes.append(own.of(HouseWord.HANDOVER_FEES, own.money(amount))).append('\n'));
        return summary(own, now, batch.day(), owed, accrued) + law.map(each -> own.of(HouseWord.HANDOVER_INTEREST, each.title(),
                batch.day().minusDays(1))).orElseGet(() -> own.of(HouseWord.HANDOVER_NO_LAW)) + "\n" + notes;
    }

    private static Optional<Interest> interestOf(Law law, HandoverStore.Debts late, Debt debt, LocalDate day,
            Consumer<String> unknownRate) {
        try {
            return Optional.of(new LateInterest(law, late.items().get(debt.itemId())).owed(day));
        } catch (UnknownRateException unknown) {
            unknownRate.accept(unknown.getMessage());
            return Optional.empty();
        }
    }

    private static String summary(WorklistWording own, DunningCase now, LocalDate day, Map<String, Money> owed,
            Map<String, Money> accrued) {
        Customer customer = now.customer();
        StringBuilder text = new StringBuilder(own.of(HouseWord.HANDOVER_TITLE, day)).append("\n\n")
                .append(own.of(HouseWord.HANDOVER_CUSTOMER, customer.id().number(), customer.name(), customer.country()))
                .append(customer.taxId().isEmpty() ? "" : own.of(HouseWord.HANDOVER_TAX_ID, customer.taxId())).append('\n');
        owed.values().forEach(each -> text.append(own.of(HouseWord.HANDOVER_OVERDUE, own.money(each))).append('\n'));
        accrued.values().forEach(each -> text.append(own.of(HouseWord.HANDOVER_ACCRUED, own.money(each))).append('\n'));
        now.covers().forEach(cover -> text.append(own.of(HouseWord.HANDOVER_COVER, cover.label(), own.money(cover.amount())))
                .append('\n'));
        return text.append('\n').append(own.of(HouseWord.HANDOVER_FILES)).append('\n').toString();
    }
}
