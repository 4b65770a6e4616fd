package org.saldo.job.answer;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.saldo.correspondence.Asked;
import org.saldo.correspondence.Reading;
import org.saldo.correspondence.ReplyReader;
import org.saldo.correspondence.WrittenReply;
import org.saldo.intake.mail.InboundMail;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.money.Money;
import org.saldo.statement.answer.Meaning;
import org.saldo.store.Contents;
import org.saldo.store.answer.StatementFinder;
import org.saldo.store.statement.StatementRow;

/** What a mail says about the statement that it answers, and in words how that was read. */
record ReplyMeaning(Meaning meaning, boolean clear, boolean otherAmount, String words, Reading reading) {

    private static final int OWN_WORDS_LONGEST = 400;

    static ReplyMeaning of(InboundMail mail, ReplyOrigin origin, Optional<Company> company, ReplyReader reader,
                           StatementFinder finder, LocalDate day) {
        Optional<Money> balance = origin.statement().map(StatementRow::closing);
        Asked asked = origin.statement().map(row -> new Asked(balance.map(Money::abs), Optional.of(row.key().cutOff()),
                finder.documents(row.key().customer()), names(origin.customer(), company))).orElseGet(Asked::nothing);
        Reading reading = reader.read(new WrittenReply(mail.subject(), mail.text(), mail.name(), day,
                origin.customer().map(Customer::language).orElse(""), files(mail, origin) > 0, asked));
        boolean other = reading.amounts().stream().anyMatch(amount -> balance.isEmpty()
                || amount.amount().compareTo(balance.get().abs().toDecimal()) != 0
                || amount.currency().filter(currency -> !currency.equals(balance.get().currency())).isPresent());
        return new ReplyMeaning(meaning(reading), reading.clear(), other, words(reading), reading);
    }

    /** How many files it brings beside the very document that it answers. */
    static int files(InboundMail mail, ReplyOrigin origin) {
        return (int) mail.attachments().stream().filter(file -> origin.statement().filter(row -> row.pdfSha256()
                .equals(Contents.sha256(file.bytes()))).isEmpty()).count();
    }

    private static Set<String> names(Optional<Customer> customer, Optional<Company> company) {
        Set<String> names = new LinkedHashSet<>();
        customer.ifPresent(known -> names.addAll(Set.of(known.name())));
        customer.map(Customer::contactName).filter(name -> !name.isEmpty()).ifPresent(names::add);
        company.map(Company::name).ifPresent(names::add);
        return names;
    }

    private static Meaning meaning(Reading reading) {
        return switch (reading.intent()) {
            case CONFIRM -> Meaning.AGREED;
            case PARTLY -> Meaning.AGREED_EXCEPT;
            case DISPUTE -> Meaning.NOT_AGREED;
            case PROMISE, INSTALMENTS -> Meaning.PROMISE;
            case PAID_ALREADY -> Meaning.PAID_ALREADY;
            case QUESTION -> Meaning.QUESTION;
            case WRONG_CONTACT -> Meaning.WRONG_CONTACT;
            case BANK_CHANGE -> Meaning.BANK_CHANGE;
            case COMPLAINT -> Meaning.COMPLAINT;
            case OUT_OF_OFFICE -> Meaning.AWAY;
            case UNSUBSCRIBE, OTHER -> Meaning.OTHER;
        };
    }

    static String words(Reading reading) {
        String own = reading.ownWords();
        return reading.intent() + (reading.clear() ? ", clear" : ", not clear")
                + (reading.doubts().isEmpty() ? "" : ": " + String.join("; ", reading.doubts()))
                + (reading.marks().isEmpty() ? "" : "; mind: " + reading.marks())
                + "; in their words: " + (own.length() <= OWN_WORDS_LONGEST ? own : own.substring(0, OWN_WORDS_LONGEST) + "…");
    }
}
