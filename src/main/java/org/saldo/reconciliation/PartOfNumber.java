package org.saldo.reconciliation;

import java.util.ArrayList;
import java.util.List;
import org.saldo.ledger.NumberCore;
import org.saldo.ledger.ReferenceKey;

/** Whether what a payer writes is a part of a document's number, and so no other number. */
final class PartOfNumber {

    private PartOfNumber() {
    }

    /** Whether {@code key} is the end of {@code number}, or groups of its digits that stand side by side. */
    static boolean is(String key, String number) {
        String whole = ReferenceKey.of(number);
        if (whole.endsWith(key)) {
            return true;
        }
        String prefix = NumberCore.prefix(key);
        String core = NumberCore.ofToken(key);
        if (core.isEmpty() || !NumberCore.prefixesAgree(prefix, NumberCore.prefix(whole))) {
            return false;
        }
        List<String> groups = groupsOf(number);
        for (int from = 0; from < groups.size(); from++) {
            StringBuilder run = new StringBuilder();
            for (int to = from; to < groups.size(); to++) {
                if (NumberCore.ofToken(run.append(groups.get(to)).toString()).equals(core)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The runs of digits of a number, in their order. */
    static List<String> groupsOf(String number) {
        List<String> groups = new ArrayList<>(4);
        int at = 0;
        while (at < number.length()) {
            int end = at;
            while (end < number.length() && number.charAt(end) >= '0' && number.charAt(end) <= '9') {
                end++;
            }
            if (end > at) {
                groups.add(number.substring(at, end));
            }
            at = end + 1;
        }
        return groups;
    }
}
