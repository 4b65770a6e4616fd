package org.saldo.money;

/** Two amounts of different currencies met where only one currency makes sense. */
public final class CurrencyMismatchException extends IllegalArgumentException {

    private final transient Money first;
    private final transient Money second;

    CurrencyMismatchException(Money first, Money second) {
        super("currencies differ: " + first + " and " + second);
        this.first = first;
        this.second = second;
    }

    public Money first() {
        return first;
    }

    public Money second() {
        return second;
    }
}
