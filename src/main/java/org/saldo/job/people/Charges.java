package org.saldo.job.people;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.ledger.AllocationKind;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.PersonAction;
import org.saldo.money.Money;
import org.saldo.store.AllocationRow;
import org.saldo.store.DecisionRow;
import org.saldo.store.ItemState;
import org.saldo.store.ReceiptState;
import org.saldo.store.people.PeopleSettleStore.Line;

/**
 * What a settlement, or taking one back, counts against a person's limits, by currency. What is paid across currencies counts
 * on both sides, since a person says the rate. A limit cannot be got around in small steps: cash counts together with what the
 * same person has settled before with the same payment, what is given up together with what that person gave up of the same
 * documents; what was taken back counts no more.
 */
final class Charges {

    private Charges() {
    }

    static List<Prepared.Charge> of(Decider who, Instruction instruction, ReceiptState receipt, List<Line> lines) {
        List<AllocationRow> cashBefore = receipt.activeCash().stream()
                .filter(row -> row.kind() == AllocationKind.PAYMENT && isBy(who, row)).toList();
        List<Prepared.Charge> charges = new ArrayList<>(List.of(sum(PersonAction.APPLY, receipt.amount().currency()
                .getCurrencyCode(), lines.stream().map(Line::cash).toList(), cashBefore.stream().map(AllocationRow::cash)
                .toList())));
        charges.addAll(sums(PersonAction.APPLY, lines.stream().filter(Line::isExchange).map(Line::amount).toList(),
                cashBefore.stream().filter(AllocationRow::isExchange).map(AllocationRow::amount).toList()));
        List<Line> givenUp = lines.stream().filter(line -> isGivenUp(instruction, line.kind())).toList();
        charges.addAll(sums(PersonAction.WRITE_OFF, givenUp.stream().map(Line::amount).toList(),
                givenUp.stream().map(Line::item).distinct().flatMap(item -> givenUpBefore(who, item)).toList()));
        return charges;
    }

    static Prepared.Charge ofWriteOff(Decider who, ItemState item, Money amount) {
        return sum(PersonAction.WRITE_OFF, amount.currency().getCurrencyCode(), List.of(amount),
                givenUpBefore(who, item).toList());
    }

    static List<Prepared.Charge> ofTakingBack(List<AllocationRow> rows) {
        return sums(PersonAction.UNAPPLY, Stream.concat(rows.stream().map(AllocationRow::amount),
                rows.stream().filter(AllocationRow::isExchange).map(AllocationRow::cash)).toList(), List.of());
    }

    private static Stream<Money> givenUpBefore(Decider who, ItemState item) {
        return item.allocations().stream().filter(row -> row.isActive() && row.itemId() == item.id()
                && row.kind().lowersBalance() && isBy(who, row)).map(AllocationRow::amount);
    }

    private static boolean isBy(Decider who, AllocationRow row) {
        return row.rule().equals(DecisionRow.PERSON) && row.decidedBy().equalsIgnoreCase(who.person());
    }

    /** A discount that the hub's rules propose is the customer's right; whatever else lowers a balance is given up. */
    private static boolean isGivenUp(Instruction instruction, AllocationKind kind) {
        return kind.lowersBalance()
                && (kind != AllocationKind.CASH_DISCOUNT || instruction.action() != InstructionAction.ACCEPT);
    }

    private static List<Prepared.Charge> sums(PersonAction right, List<Money> now, List<Money> before) {
        return now.stream().collect(Collectors.groupingBy(amount -> amount.currency().getCurrencyCode(), TreeMap::new,
                Collectors.toList())).entrySet().stream().map(one -> sum(right, one.getKey(), one.getValue(), before)).toList();
    }

    private static Prepared.Charge sum(PersonAction right, String currency, List<Money> now, List<Money> before) {
        Money earlier = before.stream().filter(amount -> amount.currency().getCurrencyCode().equals(currency))
                .reduce(Money.zero(Currency.getInstance(currency)), Money::plus);
        return new Prepared.Charge(right, now.stream().reduce(earlier, Money::plus), earlier);
    }
}
