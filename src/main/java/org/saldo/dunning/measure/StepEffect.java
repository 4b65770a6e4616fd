package org.saldo.dunning.measure;

import java.util.Optional;

/**
 * What a level brings: the share of items paid in time by those who were told, and by those who were not told yet.
 *
 * @param told       items of customers who were told, and their customers
 * @param heldOut    items of customers drawn by lot to be told later, and their customers
 * @param difference in shares, told less held out, with its bounds; empty while a group has too few customers
 */
public record StepEffect(int level, Group told, Group heldOut, Optional<Share> difference) {

    /** @param paid the share of the items, 0 to 1 */
    public record Group(int items, int customers, double paid) {

        static Group of(NoticeGroup group) {
            return new Group(group.items(), group.customers(), group.share());
        }
    }

    static StepEffect of(int level, NoticeGroup told, NoticeGroup heldOut, int fewestCustomers) {
        Optional<Share> difference = Optional.empty();
        if (told.customers() >= fewestCustomers && heldOut.customers() >= fewestCustomers) {
            double value = told.share() - heldOut.share();
            double half = Share.Z * Math.sqrt(told.variance() + heldOut.variance());
            difference = Optional.of(new Share(value, Math.max(-1, value - half), Math.min(1, value + half)));
        }
        return new StepEffect(level, Group.of(told), Group.of(heldOut), difference);
    }
}
