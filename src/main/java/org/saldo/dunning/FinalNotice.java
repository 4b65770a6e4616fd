package org.saldo.dunning;

import java.time.LocalDate;

/** That an item's final notice was said and reached the customer: on which day, and the last day that it named, which stays. */
public record FinalNotice(LocalDate said, LocalDate lastDay) {
}
