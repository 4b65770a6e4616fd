package org.saldo.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.saldo.dunning.Reminder.Section;
import org.saldo.ledger.CustomerId;
import org.saldo.money.Money;

/**
 * A step inside the house that a customer's items have reached: something that a person does, of which the customer hears
 * nothing by mail. {@code sections} hold the items that have reached it, with what of them may be asked for.
 */
public record HouseStep(CustomerId customer, String name, String ladder, Step step, LocalDate day, List<Section> sections) {

    /** When a step was last taken for a customer, and for which of its open items it ever was. */
    public record Taken(Step.Kind kind, LocalDate last, Set<Long> items) {

        public Taken {
            items = Set.copyOf(items);
        }
    }

    public HouseStep {
        sections = List.copyOf(sections);
    }

    /** An amount a currency. */
    public List<Money> asked() {
        return sections.stream().map(Section::asked).toList();
    }

    public long daysOverdue() {
        return sections.stream().flatMap(section -> section.lines().stream()).mapToLong(Reminder.Line::daysOverdue).max()
                .orElse(0);
    }

    /** How people name it. */
    public static String label(long id) {
        return "H-" + id;
    }
}
