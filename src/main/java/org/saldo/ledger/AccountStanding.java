package org.saldo.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far the content of an account has come: who has released it since it was last withdrawn, and from which day it may be
 * printed, which takes two different people.
 */
public record AccountStanding(List<String> releasedBy, Optional<LocalDate> printedFrom) {

    private static final int PEOPLE = 2;

    public AccountStanding {
        releasedBy = List.copyOf(releasedBy);
    }

    /** @param releases of one content, in the order in which they became known */
    public static AccountStanding of(List<AccountRelease> releases) {
        List<String> people = new ArrayList<>();
        LocalDate latest = LocalDate.MIN;
        for (AccountRelease release : releases) {
            if (release.withdrawn()) {
                people.clear();
                latest = LocalDate.MIN;
            } else if (people.size() < PEOPLE && !names(people, release.person())) {
                people.add(release.person());
                latest = release.printedFrom().isAfter(latest) ? release.printedFrom() : latest;
            }
        }
        return new AccountStanding(people, people.size() == PEOPLE ? Optional.of(latest) : Optional.empty());
    }

    /** Whether two people have released it, whether or not it is printed yet. */
    public boolean isReleased() {
        return printedFrom.isPresent();
    }

    public boolean isReleasedBy(String person) {
        return names(releasedBy, person);
    }

    /** Whether it may be printed on this day, as far as the releases say. */
    public boolean isPrintedOn(LocalDate day) {
        return printedFrom.filter(from -> !day.isBefore(from)).isPresent();
    }

    /** For people: {@code released by anna and bernd, printed from 2026-11-05}. */
    public String words() {
        return (releasedBy.isEmpty() ? "released by nobody" : "released by " + String.join(" and ", releasedBy))
                + printedFrom.map(day -> ", printed from " + day).orElse(", waits for two people");
    }

    private static boolean names(List<String> people, String person) {
        return people.stream().anyMatch(person::equalsIgnoreCase);
    }
}
