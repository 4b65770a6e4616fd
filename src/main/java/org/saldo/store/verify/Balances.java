package org.saldo.store.verify;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.saldo.ledger.Posting;
import org.saldo.ledger.PostingAccount;
import org.saldo.store.StoredRow;

/**
 * Sums per customer and currency, added up on three ways that must meet: by movements, by what is open, and by postings.
 * Positive is owed to the company. Memory grows with the number of customers.
 */
final class Balances {

    /** A customer's account in one currency; without a customer, the company's. */
    record Account(String company, String customer, String currency) {
    }

    private static final class Sums {
        private BigDecimal movements = BigDecimal.ZERO;
        private BigDecimal openItems = BigDecimal.ZERO;
        private BigDecimal unapplied = BigDecimal.ZERO;
        private BigDecimal receivablePosted = BigDecimal.ZERO;
        private BigDecimal unappliedPosted = BigDecimal.ZERO;
    }

    private record CompanyAccount(String company, String currency, PostingAccount account) {
    }

    private static final class Control {
        private final StoredRow row;
        private BigDecimal ours = BigDecimal.ZERO;

        private Control(StoredRow row) {
            this.row = row;
        }

        private boolean isOfCompany() {
            return row.text("customer_id").isEmpty();
        }

        private BigDecimal apart() {
            return ours.subtract(row.amount("balance"));
        }

        private String remark() {
            String whose = row.text("company") + (isOfCompany() ? "" : "/" + row.text("customer_id"));
            return "control balance of %s on %s in %s: the ERP has %s, the ledger %s: %s".formatted(whose, row.day("as_of"),
                    row.text("currency"), plain(row.amount("balance")), plain(ours),
                    apart().signum() == 0 ? "the same" : plain(apart()) + " apart");
        }
    }

    private final Map<Account, Sums> accounts = new HashMap<>();
    private final Map<CompanyAccount, BigDecimal> posted = new HashMap<>();
    private final Map<CompanyAccount, BigDecimal> held = new HashMap<>();
    private final Map<Account, List<Control>> controls = new HashMap<>();

    /** A control balance to compare with; all of them must be known before the first movement. */
    void addControl(StoredRow row) {
        Account account = new Account(row.text("company"), row.text("customer_id"), row.text("currency"));
        controls.computeIfAbsent(account, any -> new ArrayList<>(1)).add(new Control(row));
    }

    void movement(Account account, LocalDate effectiveOn, BigDecimal amount) {
        Sums sums = sums(account);
        sums.movements = sums.movements.add(amount);
        if (!controls.isEmpty()) {
            addToControls(account, effectiveOn, amount);
            addToControls(new Account(account.company, "", account.currency), effectiveOn, amount);
        }
    }

    private void addToControls(Account account, LocalDate effectiveOn, BigDecimal amount) {
        for (Control control : controls.getOrDefault(account, List.of())) {
            if (!effectiveOn.isAfter(control.row.day("as_of"))) {
                control.ours = control.ours.add(amount);
            }
        }
    }

    void openItem(Account account, BigDecimal signed) {
        Sums sums = sums(account);
        sums.openItems = sums.openItems.add(signed);
    }

    /** Money of a receipt that settles nothing yet, on the account that holds it. */
    void unapplied(Account account, PostingAccount holding, BigDecimal amount) {
        if (holding == PostingAccount.UNAPPLIED) {
            Sums sums = sums(account);
            sums.unapplied = sums.unapplied.add(amount);
        } else {
            held.merge(new CompanyAccount(account.company, account.currency, holding), amount, BigDecimal::add);
        }
    }

    void cash(String company, String currency, BigDecimal amount) {
        held.merge(new CompanyAccount(company, currency, PostingAccount.CASH), amount.negate(), BigDecimal::add);
    }

    void posting(Posting posting) {
        String currency = posting.debit().currency().getCurrencyCode();
        BigDecimal amount = posting.balance().toDecimal();
        Account account = new Account(posting.company(), posting.customer(), currency);
        switch (posting.account()) {
            case RECEIVABLE -> {
                Sums sums = sums(account);
                sums.receivablePosted = sums.receivablePosted.add(amount);
            }
            case UNAPPLIED -> {
                Sums sums = sums(account);
                sums.unappliedPosted = sums.unappliedPosted.subtract(amount);
            }
            case UNIDENTIFIED, NOT_OURS, CASH -> posted.merge(
                    new CompanyAccount(posting.company(), currency, posting.account()), amount.negate(), BigDecimal::add);
            default -> { }
        }
    }

    /** Holds the sums against each other, after all rows have been added. */
    void check(Findings findings) {
        accounts.forEach((account, sums) -> {
            String where = "customer " + account.company + "/" + account.customer + " in " + account.currency;
            BigDecimal open = sums.openItems.subtract(sums.unapplied);
            findings.check(Promise.I7, same(sums.movements, open), where,
                    "the movements add up to %s, but open items %s less unapplied cash %s are %s",
                    plain(sums.movements), plain(sums.openItems), plain(sums.unapplied), plain(open));
            findings.check(Promise.I9, same(sums.receivablePosted, sums.openItems), where,
                    "RECEIVABLE stands at %s by postings, the open items at %s",
                    plain(sums.receivablePosted), plain(sums.openItems));
            findings.check(Promise.I9, same(sums.unappliedPosted, sums.unapplied), where,
                    "UNAPPLIED stands at %s by postings, the receipts at %s",
                    plain(sums.unappliedPosted), plain(sums.unapplied));
        });
        Map<CompanyAccount, BigDecimal> all = new HashMap<>(held);
        posted.forEach((account, amount) -> all.putIfAbsent(account, BigDecimal.ZERO));
        all.forEach((account, amount) -> findings.check(Promise.I9,
                same(amount, posted.getOrDefault(account, BigDecimal.ZERO)),
                account.account + " of " + account.company + " in " + account.currency,
                "stands at %s by postings, at %s by the receipts",
                plain(posted.getOrDefault(account, BigDecimal.ZERO).negate()), plain(amount.negate())));
        remarkControls(findings);
    }

    /** The company's control balances are always told, those of customers where they differ. */
    private void remarkControls(Findings findings) {
        List<Control> all = controls.values().stream().flatMap(List::stream)
                .sorted(Comparator.comparing((Control control) -> control.row.text("company"))
                        .thenComparing(control -> control.row.text("customer_id")).thenComparing(control -> control.row.id()))
                .toList();
        all.stream().filter(Control::isOfCompany).forEach(control -> findings.remark(control.remark()));
        List<Control> apart = all.stream().filter(control -> !control.isOfCompany() && control.apart().signum() != 0).toList();
        apart.stream().limit(VerifyReport.BREACHES_TOLD).forEach(control -> findings.remark(control.remark()));
        if (apart.size() > VerifyReport.BREACHES_TOLD) {
            findings.remark("%d more control balances of customers differ; see `saldo export controls`"
                    .formatted(apart.size() - VerifyReport.BREACHES_TOLD));
        }
    }

    private Sums sums(Account account) {
        return accounts.computeIfAbsent(account, any -> new Sums());
    }

    static boolean same(BigDecimal one, BigDecimal other) {
        return one.compareTo(other) == 0;
    }

    static String plain(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(2, stripped.scale())).toPlainString();
    }
}
