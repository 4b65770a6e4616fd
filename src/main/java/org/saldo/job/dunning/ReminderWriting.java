package org.saldo.job.dunning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.saldo.delivery.Contact;
import org.saldo.delivery.EpcCode;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.PrintedReminder;
import org.saldo.delivery.ReminderContacts;
import org.saldo.delivery.ReminderLetter;
import org.saldo.delivery.ReminderMail;
import org.saldo.delivery.ReminderPreview;
import org.saldo.delivery.ReminderTerms;
import org.saldo.delivery.ReminderToken;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.ReplyPart;
import org.saldo.dunning.DunningCase;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Reminder;
import org.saldo.dunning.Step;
import org.saldo.dunning.Withheld;
import org.saldo.dunning.interest.InterestNotice;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.ledger.Iban;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.Words;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.ReminderParts;
import org.saldo.store.mail.OutboxStore;

/**
 * Makes of a decision the mail that tells it: with where to pay, how to answer, the last statement, and whom to talk to.
 *
 * @param accounts    the account to be printed for a company and currency on a day
 * @param plusAddress whether the token stands in the reply address too
 * @param preview     what finance is shown of reminders that wait for it
 * @param letters     where letters to print are put; empty: none are made
 */
public record ReminderWriting(ReminderMail mail, ReminderTerms terms, ReplyKey key, boolean plusAddress,
        BiFunction<Account, LocalDate, Optional<PrintedAccount>> accounts, Optional<ReminderPreview> preview,
        Optional<LetterFolder> letters) {

    private static final int REFERENCE_LONGEST = 140;

    /** For which account is asked. */
    public record Account(String company, Currency currency) {
    }

    /** Mails without bank accounts, contacts and files. */
    public static ReminderWriting plain(ReminderMail mail, ReplyKey key) {
        return new ReminderWriting(mail, ReminderTerms.PLAIN, key, false, (any, day) -> Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** What puts letters where they are printed; none when no letters are made. */
    Optional<LetterDesk> letterDesk(Ledger ledger, OutboxStore outbox, DunningRules rules) {
        ReminderLook look = new ReminderLook(ledger, outbox, rules);
        preview.ifPresent(shown -> look.holding(terms, shown));
        return letters.map(folder -> new LetterDesk(ledger, look, folder, outbox.customerMail().isRedirected(),
                terms.letterDays()));
    }

    /** What is known of the customer beside the reminder: its case, addresses that take no mail, its last statement. */
    record About(DunningCase known, Set<String> unusable, Optional<ReminderParts.Last> last) {
    }

    /** A mail, or a letter to print when there is no mail, with what is kept of it besides, and what finance is told. */
    record Written(Optional<OutgoingMail> mail, Optional<PrintedReminder> letter, ReminderToken token,
            Collection<PrintedAccount> accounts, List<Words> notes) {
    }

    /** The case as it is decided: who gets a letter needs no mail address, but one on paper. */
    DunningCase reachable(DunningRules rules, DunningCase known, Set<String> unusable) {
        if (letters.isEmpty() || known.obstacle().isPresent()) {
            return rules.reachable(known, unusable);
        }
        return known.customer().postal().isComplete() ? known : rules.reachable(known, unusable).withWords(Withheld.Reason
                .NO_ADDRESS, Words.of(DunningWord.NOR_A_LETTER));
    }

    Written write(Company company, Reminder reminder, InterestNotice notice, String businessKey, About about,
            ReminderParts parts) {
        Customer customer = reminder.customer();
        ReminderToken token = key.token(customer.id(), reminder.day(), businessKey);
        Map<Currency, PrintedAccount> printed = new LinkedHashMap<>();
        reminder.sections().forEach(section -> accounts.apply(new Account(company.id(), section.currency()), reminder.day())
                .ifPresent(account -> printed.put(section.currency(), account)));
        Map<Currency, PaymentPart> payments = new LinkedHashMap<>();
        reminder.sections().stream().filter(section -> printed.containsKey(section.currency())).forEach(section ->
                payments.put(section.currency(), payment(company, customer, section, printed.get(section.currency()))));
        ReminderFiles files = ReminderFiles.of(reminder, parts, terms.attachMost());
        ReminderLetter letter = ReminderLetter.of(company, reminder, notice).beside(about.known()).paidTo(payments)
                .writtenTo(ReminderContacts.of(customer, about.unusable()), Contact.of(customer, terms.contacts()))
                .after(about.last().map(each -> new ReminderLetter.LastStatement(each.reference(), each.cutOff())),
                        Stream.concat(about.last().filter(any -> terms.attachStatement()
                                || ReminderFiles.wants(reminder, Step.Enclosed.STATEMENT)).map(each ->
                                new OutgoingMail.Attachment(each.reference() + ".pdf", "application/pdf",
                                        parts.pdf(each))).stream(),
                                files.files().stream()).toList())
                .answeredBy(new ReplyPart(plusAddress && !company.replyTo().isEmpty() ? token.in(company.replyTo())
                        : company.replyTo(), token.inSubject()));
        boolean wanted = reminder.step().filter(step -> step.manner().channel() == Step.Channel.LETTER).isPresent();
        boolean onPaper = letters.isPresent() && (letter.to().isEmpty() || wanted && customer.postal().isComplete());
        if (onPaper && !customer.postal().isComplete()) {
            throw new IllegalArgumentException("a letter needs a postal address: street and city are not in the customers' file");
        }
        Optional<PrintedReminder> paper = onPaper ? Optional.of(mail.printed(letter, businessKey)) : Optional.empty();
        Optional<String> lost = paper.flatMap(page -> lost(page, letter.to().isEmpty()));
        if (onPaper && lost.isEmpty()) {
            return new Written(Optional.empty(), paper, token, printed.values(), List.of());
        }
        return new Written(Optional.of(mail.of(letter, businessKey)), Optional.empty(), token, printed.values(), wanted
                ? Stream.concat(files.notes().stream(), Stream.of(insteadOfLetter(customer, lost))).toList() : files.notes());
    }

    /** What would be lost of the letter, which then goes by mail, as far as there is an address. */
    private Optional<String> lost(PrintedReminder page, boolean noAddress) {
        Optional<String> lost = letters.orElseThrow().unprintable(page);
        if (lost.isPresent() && noAddress) {
            throw new IllegalArgumentException("its letter cannot be printed: " + lost.get());
        }
        return lost;
    }

    private Words insteadOfLetter(Customer customer, Optional<String> lost) {
        return Words.of(DunningWord.LETTER_BY_MAIL, customer.id().number(), lost.map(Words::said)
                .orElseGet(() -> Words.of(letters.isEmpty() ? DunningWord.LETTERS_OFF : DunningWord.NO_POSTAL_ADDRESS)));
    }

    private static PaymentPart payment(Company company, Customer customer, Reminder.Section section, PrintedAccount account) {
        String reference = account.referenceOf(company, customer.id()).orElseGet(() -> quoting(customer, section));
        return new PaymentPart(account.holder(), Iban.isValid(account.iban()) ? Iban.grouped(account.iban()) : account.iban(),
                account.bic(), account.bank(), PaymentPart.grouped(reference),
                section.asked().isPositive() ? EpcCode.of(account, section.asked(), reference).orElse("") : "");
    }

    /** The customer's number and, as far as they all fit, the documents that are asked for: so the payment finds them. */
    private static String quoting(Customer customer, Reminder.Section section) {
        String all = customer.id().number() + " " + String.join(" ", section.lines().stream()
                .map(line -> line.debt().document()).toList());
        return all.length() <= REFERENCE_LONGEST ? all : customer.id().number();
    }
}
