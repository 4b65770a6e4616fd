package org.saldo.delivery;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.saldo.ledger.Word;
import org.saldo.ledger.Words;

/** What became of a mail on its way, beside what mail servers say. */
public enum MailWord implements Word {
    WRITTEN("written"),
    HANDED("handed to the mail server {0}"),
    NOT_BEGUN("the sender ended before it began this mail"),
    NOT_ANSWERED("the sender ended before the server's answer was known"),
    GIVEN_UP("given up after {0} attempts: {1}"),
    SENT_AGAIN("to be sent again: {0}"),
    COPY_CAME_BACK("the copy for {0} came back: {1}"),
    LATER_VERSION("a later version of the statement was issued: version {0}"),
    OLD_ACCOUNT("shows a bank account that was withdrawn or replaced; make it again by `saldo statements --again`"),
    OLD_ACCOUNT_REMINDER("shows a bank account that was withdrawn or replaced; the next run decides it again");

    private final String english;
    private final Pattern sentence;

    MailWord(String english) {
        this.english = english;
        this.sentence = Pattern.compile("\\Q" + english.replaceAll("\\{[0-9]}", "\\\\E(.*)\\\\Q") + "\\E");
    }

    /** What a row keeps of it as a sentence; what none of these says, such as a server's reply, as it is. */
    public static Words said(String text) {
        for (MailWord word : values()) {
            Matcher found = word.sentence.matcher(text);
            if (found.matches()) {
                return Words.of(word, IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group).toArray());
            }
        }
        return Words.said(text);
    }

    @Override
    public String key() {
        return "mail-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String english() {
        return english;
    }
}
