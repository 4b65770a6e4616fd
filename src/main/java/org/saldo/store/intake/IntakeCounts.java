package org.saldo.store.intake;

/** How the rows of a file ended: what was read is what was accepted, known already, or rejected. */
public record IntakeCounts(long accepted, long duplicate, long rejected) {

    public static final IntakeCounts NONE = new IntakeCounts(0, 0, 0);

    public long read() {
        return accepted + duplicate + rejected;
    }

    IntakeCounts plus(long moreAccepted, long moreDuplicate, long moreRejected) {
        return new IntakeCounts(accepted + moreAccepted, duplicate + moreDuplicate, rejected + moreRejected);
    }
}
