package org.saldo.reconciliation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Words;
import org.saldo.money.Money;

/**
 * The documents quoted are owed in one other currency than the receipt's. Only the bank's own words say how much of that
 * currency was sent: when it is what is open, the documents are settled; when it is nearly that, what was sent is. No
 * other rate counts, so without those words, or when its rate contradicts them, a person decides.
 */
final class OtherCurrency {

    private static final MathContext RATE_SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

    private final MatchingPolicy policy;
    private final PayerDirectory directory;
    private final GivenUp givenUp;

    /** @param givenUp knows what a person has stopped: of that nothing is given up */
    OtherCurrency(MatchingPolicy policy, PayerDirectory directory, GivenUp givenUp) {
        this.policy = policy;
        this.directory = directory;
        this.givenUp = givenUp;
    }

    /** Empty when what is quoted does not say for one customer and one currency what is open. */
    Optional<Verdict> decide(Question question) {
        List<Currency> currencies = question.quotation().quotes().stream().flatMap(quote -> quote.items().stream())
                .filter(Item::isOpen).map(item -> item.amount().currency()).distinct().toList();
        if (currencies.size() != 1) {
            return Optional.empty();
        }
        Map<String, Quoted> byCustomer = QuotedDocuments.byCustomer(question, currencies.get(0));
        Optional<Quoted> meant = byCustomer.size() == 1 ? Optional.of(byCustomer.values().iterator().next())
                : QuotedDocuments.onlyOneOfPayer(byCustomer, question.payer());
        return meant.filter(quoted -> !quoted.invoices().isEmpty())
                .map(quoted -> new Case(question, quoted, currencies.get(0)).decide());
    }

    /** One receipt and the documents of one customer. */
    private final class Case {

        private final Question question;
        private final Payer payer;
        private final Quoted quoted;
        private final Money open;
        private final Words quotes;

        Case(Question question, Quoted quoted, Currency currency) {
            this.question = question;
            this.payer = question.payer();
            this.quoted = quoted;
            this.open = quoted.open(Money.zero(currency));
            this.quotes = Words.of(EvidenceWord.QUOTES, quoted);
        }

        Verdict decide() {
            Optional<BankExchange> said = BankExchange.of(question.receipt())
                    .filter(bank -> bank.original().currency().equals(open.currency()));
            if (said.isEmpty()) {
                return proposed(Reason.CURRENCY_DIFFERS, quotes.and(EvidenceWord.BANK_SAYS_NOTHING,
                        open.currency()), wholly());
            }
            BankExchange bank = said.get();
            Words evidence = quotes.and(bank.told());
            if (!bank.explains(question.amount())) {
                return proposed(Reason.RATE_UNCLEAR, evidence.and(EvidenceWord.LEADS_ELSEWHERE, question.amount()), wholly());
            }
            if (!quoted.creditNotes().isEmpty()) {
                return Verdict.deferred(Reason.CREDIT_NOTE_QUOTED, payer, evidence);
            }
            List<Verdict.Part> parts = parts(bank.original());
            Optional<Reason> doubt = doubt(bank.original());
            return doubt.isPresent() || parts.isEmpty() ? proposed(doubt.orElse(Reason.SUM_DIFFERS),
                    evidence.and(EvidenceWord.OPEN_IS, open), parts)
                    : Verdict.applied(Rule.OTHER_CURRENCY, Reason.EXCHANGED, paidBy(), parts, payer,
                            evidence.and(fit(bank.original())).and(rate(EvidenceWord.SO_RATE, bank.original())));
        }

        /** What speaks against settling it without a person. */
        private Optional<Reason> doubt(Money sent) {
            if (payer.isSomebodyElseThan(quoted.customer()) && !paysFor()) {
                return Optional.of(Reason.OTHER_CUSTOMER_QUOTED);
            }
            if (question.quotation().unclear() || !quoted.isStrong(policy)) {
                return Optional.of(Reason.TEXT_UNCLEAR);
            }
            if (sent.equals(open)) {
                return Optional.empty();
            }
            if (!payer.is(quoted.customer()) || payer.contradicted()) {
                return Optional.of(Reason.PAYER_UNCERTAIN);
            }
            boolean near = policy.exchange().nearly().covers(sent.minus(open).abs(), open);
            return near && !isOpenElsewhere(sent) ? Optional.empty() : Optional.of(Reason.SUM_DIFFERS);
        }

