package org.saldo.credit;

/** What happens to a customer's credit, in turn: the hub asks, the ERP or a person answers. */
public enum HoldStep {
    /** The ERP is asked to deliver nothing more on credit. */
    HOLD_REQUESTED,
    /** The ERP holds deliveries. */
    HELD,
    /** It does not. */
    HOLD_REFUSED,
    /** The ERP is asked to deliver again. */
    RELEASE_REQUESTED,
    /** It does. */
    RELEASED,
    /** It goes on holding. */
    RELEASE_REFUSED;

    /** Whether this is a question that waits for the ERP's word. */
    public boolean isRequest() {
        return this == HOLD_REQUESTED || this == RELEASE_REQUESTED;
    }

    /** What it becomes by the ERP's yes. @throws IllegalStateException when it is no question */
    public HoldStep confirmed() {
        return switch (this) {
            case HOLD_REQUESTED -> HELD;
            case RELEASE_REQUESTED -> RELEASED;
            default -> throw new IllegalStateException(this + " asks for nothing");
        };
    }

    /** What it becomes by the ERP's no. @throws IllegalStateException when it is no question */
    public HoldStep refused() {
        return switch (this) {
            case HOLD_REQUESTED -> HOLD_REFUSED;
            case RELEASE_REQUESTED -> RELEASE_REFUSED;
            default -> throw new IllegalStateException(this + " asks for nothing");
        };
    }

    /** Whether it may follow {@code before}; null before the first. */
    public boolean mayFollow(HoldStep before) {
        return switch (this) {
            case HOLD_REQUESTED -> before == null || before == RELEASED || before == HOLD_REFUSED;
            case HELD, HOLD_REFUSED -> before == HOLD_REQUESTED;
            case RELEASE_REQUESTED -> before == HELD || before == RELEASE_REFUSED;
            case RELEASED, RELEASE_REFUSED -> before == RELEASE_REQUESTED;
        };
    }

    /** Whether deliveries are held once this is the last step: not before the ERP has said so. */
    public boolean holds() {
        return this == HELD || this == RELEASE_REQUESTED || this == RELEASE_REFUSED;
    }
}
