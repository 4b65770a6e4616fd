package org.saldo.store;

import java.util.HashMap;
import java.util.Map;

/** Keeps equal values once: days, accounts and the like, which come again and again in a large table. */
public final class Once {

    private static final int MOST_KEPT = 20_000;

    private final Map<Object, Object> kept = new HashMap<>();

    /** The value, or an equal one that came before. */
    @SuppressWarnings("unchecked")
    public <T> T of(T value) {
        Object before = kept.get(value);
        if (before == null && kept.size() < MOST_KEPT) {
            kept.put(value, value);
        }
        return before == null ? value : (T) before;
    }
}
