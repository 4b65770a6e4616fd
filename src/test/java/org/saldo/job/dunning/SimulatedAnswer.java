package org.saldo.job.dunning;

/** A customer's mail that answers a reminder, as its mail program writes it. */
record SimulatedAnswer(String answers, String from, int number) {

    String id() {
        return "<answer-" + number + "@payer.example>";
    }

    String says(String text) {
        return mail("pass", "Re: Reminder", "", text);
    }

    String byMachine(String text) {
        return mail("pass", "Automatic reply", "Auto-Submitted: auto-replied\r\n", text);
    }

    /** Nobody vouches for its sender. */
    String unproved(String text) {
        return mail("none", "Re: Reminder", "", text);
    }

    private String mail(String proof, String subject, String more, String text) {
        return "Authentication-Results: mx.saldo.example; dmarc=" + proof + " header.from="
                + from.substring(from.indexOf('@') + 1) + "\r\nFrom: " + from + "\r\nTo: answers@seller.example\r\nSubject: "
                + subject + "\r\nMessage-ID: " + id() + "\r\nIn-Reply-To: " + answers + "\r\n" + more
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
    }
}
