package org.saldo.dunning.measure;

import java.util.Optional;

/** How many promises to pay that came to an end were kept, kept in part, and broken. */
public record PromisesKept(int kept, int partly, int broken) {

    public int all() {
        return kept + partly + broken;
    }

    /** Empty when none came to an end. */
    public Optional<Share> share() {
        return all() == 0 ? Optional.empty() : Optional.of(Share.of(kept, all()));
    }
}