        private boolean settlesRest() {
            return policy.exchange().settlesRest() && !givenUp.isBlocked(quoted.invoices());
        }

        private boolean isOpenElsewhere(Money sent) {
            return question.items().account(quoted.customer(), sent.currency()).ofBalance(sent.minorUnits()).stream()
                    .anyMatch(item -> !quoted.names(item));
        }

        private boolean paysFor() {
            return directory.paysFor(payer, quoted.customer(), question.receipt().bookingDate());
        }

        private String paidBy() {
            return paysFor() ? payer.customer().orElseThrow() : quoted.customer();
        }

        private Words fit(Money sent) {
            Money missing = open.minus(sent);
            if (missing.isZero()) {
                return Words.of(EvidenceWord.SENT_IS_OPEN);
            }
            return missing.isNegative() ? Words.of(EvidenceWord.SENT_IS_MORE, missing.abs())
                    : Words.of(settlesRest() ? EvidenceWord.SENT_IS_LESS_SETTLED : EvidenceWord.SENT_IS_LESS, missing);
        }

        private Words rate(EvidenceWord word, Money sent) {
            return Words.of(word, sent.currency(), question.amount().currency(), question.amount().toDecimal()
                    .divide(sent.toDecimal(), RATE_SHOWN).stripTrailingZeros().toPlainString());
        }

        /** The whole receipt for all that is open, as nobody but a person may say. */
        private List<Verdict.Part> wholly() {
            return quoted.creditNotes().isEmpty() ? parts(open) : List.of();
        }

        /** What {@code sent} settles, the first document first; the largest is short of what is missing. */
        private List<Verdict.Part> parts(Money sent) {
            boolean near = sent.compareTo(open) < 0 && policy.exchange().nearly().covers(open.minus(sent), open);
            Item largest = quoted.invoices().stream()
                    .reduce((one, other) -> other.open().compareTo(one.open()) > 0 ? other : one).orElseThrow();
            Money missing = near ? open.minus(sent) : Money.zero(open.currency());
            if (missing.compareTo(largest.open()) >= 0) {
                return List.of();
            }
            List<Verdict.Part> parts = new ArrayList<>();
            Money settled = Money.zero(open.currency());
            for (Item item : quoted.invoices()) {
                Money due = item.id() == largest.id() ? item.open().minus(missing) : item.open();
                Money amount = due.min(sent.minus(settled));
                Money cash = cash(settled.plus(amount), sent).minus(cash(settled, sent));
                settled = settled.plus(amount);
                if (amount.isPositive() && !cash.isPositive()) {
                    return List.of();
                }
                if (amount.isPositive()) {
                    parts.add(new Verdict.Part(item, amount, AllocationKind.PAYMENT, Optional.empty(), cash));
                }
            }
            if (missing.isPositive() && settlesRest()) {
                parts.add(new Verdict.Part(largest, missing, AllocationKind.FX_DIFFERENCE, Optional.empty(),
                        Money.zero(question.amount().currency())));
            }
            return parts;
        }

        /** The share of the receipt that belongs to the first {@code settled} of what was sent. */
        private Money cash(Money settled, Money sent) {
            BigDecimal share = BigDecimal.valueOf(question.amount().minorUnits())
                    .multiply(BigDecimal.valueOf(settled.minorUnits()))
                    .divide(BigDecimal.valueOf(sent.minorUnits()), 0, RoundingMode.HALF_UP);
            return Money.ofMinor(question.amount().currency(), share.longValueExact());
        }

        private Verdict proposed(Reason reason, Words evidence, List<Verdict.Part> parts) {
            Words note = reason == Reason.CURRENCY_DIFFERS || reason == Reason.RATE_UNCLEAR
                    ? rate(EvidenceWord.AS_IF_FULL, open) : Words.of();
            return parts.isEmpty() ? Verdict.deferred(reason, payer, evidence) : Verdict.proposed(reason, payer, evidence,
                    List.of(new Alternative(parts.stream().map(Verdict.Part::offered).toList(), note)));
        }
    }
}
