package org.saldo.job.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.saldo.delivery.AccountAlert;
import org.saldo.delivery.StatementWording;
import org.saldo.job.people.Decided;
import org.saldo.ledger.AccountStanding;
import org.saldo.ledger.Authority;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Decider;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.PrintedAccount;
import org.saldo.ledger.PrintedAccounts;
import org.saldo.ledger.Refused;
import org.saldo.settings.StatementTemplates;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.AccountReleaseStore;
import org.saldo.store.statement.StatementStore;

/** People release the accounts that are printed to customers, or withdraw them, and finance is told of each step. */
public final class BankAccountJob {

    /** By what finance is told. */
    public record Post(OutboxStore outbox, StatementTemplates templates, String from) {
    }

    private static final String ACTOR = "bank-accounts";

    private final Ledger ledger;
    private final Companies companies;
    private final PrintedAccounts register;
    private final Post post;
    private final AccountReleaseStore releases;

    public BankAccountJob(Ledger ledger, Companies companies, PrintedAccounts register, Post post) {
        this.ledger = ledger;
        this.companies = companies;
        this.register = register;
        this.post = post;
        this.releases = new AccountReleaseStore(ledger);
    }

    /**
     * One of the two releases that the account needs as it stands in the register now.
     *
     * @throws Refused when the person may not, has done so already, or nothing waits
     */
    public Decided release(Authority authority, Decider who, String id) {
        PrintedAccount account = allowed(authority, who, id);
        return ledger.record(BatchKind.PERSON, who.actor(), who.day(), batch -> {
            AccountStanding before = releases.standing(batch, account);
            if (before.isReleased()) {
                throw new Refused("bank account " + id + ": is " + before.words() + "; nothing to do");
            }
            if (before.isReleasedBy(who.person())) {
                throw new Refused("bank account " + id + ": " + who.person() + " has released it already; another person who"
                        + " may must do it as well");
            }
            LocalDate from = who.day().plusDays(register.coolingOffDays());
            releases.add(batch, who, account, false, from);
            tell(batch, changed(account));
            if (before.releasedBy().isEmpty()) {
                return new Decided(id, "bank account " + id + ": released by " + who.person() + ": " + account.words()
                        + "; a second person must release it before anything leaves for customers");
            }
            String first = before.releasedBy().get(0);
            tell(batch, AccountAlert.released(account, words(account), List.of(first, who.person()), from, batch.id()));
            return new Decided(id, "bank account " + id + ": released by " + first + " and " + who.person() + ": "
                    + account.words() + "; printed from " + from);
        });
    }

    /**
     * The account counts no longer as released: mail to customers stops until two people release it anew or it is changed.
     *
     * @throws Refused when the person may not, or nobody has released it
     */
    public Decided withdraw(Authority authority, Decider who, String id) {
        PrintedAccount account = allowed(authority, who, id);
        return ledger.record(BatchKind.PERSON, who.actor(), who.day(), batch -> {
            if (releases.standing(batch, account).releasedBy().isEmpty()) {
                throw new Refused("bank account " + id + ": is released by nobody as it stands; nothing to withdraw");
            }
            releases.add(batch, who, account, true, who.day());
            tell(batch, AccountAlert.withdrawn(account, words(account), who.person(), batch.id()));
            return new Decided(id, "bank account " + id + ": withdrawn; no mail leaves for customers of company "
                    + account.company() + " until it is released again or taken out of bank-accounts.yaml");
        });
    }

    /** Tells finance of accounts that are not released, each content once. */
    public void tellFinance(LocalDate day) {
        for (PrintedAccount account : register.all()) {
            if (!releases.standing(account).isReleased()) {
                AccountAlert alert = changed(account);
                if (!new StatementStore(ledger).isMailed(alert.businessKey())) {
                    ledger.write(BatchKind.DELIVERY, ACTOR, day, batch -> tell(batch, alert));
                }
            }
        }
    }

    private AccountAlert changed(PrintedAccount account) {
        return AccountAlert.changed(account, words(account), AccountReleaseStore.hash(account));
    }

    private PrintedAccount allowed(Authority authority, Decider who, String id) {
        Company company = who.company().isEmpty() ? companies.standard() : companies.get(who.company());
        authority.require(who.actor(), PersonAction.BANK_ACCOUNT, company.id());
        return register.find(company.id(), id).orElseThrow(() -> new Refused("bank account '" + id + "': is none of company "
                + company.id() + " in bank-accounts.yaml; there are " + register.of(company.id()).stream()
                .map(PrintedAccount::id).collect(Collectors.joining(", ", "[", "]"))));
    }

    private void tell(Batch batch, AccountAlert alert) {
        Optional<Company> company = companies.find(alert.account().company());
        company.flatMap(known -> alert.mail(known, words(alert.account()), post.from()))
                .ifPresent(mail -> post.outbox().enqueue(batch, mail));
    }

    private StatementWording words(PrintedAccount account) {
        return post.templates().in(companies.get(account.company()).language());
    }
}
