package org.saldo.intake;

/**
 * A name from outside, made fit to be a file's name: no folder, no dots at its ends, no character that a file system or
 * a terminal takes for more than a character, and not too long. Different names may become the same.
 */
public final class SafeName {

    private static final int LENGTH_MAX = 120;
    private static final String NOTHING_LEFT = "unnamed";

    private SafeName() {
    }

    public static String of(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[^\\p{L}\\p{M}\\p{N}._ ()+@=,-]", "_").replaceAll("^[. ]+|[. ]+$", "");
        if (plain.length() > LENGTH_MAX) {
            int dot = plain.lastIndexOf('.');
            String ending = dot > 0 && plain.length() - dot <= 10 ? plain.substring(dot) : "";
            plain = plain.substring(0, LENGTH_MAX - ending.length()) + ending;
        }
        return plain.isBlank() ? NOTHING_LEFT : plain;
    }
}
