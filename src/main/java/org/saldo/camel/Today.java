package org.saldo.camel;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day of a run: the one on which it starts, in the hub's time zone. */
record Today(InstantSource clock, ZoneId zone) {

    LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
