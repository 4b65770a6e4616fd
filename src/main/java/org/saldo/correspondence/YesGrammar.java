package org.saldo.correspondence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which parts of a sentence agree, by the roles of their words. A part is read only when each of its words has a role;
 * every rule here takes away, and what none of them knows is more than a yes.
 */
final class YesGrammar {

    enum Says {
        YES,
        /** It was looked at, thanks: may stand beside a yes. */
        NOTHING,
        /** Or what nobody has foreseen. */
        MORE
    }

    private static final int REACH = 5;
    private static final Set<Role> PREDICATES = EnumSet.of(Role.RIGHT, Role.FITS, Role.SAME, Role.AGREED, Role.CHECKED,
            Role.FLAWLESS, Role.AMOUNT, Role.LACK, Role.NONE, Role.FINE, Role.IN, Role.IN_OR_NOT, Role.ACCORDING,
            Role.WITH, Role.IS, Role.OWE);
    private static final Set<Role> BEFORE_LAST_IS = EnumSet.of(Role.RIGHT, Role.AGREED, Role.CHECKED, Role.SAME, Role.FINE);
    private static final Set<Role> BETWEEN_LACK_AND_FLAW = EnumSet.of(Role.GLUE, Role.WE, Role.CHECKED, Role.NONE, Role.IS,
            Role.SIDE, Role.HERE);
    private static final Set<Role> PAPERS = EnumSet.of(Role.CLAIM, Role.BOOKS, Role.MAIL);
    private static final Set<Role> COMPARED = EnumSet.of(Role.CLAIM, Role.SAME, Role.STOP);
    private static final Set<Role> PREPOSITIONS = EnumSet.of(Role.WITH, Role.IN, Role.ACCORDING, Role.IN_OR_NOT);

    private final List<Role> roles;

    private YesGrammar(List<Role> roles) {
        this.roles = roles;
    }

    static Says of(List<Role> roles) {
        return new YesGrammar(roles).says();
    }

    private Says says() {
        if (has(Role.UNKNOWN) || has(Role.YOU) || !eachInIsOfPapers() || !possessivesAreOfPapers()
                || !copulasArePredicated() || !sourcesAreOurs() || has(Role.BECOMES) && !has(Role.AGREED) || weAndClaimAreOne()) {
            return Says.MORE;
        }
        if (has(Role.FLAWLESS) && count(Role.LACK) == 1 && !has(Role.FLAW)) {
            boolean one = first(Role.LACK) + 1 < first(Role.FLAWLESS)
                    && BETWEEN_LACK_AND_FLAW.containsAll(roles.subList(first(Role.LACK) + 1, first(Role.FLAWLESS)));
            return one && !booksAreSubject() ? Says.YES : Says.MORE;
        }
        if (has(Role.LACK) || has(Role.NONE) || has(Role.FLAW) || has(Role.CONCERN)) {
            boolean said = has(Role.FLAW) || has(Role.CLAIM) || has(Role.AGREED) || has(Role.AMOUNT);
            return !lackIsOfFlaws() ? Says.MORE : said ? Says.YES : Says.NOTHING;
        }
        if (has(Role.TIME) && !has(Role.CHECKED)) {
            return Says.MORE;
        }
        if (has(Role.AGREED) || has(Role.AGREE)) {
            return isAssent() ? Says.YES : Says.MORE;
        }
        return byPredicate();
    }

    private Says byPredicate() {
        boolean something = has(Role.CLAIM) || has(Role.BOOKS) || has(Role.WE) || has(Role.AMOUNT);
        if (has(Role.FLAWLESS)) {
            return booksAreSubject() ? Says.MORE : Says.YES;
        }
        if (has(Role.RIGHT) || has(Role.FITS)) {
            return ofRight();
        }
        if (has(Role.SAME)) {
            return something ? Says.YES : Says.NOTHING;
        }
        if (has(Role.OWE)) {
            return has(Role.AMOUNT) ? Says.YES : Says.MORE;
        }
        boolean shown = has(Role.AMOUNT) && (has(Role.BOOKS) || has(Role.SIDE) || has(Role.HERE)) && !has(Role.CHECKED);
        return shown ? Says.YES : Says.NOTHING;
    }

