package org.saldo.job.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.saldo.delivery.StatementMail;
import org.saldo.dunning.DunningWord;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.PrintedAccounts;
import org.saldo.ledger.Words;
import org.saldo.settings.SettingsException;
import org.saldo.statement.StatementKey;
import org.saldo.store.Ledger;
import org.saldo.store.intake.GoLiveStore;
import org.saldo.store.mail.DueMail;
import org.saldo.store.statement.AccountReleaseStore;

/** The accounts that customers are told to pay to, and what has to wait until two people have released them. */
public final class BankAccounts {

    private final Supplier<PrintedAccounts> register;
    private final GoLiveStore goLive;
    private final AccountReleaseStore releases;

    /** @param register is asked for when it is needed; it may throw a SettingsException */
    public BankAccounts(Ledger ledger, Supplier<PrintedAccounts> register) {
        this.register = register;
        this.goLive = new GoLiveStore(ledger);
        this.releases = new AccountReleaseStore(ledger);
    }

    /** Why nothing may leave for customers: the company's opening is not settled, or an account not released. */
    public Optional<Words> stopped(String company) {
        return goLive.blocked(company).or(() -> blocked(company));
    }

    /** Why no mail may go to the customers of this company for the sake of its accounts; empty when it may. */
    public Optional<Words> blocked(String company) {
        List<Words> waiting = register.get().of(company).stream().map(this::waiting).flatMap(Optional::stream).toList();
        return waiting.isEmpty() ? Optional.empty() : Optional.of(Words.of(DunningWord.NO_CUSTOMER_MAIL, company, waiting));
    }

    /** What stops mail until people act, a line for each account of all companies, or that the register cannot be read. */
    public List<String> stops() {
        try {
            return register.get().all().stream().map(this::waiting).flatMap(Optional::stream).map(Words::toString).toList();
        } catch (SettingsException fault) {
            return List.of(fault.getMessage());
        }
    }

    /** Of each account, who has released it and from when it is printed. */
    public List<String> list() {
        return register.get().all().stream().map(account -> String.join("  ", account.company(), account.id(), account.words(),
                releases.standing(account).words())).toList();
    }

    /**
     * The account to be printed in a currency: the first in the register for which all holds on {@code day}, by what was
     * known at {@code knownAt}.
     */
    public Optional<PrintedAccount> printed(String company, Currency currency, LocalDate day, Instant knownAt) {
        return register.get().of(company).stream()
                .filter(account -> account.currency().equals(currency) && account.isFor(day))
                .filter(account -> releases.standing(account, knownAt).isPrintedOn(day)).findFirst();
    }

    /** Why nothing of the company may be made for customers: its opening is not settled. */
    public Optional<Words> notLive(String company) {
        return goLive.blocked(company);
    }

    /** Whether a statement that was issued shows exactly this account, or none where there is none. */
    boolean shows(StatementKey statement, Optional<PrintedAccount> account) {
        return releases.shown(statement.customer().company(), statement.customer().number(),
                StatementMail.businessKey(statement)).equals(account.map(AccountReleaseStore::hash));
    }

    /** Whether a statement shows an account that holds no longer: it must be made again although it says the same. */
    boolean isWithdrawn(StatementKey statement) {
        return isWithdrawn(statement.customer().company(), releases.shown(statement.customer().company(),
                statement.customer().number(), StatementMail.businessKey(statement)).stream().toList());
    }

    /** Whether a mail that waits names an account that holds no longer. */
    boolean isWithdrawn(DueMail mail) {
        return switch (mail.kind()) {
            case STATEMENT -> isWithdrawn(mail.company(),
                    releases.shown(mail.company(), mail.customer(), mail.businessKey()).stream().toList());
            case REMINDER -> isWithdrawn(mail.company(), releases.named(mail.company(), mail.businessKey()));
            default -> false;
        };
    }

    /** One was withdrawn, or the register has another one in its place. */
    private boolean isWithdrawn(String company, List<String> hashes) {
        List<String> registered = hashes.isEmpty() ? List.of()
                : register.get().of(company).stream().map(AccountReleaseStore::hash).toList();
        return hashes.stream().anyMatch(hash -> !registered.contains(hash) || !releases.isReleased(company, hash));
    }

    private Optional<Words> waiting(PrintedAccount account) {
        List<String> released = releases.standing(account).releasedBy();
        return releases.standing(account).isReleased() ? Optional.empty() : Optional.of(released.isEmpty()
                ? Words.of(DunningWord.ACCOUNT_OF_NOBODY, account.id(), account.company())
                : Words.of(DunningWord.ACCOUNT_OF_ONE, account.id(), account.company(), released.get(0)));
    }
}
