package org.saldo.dunning.measure;

import org.saldo.ledger.CustomerId;

/**
 * The customers, drawn by lot once and for all, that get each reminder some days later than the others. Who is drawn
 * depends on the customer and {@code draw} alone: neither on what it owes nor on when one asks.
 *
 * @param percent of the customers, 0 (nobody) to 50
 * @param days    calendar days that a reminder comes later, 1 to 30
 */
public record HoldOut(int percent, int days, String draw) {

    /** Everybody is reminded at once. */
    public static final HoldOut NOBODY = new HoldOut(0, 1, "");

    /** @throws IllegalArgumentException when a number makes no sense */
    public HoldOut {
        if (percent < 0 || percent > 50 || days < 1 || days > 30) {
            throw new IllegalArgumentException("a hold-out is 0 to 50 percent of the customers and comes 1 to 30 days later");
        }
    }

    public boolean holds(CustomerId customer) {
        return percent > 0 && lot(customer) < percent;
    }

    /**
     * 0 to 99, each as likely as the others and the same in every release: FNV-1a (G. Fowler, L. C. Noll and K.-P. Vo), its
     * bits mixed as in SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, 2014).
     */
    private int lot(CustomerId customer) {
        String name = draw + "\n" + customer.company() + "\n" + customer.number();
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return (int) Long.remainderUnsigned(hash ^ (hash >>> 31), 100);
    }
}
