package org.saldo.correspondence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes away what a mail quotes: lines with a mark before them, the line above them that says who wrote when, and all
 * below the head of an old mail, as the usual mail programs write it.
 */
final class Quotations {

    private static final String MARKS = ">＞»";
    /** A bar marks what is quoted only among what is quoted: tables are drawn with it too. */
    private static final char BAR = '|';
    private static final int LINE_MAX = 400;
    private static final int HEADS_WITHIN = 6;
    private static final int LOOK_AHEAD = 20;

    private final Lexicon attribution;
    private final Lexicon original;
    private final Lexicon heads;

    Quotations(ReplyWords words) {
        this.attribution = new Lexicon(words, Set.of(Topic.ATTRIBUTION));
        this.original = new Lexicon(words, Set.of(Topic.ORIGINAL));
        this.heads = new Lexicon(words, Set.of(Topic.HEAD));
    }

    /** The lines that are his own, in their order, until they are longer than {@code most}. */
    List<String> without(List<String> lines, int most) {
        List<String> own = new ArrayList<>();
        int length = 0;
        boolean quoted = false;
        boolean belowHead = false;
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            quoted = isMarked(line) || (quoted || belowHead) && isBarred(line);
            belowHead &= line.isBlank();
            if (quoted || belowHead) {
                continue;
            }
            int attributed = linesOfAttribution(lines, at);
            if (attributed == 0 && !isOldMail(lines, at)) {
                own.add(line);
                length += line.length() + 1;
                if (length > most) {
                    break;
                }
            } else if (nextIsMarked(lines, at + Math.max(attributed, 1))) {
                at += Math.max(attributed, 1) - 1;
                belowHead = true;
            } else {
                break;
            }
        }
        return own;
    }

    private static boolean isMarked(String line) {
        String text = line.strip();
        return !text.isEmpty() && MARKS.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isBarred(String line) {
        String text = line.strip();
        return !text.isEmpty() && text.charAt(0) == BAR;
    }

    private static boolean nextIsMarked(List<String> lines, int from) {
        for (int at = from; at < Math.min(lines.size(), from + LOOK_AHEAD); at++) {
            if (!lines.get(at).isBlank()) {
                return isMarked(lines.get(at)) || isBarred(lines.get(at));
            }
        }
        return false;
    }

    /** How many lines from {@code at} on say who wrote when; mail programs break this line where it gets long. */
    private int linesOfAttribution(List<String> lines, int at) {
        StringBuilder joined = new StringBuilder();
        for (int count = 1; count <= 3 && at + count <= lines.size(); count++) {
            String line = lines.get(at + count - 1).strip();
            if (line.isEmpty() || line.length() > LINE_MAX) {
                return 0;
            }
            joined.append(line).append(' ');
            boolean closed = line.endsWith(":") || line.endsWith("：");
            if (closed && namesAMoment(joined) && !attribution.all(Tokens.of(joined.toString())).isEmpty()) {
                return count;
            }
            if (!namesAMoment(joined)) {
                return 0;
            }
        }
        return 0;
    }

    /** An address, or a time of the day and a year. */
    private static boolean namesAMoment(CharSequence line) {
        boolean time = false;
        boolean year = false;
        for (int i = 1; i + 2 < line.length(); i++) {
            char each = line.charAt(i);
            boolean digits = Character.isDigit(line.charAt(i - 1)) && Character.isDigit(line.charAt(i + 1));
            time |= digits && (each == ':' || each == '：' || each == 'h' || each == '.');
            year |= each == '2' && line.charAt(i + 1) == '0' && Character.isDigit(line.charAt(i + 2))
                    && !Character.isDigit(line.charAt(i - 1));
            if (each == '@' || time && year) {
                return true;
            }
        }
        return false;
    }

    private boolean isOldMail(List<String> lines, int at) {
        String line = lines.get(at).strip();
        if (line.isEmpty() || line.length() > LINE_MAX) {
            return false;
        }
        return isHead(line) && headsFrom(lines, at) >= 3 || isOriginal(line, lines, at)
                || isRule(line) && nextIsHead(lines, at + 1);
    }

    /** "-----Original Message-----", or the words alone above a head. */
    private boolean isOriginal(String line, List<String> lines, int at) {
        List<Token> tokens = Tokens.of(line).stream().filter(Token::speaks).toList();
        boolean named = tokens.size() <= 6 && original.all(tokens).stream().anyMatch(match -> match.first() == 0);
        return named && (line.startsWith("--") || line.endsWith(":") || line.endsWith("：") || nextIsHead(lines, at + 1));
    }

    private static boolean isRule(String line) {
        return line.length() >= 10 && line.chars().allMatch(each -> each == '_' || each == '-' || each == '=');
    }

    private boolean nextIsHead(List<String> lines, int from) {
        for (int at = from; at < Math.min(lines.size(), from + LOOK_AHEAD); at++) {
            if (!lines.get(at).isBlank()) {
                return isHead(lines.get(at).strip()) && headsFrom(lines, at) >= 2;
            }
        }
        return false;
    }

    private int headsFrom(List<String> lines, int at) {
        int heads = 0;
        for (int i = at; i < lines.size() && i < at + HEADS_WITHIN; i++) {
            heads += isHead(lines.get(i).strip()) ? 1 : 0;
        }
        return heads;
    }

    /** A line such as "From: ..." or "*Sent:* ...". */
    private boolean isHead(String line) {
        int colon = Math.max(line.indexOf(':'), line.indexOf('：') < 0 ? -1 : line.indexOf('：'));
        if (line.indexOf(':') > 0 && line.indexOf('：') > 0) {
            colon = Math.min(line.indexOf(':'), line.indexOf('：'));
        }
        if (colon <= 0 || colon > 20) {
            return false;
        }
        List<Token> tokens = Tokens.of(line.substring(0, colon)).stream().filter(Token::speaks).toList();
        return heads.all(tokens).stream().anyMatch(match -> match.places().size() == tokens.size());
    }
}
