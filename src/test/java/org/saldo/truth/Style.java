package org.saldo.truth;

import java.util.List;

/**
 * What kind of world is made.
 *
 * @param companies     1, or 2 that number alike, share customers and are kept apart
 * @param currencies    what customers are billed in
 * @param years         of history before the last month, October 2026
 * @param unknown       of a hundred customers, how many have no bank account on file
 * @param subscriptions of a hundred customers, how many are billed the same sum each time
 * @param prices        0, or that all is billed at one of so many prices
 * @param references    whether documents carry a structured payment reference
 */
record Style(String name, Numbering numbering, int companies, List<String> currencies, int years, int unknown,
             int subscriptions, int prices, boolean references) {

    static final List<Style> ALL = List.of(
            new Style("year and serial", Numbering.YEAR_AND_SERIAL, 1, List.of("EUR"), 1, 18, 10, 0, false),
            new Style("letter and serial", Numbering.LETTER_AND_SERIAL, 1, List.of("EUR"), 1, 20, 12, 0, true),
            new Style("short numbers, few prices", Numbering.SHORT, 1, List.of("EUR"), 1, 15, 0, 40, false),
            new Style("monthly restarts", Numbering.MONTHLY, 1, List.of("EUR"), 2, 20, 8, 0, false),
            new Style("shared serials", Numbering.SHARED_SERIALS, 2, List.of("EUR"), 1, 20, 8, 0, false),
            new Style("year prefix, currencies", Numbering.YEAR_PREFIX, 1, List.of("EUR", "EUR", "USD", "GBP", "JPY"), 1,
                    20, 8, 0, true),
            new Style("like a date, price list", Numbering.LIKE_A_DATE, 1, List.of("EUR"), 1, 25, 0, 300, false),
            new Style("three years, few accounts", Numbering.CUSTOMER_IN_NUMBER, 1, List.of("EUR"), 3, 60, 15, 0, false));
}
