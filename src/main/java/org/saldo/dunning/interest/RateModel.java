package org.saldo.dunning.interest;

/** Which rate counts when the base rate changes while somebody is late. */
public enum RateModel {
    /** Each day bears the rate of its day. */
    SPLIT_BY_PERIOD("split-by-period"),
    /** The rate of the first day of the delay stays for the whole of it. */
    FIXED_AT_START("fixed-at-start"),
    /** One rate for the whole delay: that of the day of payment. What is paid in parts bears the rate of each part's day. */
    SINGLE_RATE("single-rate");

    private final String words;

    RateModel(String words) {
        this.words = words;
    }

    public static RateModel parse(String words) {
        for (RateModel model : values()) {
            if (model.words.equals(words)) {
                return model;
            }
        }
        throw new IllegalArgumentException(words);
    }
}
