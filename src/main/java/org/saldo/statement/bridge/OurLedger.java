package org.saldo.statement.bridge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.saldo.money.Money;
import org.saldo.statement.UnprovedException;

/**
 * Our account with a customer in one currency at the end of {@code cutOff}, seen twice: what is {@code open} then and all
 * that had {@code moved} until then; both sum up to the balance. {@code later} moved after it or became known after it;
 * {@code documents} and {@code settlements} are all that are known now. {@code elsewhere} says of document numbers that are
 * not on this account where they are, when they were looked up.
 */
public record OurLedger(LocalDate cutOff, Money balance, List<OurLine> open, List<OurLine> moved, List<OurLine> later,
                        List<OurDocument> documents, List<Settlement> settlements, Map<String, String> elsewhere) {

    /** @throws UnprovedException when what is open or what moved does not sum up to the balance */
    public OurLedger {
        Objects.requireNonNull(cutOff, "cut-off");
        open = open.stream().sorted(OurLine.ORDER).toList();
        moved = moved.stream().sorted(OurLine.ORDER).toList();
        later = later.stream().sorted(OurLine.ORDER).toList();
        documents = List.copyOf(documents);
        settlements = List.copyOf(settlements);
        elsewhere = Map.copyOf(elsewhere);
        require("open items less unapplied cash", open, balance);
        require("all that moved", moved, balance);
    }

    private static void require(String what, List<OurLine> lines, Money balance) {
        Money sum = sum(lines, balance);
        if (!sum.equals(balance)) {
            throw new UnprovedException(what + " is " + sum + ", but the balance is " + balance);
        }
    }

    private static Money sum(List<OurLine> lines, Money like) {
        return lines.stream().map(OurLine::amount).reduce(Money.zero(like.currency()), Money::plus);
    }

    /** The same, knowing where documents are that are not on this account. */
    public OurLedger knowing(Map<String, String> whereOthersAre) {
        return new OurLedger(cutOff, balance, open, moved, later, documents, settlements, whereOthersAre);
    }

    /** Our balance at the start of {@code day}. */
    Money before(LocalDate day) {
        return sum(moved.stream().filter(line -> line.date().isBefore(day)).toList(), balance);
    }

    /** The movements from {@code day} on, after the balance before it; that is left out when it is zero and not asked for. */
    List<OurLine> movedFrom(LocalDate day, boolean withOpening) {
        List<OurLine> since = moved.stream().filter(line -> !line.date().isBefore(day)).toList();
        Money before = before(day);
        if (before.isZero() && !withOpening) {
            return since;
        }
        List<OurLine> all = new java.util.ArrayList<>(since);
        all.add(0, new OurLine(0, OurKind.OPENING, "", List.of(), day.minusDays(1), before));
        return all;
    }

    /** What is known of a document of that reference. */
    Optional<OurDocument> document(String reference) {
        return documents.stream().filter(document -> document.reference().equals(reference)).findFirst();
    }
}
