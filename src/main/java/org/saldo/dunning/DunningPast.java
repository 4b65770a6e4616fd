package org.saldo.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What has been with a customer before.
 *
 * @param taken   the steps inside the house, one entry a kind
 * @param written the days of the last weeks on which it was written to, withdrawn mails left out
 * @param paid    items that it has paid in full in the last year, in any order
 * @param terms   the discounts for early payment of open items, by item; they may have lapsed
 * @param finals  the final notices of open items, by item
 * @param statementToday whether a statement of account goes to it on the day
 */
public record DunningPast(List<HouseStep.Taken> taken, List<LocalDate> written, List<PaidItem> paid,
        Map<Long, Incentives.Terms> terms, Map<Long, FinalNotice> finals, boolean statementToday) {

    /** Without a final notice and a statement of the day. */
    public DunningPast(List<HouseStep.Taken> taken, List<LocalDate> written, List<PaidItem> paid,
            Map<Long, Incentives.Terms> terms) {
        this(taken, written, paid, terms, Map.of(), false);
    }

    /** Without discounts. */
    public DunningPast(List<HouseStep.Taken> taken, List<LocalDate> written, List<PaidItem> paid) {
        this(taken, written, paid, Map.of());
    }

    public static final DunningPast NOTHING = new DunningPast(List.of(), List.of(), List.of());

    /** An item with the day on which the last of it was paid. */
    public record PaidItem(LocalDate due, LocalDate paidOn) {
    }

    public DunningPast {
        taken = List.copyOf(taken);
        written = List.copyOf(written);
        paid = List.copyOf(paid);
        terms = Map.copyOf(terms);
        finals = Map.copyOf(finals);
    }

    /** The same with these final notices. */
    public DunningPast withFinals(Map<Long, FinalNotice> said) {
        return said.isEmpty() ? this : new DunningPast(taken, written, paid, terms, said, statementToday);
    }

    /** The same of a day on which a statement of account goes to the customer. */
    public DunningPast withStatementToday() {
        return new DunningPast(taken, written, paid, terms, finals, true);
    }
}
