package org.saldo.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A recipient that a mail server would not take, with its words. */
public record RefusedAddress(String address, String reply) {

    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");
    private static final Pattern UNKNOWN = Pattern.compile("(?i)(unknown|no such|not found|does ?n.t exist|invalid|disabled)"
            + ".{0,20}(user|mailbox|recipient|address)|(user|mailbox|recipient|address).{0,40}(unknown|no such|not found|"
            + "does ?n.t exist|invalid|disabled|unavailable)|no mailbox here");

    /** Whether the server says that nothing sent there will ever arrive, and not merely that it will not take this mail. */
    public boolean isGone() {
        return isGone(reply);
    }

    /**
     * By the status code of RFC 3463 as far as there is one: addressing (5.1.x, but not of the sender), a mailbox that is
     * disabled, a host that is not there. Without a code by the words that servers use. Full mailboxes (5.2.2), too large or
     * suspect mails (5.3, 5.6, 5.7) say nothing of the address.
     */
    public static boolean isGone(String words) {
        Matcher status = STATUS.matcher(words);
        if (!status.find()) {
            return words.matches("(?s).*(?<!\\d)55[013](?!\\d).*") && UNKNOWN.matcher(words).find();
        }
        int detail = Integer.parseInt(status.group(3));
        return status.group(1).equals("5") && switch (Integer.parseInt(status.group(2))) {
            case 0, 5 -> UNKNOWN.matcher(words).find();
            case 1 -> detail != 7 && detail != 8;
            case 2 -> detail == 1;
            case 4 -> detail == 1 || detail == 4 || detail == 310;
            default -> false;
        };
    }
}
