package org.saldo.intake.mail;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * HTML as the lines that a person would read, in one pass over it however broken it is. What stands in a blockquote, or
 * where mail programs put the mail that is answered, comes behind {@code >}. What a person cannot see stands in
 * {@code [hidden text: ...]}, so that nobody takes it for what was written. Nothing in it is loaded or run.
 */
final class HtmlText {

    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "noscript", "template");
    private static final Set<String> BREAKING = Set.of("br", "p", "div", "tr", "li", "ul", "ol", "table", "h1", "h2", "h3",
            "h4", "hr", "blockquote", "pre", "section");
    private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("nbsp", " "), Map.entry("amp", "&"),
            Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"),
            Map.entry("auml", "ä"), Map.entry("ouml", "ö"), Map.entry("uuml", "ü"), Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"), Map.entry("Uuml", "Ü"), Map.entry("szlig", "ß"), Map.entry("euro", "€"),
            Map.entry("aacute", "á"), Map.entry("eacute", "é"), Map.entry("iacute", "í"), Map.entry("oacute", "ó"),
            Map.entry("uacute", "ú"), Map.entry("ntilde", "ñ"), Map.entry("ccedil", "ç"), Map.entry("egrave", "è"),
            Map.entry("agrave", "à"), Map.entry("ecirc", "ê"), Map.entry("acirc", "â"), Map.entry("atilde", "ã"),
            Map.entry("otilde", "õ"), Map.entry("rsquo", "'"), Map.entry("lsquo", "'"), Map.entry("ldquo", "\""),
            Map.entry("rdquo", "\""), Map.entry("ndash", "-"), Map.entry("mdash", "-"), Map.entry("hellip", "..."));
    private static final int ENTITY_LONGEST = 10;

    private final String html;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quotes;
    private int quotedDivs;
    private final Unseen unseen = new Unseen();
    private String silentUntil = "";

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        HtmlText reading = new HtmlText(html);
        reading.read();
        reading.endLine();
        return reading.text.toString().replaceAll("\n{3,}", "\n\n").strip();
    }

    private void read() {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<' && html.startsWith("<!--", at)) {
                int end = html.indexOf("-->", at + 4);
                at = end < 0 ? html.length() : end + 3;
            } else if (c == '<' && at + 1 < html.length() && isTagStart(html.charAt(at + 1))) {
                int end = html.indexOf('>', at);
                end = end < 0 ? html.length() : end;
                tag(html.substring(at + 1, end));
                at = end + 1;
            } else if (c == '&') {
                at = entity(at);
            } else {
                put(Character.isWhitespace(c) ? " " : String.valueOf(c));
                at++;
            }
        }
    }

    private static boolean isTagStart(char c) {
        return c == '/' || c == '!' || c == '?' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void tag(String tag) {
        boolean closing = tag.startsWith("/");
        String name = tag.substring(closing ? 1 : 0).split("[\\s/>]", 2)[0].toLowerCase(Locale.ROOT);
        if (!silentUntil.isEmpty()) {
            silentUntil = closing && name.equals(silentUntil) ? "" : silentUntil;
            return;
        }
        if (SILENT.contains(name)) {
            silentUntil = closing || tag.endsWith("/") ? "" : name;
            return;
        }
        if (unseen.ends(name, closing)) {
            line.append("] ");
        }
        if (BREAKING.contains(name)) {
            endLine();
        }
        unseen.begins(name, tag, closing);
        if (name.equals("td") || name.equals("th")) {
            put(" ");
        }
        if (name.equals("blockquote")) {
            quotes = Math.max(0, quotes + (closing ? -1 : 1));
        }
        if (name.equals("div")) {
            quotedDiv(tag, closing);
        }
    }

    /**
     * Mail programs put what is answered into a div of their own; it ends with the div that began it. That of Outlook holds
     * only the head of the old mail, by which all that follows is known, so it stays to be read.
     */
    private void quotedDiv(String tag, boolean closing) {
        if (quotedDivs > 0) {
            quotedDivs += closing ? -1 : 1;
        } else if (!closing) {
            String lower = tag.toLowerCase(Locale.ROOT);
            quotedDivs = lower.contains("gmail_quote") || lower.contains("yahoo_quoted") || lower.contains("moz-cite-prefix")
                    ? 1 : 0;
        }
    }

    private int entity(int at) {
        int end = html.indexOf(';', at);
        if (end < 0 || end - at > ENTITY_LONGEST) {
            put("&");
            return at + 1;
        }
        String name = html.substring(at + 1, end);
        String means = name.startsWith("#") ? numbered(name.substring(1)) : ENTITIES.getOrDefault(name, "");
        put(means.isEmpty() ? html.substring(at, end + 1) : means);
        return end + 1;
    }

    private static String numbered(String number) {
        try {
            int code = number.startsWith("x") || number.startsWith("X") ? Integer.parseInt(number.substring(1), 16)
                    : Integer.parseInt(number);
            return code == 160 ? " " : Character.isValidCodePoint(code) && code >= ' ' ? Character.toString(code) : " ";
        } catch (NumberFormatException noNumber) {
            return "";
        }
    }

    private void put(String some) {
        boolean blank = some.equals(" ");
        boolean afterBlank = line.length() == 0 || line.charAt(line.length() - 1) == ' ';
        if (silentUntil.isEmpty() && !(blank && afterBlank)) {
            line.append(unseen.announced(blank));
            line.append(some);
        }
    }

    private void endLine() {
        String plain = line.toString().strip();
        line.setLength(0);
        if (!plain.isEmpty()) {
            text.append("> ".repeat(Math.min(3, quotes + (quotedDivs > 0 ? 1 : 0)))).append(plain).append('\n');
        } else if (text.length() > 0) {
            text.append('\n');
        }
    }
}
