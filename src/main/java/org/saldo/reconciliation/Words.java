package org.saldo.reconciliation;

/**
 * A sentence that is put together only when somebody reads it, since most evidence is never read. Its parts are values,
 * so it says the same whenever it is read.
 */
public final class Words {

    private static final Words NONE = new Words();

    private final Object[] parts;
    private String text;

    private Words(Object... parts) {
        this.parts = parts;
    }

    static Words of(Object... parts) {
        return parts.length == 0 ? NONE : new Words(parts);
    }

    /** The same sentence, going on. */
    Words and(Object... more) {
        Object[] all = new Object[more.length + 1];
        all[0] = this;
        System.arraycopy(more, 0, all, 1, more.length);
        return new Words(all);
    }

    @Override
    public String toString() {
        if (text == null) {
            StringBuilder all = new StringBuilder();
            for (Object part : parts) {
                all.append(part);
            }
            text = all.toString();
        }
        return text;
    }
}
