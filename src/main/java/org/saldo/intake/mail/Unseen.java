package org.saldo.intake.mail;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which part of an HTML mail a person cannot see: by its style, until the element ends that has it. */
final class Unseen {

    private static final Set<String> EMPTY = Set.of("br", "img", "hr", "meta", "link", "input", "col", "wbr");
    private static final Pattern STYLE = Pattern.compile(
            "display:none|visibility:hidden|mso-hide:all|opacity:0(?:[.]0+)?(?![.\\d])"
            + "|font-size:(?:0|1|2|0?[.]\\d+|1[.]\\d+)(?:px|pt)?(?![.\\d]|em|rem|%)"
            + "|(?<![-\\w])color:(?:#fff(?:fff)?|white|transparent|rgba?[(]255,255,255)(?![0-9a-f])");
    private static final Pattern SHOWN_ON = Pattern.compile("background");
    private static final int TAG_MAX = 2000;

    private String element = "";
    private int depth;
    private boolean announced;

    /** Notes that a tag hides what follows. */
    void begins(String name, String tag, boolean closing) {
        if (closing || EMPTY.contains(name) || tag.endsWith("/")) {
            return;
        }
        if (depth > 0) {
            depth += name.equals(element) ? 1 : 0;
        } else if (hides(tag)) {
            element = name;
            depth = 1;
        }
    }

    /** Whether with this tag a part ends in which something stood. */
    boolean ends(String name, boolean closing) {
        if (depth == 0 || !closing || !name.equals(element) || --depth > 0) {
            return false;
        }
        boolean something = announced;
        announced = false;
        return something;
    }

    /** What goes before the first word that cannot be seen, else nothing. */
    String announced(boolean blank) {
        if (depth == 0 || announced || blank) {
            return "";
        }
        announced = true;
        return "[hidden text: ";
    }

    private static boolean hides(String tag) {
        String plain = tag.substring(0, Math.min(tag.length(), TAG_MAX)).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        if (plain.contains(" hidden") && plain.matches("[a-z0-9]+(?: [^>]*)? hidden(?:[ =/].*)?")) {
            return true;
        }
        String style = plain.replace(" ", "");
        boolean found = STYLE.matcher(style).find() || style.contains("<fontsize=\"0");
        return found && !(SHOWN_ON.matcher(style).find() && !style.contains("display:none") && !style.contains("hidden")
                && !style.contains("font-size:0") && !style.contains("font-size:1p"));
    }
}