    /** "Our books" and "your balance"; "our balance" is another one than was asked about, but in "agrees with our balance". */
    private boolean possessivesAreOfPapers() {
        for (int at = 0; at < roles.size(); at++) {
            Role next = next(at);
            if (roles.get(at) == Role.OUR && next != Role.BOOKS) {
                boolean compared = COMPARED.contains(next) && previous(at) == Role.WITH
                        && (has(Role.SAME) || has(Role.FITS) || has(Role.CHECKED));
                if (!compared) {
                    return false;
                }
            }
            if (roles.get(at) == Role.YOUR && !PAPERS.contains(next) && previous(at) != Role.WITH
                    && previous(at) != Role.OWE) {
                return false;
            }
        }
        return true;
    }

    /** "I agree that this is your statement" agrees to nothing: what "is" joins must be said to be right. */
    private boolean copulasArePredicated() {
        for (int at = 0; at < roles.size(); at++) {
            if (roles.get(at) == Role.IS) {
                Role next = nextBut(at, EnumSet.of(Role.GLUE, Role.SIDE, Role.HERE, Role.WE, Role.TIME));
                boolean last = next == Role.STOP && BEFORE_LAST_IS.contains(previousBut(at, EnumSet.of(Role.GLUE, Role.WE)));
                boolean inverted = next == Role.CLAIM && (has(Role.RIGHT) || has(Role.AGREED)) && first(Role.CLAIM) > at;
                if (!PREDICATES.contains(next) && !last && !inverted) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean eachInIsOfPapers() {
        return IntStream.range(0, roles.size()).filter(at -> roles.get(at) == Role.IN_OR_NOT).allMatch(at -> at > 0
                && !PREPOSITIONS.contains(previousBut(at, EnumSet.of(Role.GLUE))) && at + 1 < roles.size()
                && (EnumSet.of(Role.BOOKS, Role.OUR, Role.YOUR).contains(roles.get(at + 1))));
    }

    /** "According to our books", not "according to your statement". */
    private boolean sourcesAreOurs() {
        return IntStream.range(0, roles.size()).filter(at -> roles.get(at) == Role.ACCORDING).allMatch(at ->
                EnumSet.of(Role.OUR, Role.BOOKS, Role.SIDE, Role.WE, Role.CHECKED).contains(next(at)));
    }

    /** Where "our" and "we" are one word, "we balance" is "our balance". */
    private boolean weAndClaimAreOne() {
        return IntStream.range(0, roles.size() - 1).anyMatch(at -> roles.get(at) == Role.WE && roles.get(at + 1) == Role.CLAIM
                && !(previous(at) == Role.WITH && (has(Role.SAME) || has(Role.CHECKED))));
    }

    /** Each "no" stands to a flaw, and no second one turns it back; "no error in our books" says nothing of the balance. */
    private boolean lackIsOfFlaws() {
        boolean others = count(Role.LACK) > 1 || count(Role.NONE) > 1 || has(Role.TIME) && !has(Role.CHECKED);
        boolean twice = IntStream.range(0, roles.size()).anyMatch(at -> roles.get(at) == Role.LACK && next(at) == Role.NONE
                && at + 1 < roles.size() && roles.get(at + 1) == Role.NONE);
        boolean inBooks = !has(Role.CLAIM) && booksAreIn();
        boolean onlyOurs = has(Role.CONCERN) && !has(Role.CLAIM) && (has(Role.SIDE) || has(Role.HERE) || has(Role.BOOKS));
        if (others || twice || inBooks || onlyOurs || booksAreRight()) {
            return false;
        }
        boolean lacks = IntStream.range(0, roles.size()).filter(at -> roles.get(at) == Role.LACK).allMatch(at -> reaches(at, 1));
        boolean nones = IntStream.range(0, roles.size()).filter(at -> roles.get(at) == Role.NONE)
                .allMatch(at -> reaches(at, 1) || reaches(at, -1));
        return lacks && nones && (has(Role.LACK) || has(Role.NONE)) && count(Role.FLAW) + count(Role.CONCERN) == 1;
    }

    private boolean reaches(int from, int step) {
        for (int at = from + step; at >= 0 && at < roles.size() && Math.abs(at - from) <= REACH; at += step) {
            if (roles.get(at) == Role.FLAW || roles.get(at) == Role.CONCERN) {
                return true;
            }
            if (!BETWEEN_LACK_AND_FLAW.contains(roles.get(at))) {
                return false;
            }
        }
        return false;
    }

    /** "We confirm the balance", "agreed"; not "we confirm our books", nor "we confirm that we have checked it". */
    private boolean isAssent() {
        int first = first(Role.AGREED);
        int verb = first(Role.AGREE);
        if (first < 0 && !has(Role.WE)) {
            return false;
        }
        int from = first < 0 ? verb : verb < 0 ? first : Math.min(first, verb);
        boolean checksLater = IntStream.range(from, roles.size()).anyMatch(at -> roles.get(at) == Role.CHECKED);
        boolean compares = has(Role.SAME) || has(Role.CHECKED);
        boolean ofBooks = booksAreSubject() && !compares && !has(Role.AMOUNT) || has(Role.BOOKS) && !has(Role.CLAIM) && !compares
                && !has(Role.AMOUNT) && !has(Role.RIGHT) && !has(Role.FITS);
        boolean owes = has(Role.OWE) && !has(Role.AMOUNT) && !has(Role.CLAIM);
        return !checksLater && !ofBooks && !owes && !booksAreRight() && (!has(Role.MAIL) || has(Role.CLAIM));
    }

    private Says ofRight() {
        int at = Math.max(last(Role.RIGHT), last(Role.FITS));
        boolean claimed = first(Role.CLAIM) >= 0 && first(Role.CLAIM) < at || has(Role.AMOUNT);
        boolean hereFirst = has(Role.HERE) && first(Role.HERE) < at && first(Role.HERE) < first(Role.CLAIM);
        if (hereFirst || booksAreIn()) {
            return Says.MORE;
        }
        boolean inverted = !claimed && previous(at) == Role.IS && next(at) == Role.CLAIM;
        if (booksAreRight() || next(at) == Role.CLAIM && !inverted) {
            return Says.MORE;
        }
        if (inverted) {
            return Says.YES;
        }
        if (!claimed) {
            return has(Role.BOOKS) ? Says.MORE : Says.NOTHING;
        }
        boolean predicated = has(Role.FITS) || previous(at) == Role.IS
                || nextBut(at, EnumSet.of(Role.GLUE, Role.SIDE, Role.HERE)) == Role.STOP;
        return predicated ? Says.YES : Says.MORE;
    }

    /** "Our books are right" and "it is right in your books" are no yes. */
    private boolean booksAreRight() {
        boolean right = has(Role.RIGHT) || has(Role.FITS);
        boolean your = IntStream.range(0, roles.size()).anyMatch(at -> roles.get(at) == Role.YOUR && next(at) == Role.BOOKS);
        return right && (booksAreSubject() || your);
    }

    private boolean booksAreIn() {
        return IntStream.range(0, roles.size()).anyMatch(at -> roles.get(at) == Role.BOOKS
                && EnumSet.of(Role.IN, Role.IN_OR_NOT).contains(previousBut(at, EnumSet.of(Role.GLUE, Role.OUR))));
    }

    /** Whether books stand without a preposition. */
    private boolean booksAreSubject() {
        return IntStream.range(0, roles.size()).anyMatch(at -> roles.get(at) == Role.BOOKS && !PREPOSITIONS.contains(
                previousBut(at, EnumSet.of(Role.GLUE, Role.OUR, Role.YOUR, Role.WE, Role.BOOKS))));
    }

    private boolean has(Role role) {
        return roles.contains(role);
    }

    private long count(Role role) {
        return roles.stream().filter(each -> each == role).count();
    }

    private int first(Role role) {
        return roles.indexOf(role);
    }

    private int last(Role role) {
        return roles.lastIndexOf(role);
    }

    private Role next(int at) {
        return nextBut(at, EnumSet.of(Role.GLUE, Role.AS_OF));
    }

    private Role previous(int at) {
        return previousBut(at, EnumSet.of(Role.GLUE));
    }

    private Role nextBut(int at, Set<Role> skipped) {
        return IntStream.range(at + 1, roles.size()).mapToObj(roles::get).filter(role -> !skipped.contains(role)).findFirst()
                .orElse(Role.STOP);
    }

    private Role previousBut(int at, Set<Role> skipped) {
        return IntStream.iterate(at - 1, i -> i >= 0, i -> i - 1).mapToObj(roles::get)
                .filter(role -> !skipped.contains(role)).findFirst().orElse(Role.STOP);
    }
}
