package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import org.saldo.delivery.EpcCode;
import org.saldo.delivery.PaymentPart;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.SwissBill;
import org.saldo.ledger.Iban;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.statement.IssuedStatement;

/** What a statement gets on its way out beside its figures: where to pay, and the company's seal. */
public final class StatementIssue {

    /** No account is printed, and nothing is sealed. */
    public static final StatementIssue PLAIN = new StatementIssue(any -> Optional.empty(),
            (any, pdf) -> Optional.empty(), any -> Optional.empty(), any -> false, (any, account) -> true);

    /** For which account is asked: that of a company and currency, on a day, by what was known then. */
    record Question(String company, Currency currency, LocalDate day, Instant knownAt) {
    }

    private final Function<Question, Optional<PrintedAccount>> printed;
    private final BiFunction<String, byte[], Optional<byte[]>> sealed;
    private final Function<String, Optional<String>> stopped;
    private final Predicate<StatementKey> withdrawn;
    private final BiPredicate<StatementKey, Optional<PrintedAccount>> shown;
    /** A run asks the same for each of its customers. */
    private final Map<Question, Optional<PrintedAccount>> answers = new ConcurrentHashMap<>();

    private StatementIssue(Function<Question, Optional<PrintedAccount>> printed,
                           BiFunction<String, byte[], Optional<byte[]>> sealed,
                           Function<String, Optional<String>> stopped, Predicate<StatementKey> withdrawn,
                           BiPredicate<StatementKey, Optional<PrintedAccount>> shown) {
        this.printed = printed;
        this.sealed = sealed;
        this.stopped = stopped;
        this.withdrawn = withdrawn;
        this.shown = shown;
    }

    public StatementIssue(BankAccounts accounts, Seals seals) {
        this(question -> accounts.printed(question.company(), question.currency(), question.day(), question.knownAt()),
                seals::sealed, company -> accounts.blocked(company).map(Words::toString), accounts::isWithdrawn, accounts::shows);
    }

    /** The letter with where to pay, where that may be printed on {@code day}. */
    StatementLetter paid(StatementLetter letter, LocalDate day) {
        return account(letter.statement(), day).map(account -> letter.withPayment(part(letter, account))).orElse(letter);
    }

    /** What leaves the house and is kept of a letter that was drawn on {@code day}: sealed where there is a seal. */
    IssuedStatement issued(StatementOfAccount statement, byte[] pdf, LocalDate day) {
        Optional<byte[]> withSeal = sealed.apply(statement.key().customer().company(), pdf);
        return new IssuedStatement(statement, withSeal.orElse(pdf), account(statement, day), withSeal.map(any -> pdf));
    }

    /** Whether a statement that was issued shows a bank account that was withdrawn since. */
    boolean isWithdrawn(StatementKey statement) {
        return withdrawn.test(statement);
    }

    /** Why no mail may go to customers of the company for the sake of its bank accounts; empty when it may. */
    Optional<String> stopped(String company) {
        return stopped.apply(company);
    }

    /** Whether a page that was issued would show another account, by what is known at {@code now}, or none any more. */
    boolean isOtherNow(StatementOfAccount statement, LocalDate day, Instant now) {
        return !shown.test(statement.key(), account(statement, day, now));
    }

    private Optional<PrintedAccount> account(StatementOfAccount statement, LocalDate day) {
        return account(statement, day, statement.asKnownAt());
    }

    private Optional<PrintedAccount> account(StatementOfAccount statement, LocalDate day, Instant knownAt) {
        return statement.closing().isPositive() ? answers.computeIfAbsent(new Question(statement.key().customer().company(),
                statement.key().currency(), day, knownAt), printed) : Optional.empty();
    }

    private static PaymentPart part(StatementLetter letter, PrintedAccount account) {
        Money closing = letter.statement().closing();
        String reference = account.referenceOf(letter.company(), letter.customer().id())
                .orElseGet(() -> letter.customer().id().number() + " " + letter.statement().key().number());
        Optional<SwissBill> bill = SwissBill.of(account, closing, reference, letter.customer().country())
                .map(each -> each.paidBy(letter.customer()));
        return new PaymentPart(account.holder(), Iban.isValid(account.iban()) ? Iban.grouped(account.iban()) : account.iban(),
                account.bic(), account.bank(), PaymentPart.grouped(reference),
                bill.isPresent() ? "" : EpcCode.of(account, closing, reference).orElse(""), bill);
    }
}
