package org.saldo.job.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.saldo.delivery.BridgeLetter;
import org.saldo.delivery.BridgeMail;
import org.saldo.delivery.BridgeWorkbook;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.Sha256;
import org.saldo.delivery.StatementAddressee;
import org.saldo.delivery.StatementWord;
import org.saldo.delivery.StatementWording;
import org.saldo.intake.FileRefused;
import org.saldo.intake.SafeName;
import org.saldo.intake.list.ListReader;
import org.saldo.intake.list.ReadList;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.ReferenceKey;
import org.saldo.ledger.Refused;
import org.saldo.settings.ListsFile;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementKey;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.statement.bridge.LedgerComparison;
import org.saldo.statement.bridge.OurLedger;
import org.saldo.statement.bridge.TheirLine;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.mail.Enqueued;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.ComparisonStore;
import org.saldo.store.statement.StatementRow;
import org.saldo.store.statement.StatementStore;

/** Puts a customer's own list beside our account with it, and answers both sides with the bridge. */
public final class CompareJob {

    private static final int KEY_DIGITS = 32;
    private static final YearMonth LAST_MONTH = YearMonth.of(9999, 12);

    private final Ledger ledger;
    private final OutboxStore outbox;
    private final StatementStore statements;
    private final ComparisonStore comparisons;
    private final Companies companies;
    private final ListsFile.Lists lists;
    private final StatementTemplates templates;
    private final AnswerMails.Post post;
    private final ReplyKey key;

    public CompareJob(Ledger ledger, OutboxStore outbox, Companies companies, ListsFile.Lists lists, StatementTemplates templates,
               AnswerMails.Post post) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.statements = new StatementStore(ledger);
        this.comparisons = new ComparisonStore(ledger);
        this.companies = companies;
        this.lists = lists;
        this.templates = templates;
        this.post = post;
        this.key = new AnswerStore(ledger).replyKey();
    }

    /** Which account at which end: that of the month's statement where one was made, else as it is known now. */
    private record Cut(LocalDate day, Instant knownAt, String about, Optional<StatementRow> statement) {
    }

    /**
     * Compares with the statement of that key, as the customer holds it.
     *
     * @throws Refused when there is no such statement, or the list cannot be read
     */
    public Comparison compare(CustomerId customer, StatementKey statement, String fileName, byte[] bytes, LocalDate day) {
        if (!statement.customer().equals(customer)) {
            throw new Refused("statement " + statement + " is not one of customer " + customer + "; name its own");
        }
        StatementRow row = statements.upTo(customer, statement.month()).stream()
                .filter(each -> each.key().toString().equals(statement.toString())).findFirst()
                .orElseThrow(() -> new Refused("statement " + statement + ": was not made; name the customer to compare "
                        + "with the account as it is known now"));
        return compare(customer(customer), statement.currency(), Optional.of(cut(row)), fileName, bytes, day);
    }

    /**
     * Compares with the statement of the month, else of the customer's last one, else with the account at the end of the
     * month, of the list, or of {@code day}.
     *
     * @param currency else the customer's own
     * @throws Refused when nothing ever moved on the account, or the list cannot be read
     */
    public Comparison compare(CustomerId id, Optional<Currency> currency, Optional<YearMonth> month, String fileName,
                              byte[] bytes, LocalDate day) {
        Customer customer = customer(id);
        Currency in = currency.orElseGet(() -> Currency.getInstance(customer.currency()));
        Optional<Cut> made = statements.upTo(id, month.orElse(YearMonth.from(day))).stream()
                .filter(row -> row.key().currency().equals(in) && month.map(row.key().month()::equals).orElse(true))
                .reduce((earlier, later) -> later).map(CompareJob::cut);
        return compare(customer, in, made.or(() -> month.map(each -> now(each.atEndOfMonth()))), fileName, bytes, day);
    }

    private static Cut cut(StatementRow row) {
        return new Cut(row.key().cutOff(), row.asKnownAt(), row.key().number(), Optional.of(row));
    }

    private Cut now(LocalDate day) {
        return new Cut(day, ledger.knownAt(), day.toString(), Optional.empty());
    }

    private Customer customer(CustomerId id) {
        return statements.customer(id).orElseThrow(() -> new Refused("customer " + id
                + " is not known; take its master data in first"));
    }

    private Comparison compare(Customer customer, Currency currency, Optional<Cut> named, String fileName, byte[] bytes,
                               LocalDate day) {
        ReadList read = read(fileName, bytes, currency);
        Cut cut = named.orElseGet(() -> now(read.list().asOf().filter(asOf -> asOf.isBefore(day)).orElse(day)));
        boolean namesIt = namesIt(customer.id(), read, cut);
        OurLedger ours = comparisons.account(customer.id(), currency, cut.day(), cut.knownAt()).orElseThrow(() ->
                new Refused("customer " + customer.id() + " has no account in " + currency + "; name another --currency"));
        Bridge bridge = LedgerComparison.compare(ours, read.list(), lists.limits());
        List<String> unknown = bridge.lines(BridgeKind.ONLY_THEIRS).stream().flatMap(line -> line.theirs().stream())
                .map(TheirLine::document).map(ReferenceKey::of).toList();
        Bridge knowing = LedgerComparison.compare(ours.knowing(comparisons.elsewhere(customer.id(), unknown)), read.list(),
                lists.limits());
        List<String> remarks = Stream.concat(read.remarks().stream(), read.rejected().stream().map(Object::toString)).toList();
        String about = cut.about() + " " + currency;
        return new Comparison(new BridgeLetter(companies.get(customer.id().company()), customer, knowing, about,
                SafeName.of(fileName), remarks), cut.statement(),
                customer.id() + "/" + currency + "/" + cut.about() + "/" + Sha256.of(bytes).substring(0, KEY_DIGITS),
                namesIt);
    }

    /** @throws Refused when it names another statement of this customer: it is that statement, and no list of the customer's */
    private boolean namesIt(CustomerId customer, ReadList read, Cut cut) {
        if (read.references().isEmpty()) {
            return false;
        }
        boolean names = cut.statement().map(row -> ReplyToken.referenceOf(row.key())).filter(read.references()::contains)
                .isPresent();
        Optional<String> other = statements.upTo(customer, LAST_MONTH).stream().map(row -> ReplyToken.referenceOf(row.key()))
                .filter(read.references()::contains).findFirst().filter(any -> !names);
        other.ifPresent(reference -> {
            throw new Refused("it is our own statement " + reference + "; ask for the customer's own list");
        });
        return names;
    }

    private ReadList read(String fileName, byte[] bytes, Currency currency) {
        try {
            return new ListReader(lists.words()).read(bytes, fileName, currency);
        } catch (FileRefused refused) {
            throw new Refused(refused.rejection().toString());
        }
    }

    /** The bridge as a workbook for the house, in the company's language. */
    public byte[] workbook(Comparison comparison) {
        return BridgeWorkbook.of(comparison.letter(), templates.in(comparison.letter().company().language()), true);
    }

    /** What became of the mails: written now, or why not. */
    public record Mailed(boolean customer, boolean finance, String told) {
    }

    /**
     * Writes the bridge to the customer and to finance, each once for the same list beside the same account. The customer
     * gets none while the signs of its list are not certain: a person looks first.
     */
    public Mailed mail(Comparison comparison, LocalDate day, String actor) {
        return ledger.record(BatchKind.STATEMENT, actor, day, batch -> mail(batch, comparison));
    }

    /** The same in the transaction of something else. */
    Mailed mail(Batch batch, Comparison comparison) {
        List<Enqueued> customer = customer(batch, comparison);
        StatementWord told = told(comparison, customer);
        boolean finance = toFinance(batch, comparison, words -> words.of(told));
        return new Mailed(customer.stream().anyMatch(Enqueued::isNew), finance, house(comparison).of(told));
    }

    /** @param customerMail what finance is told of the customer's mail */
    boolean toFinance(Batch batch, Comparison comparison, Function<StatementWording, String> customerMail) {
        BridgeLetter letter = comparison.letter();
        StatementWording house = house(comparison);
        return !letter.company().financeMail().isEmpty() && outbox.enqueue(batch, BridgeMail.toFinance(letter, house, post.from(),
                "FINANCE/bridge/" + comparison.businessKey(), customerMail.apply(house))).isNew();
    }

    /** Writes it to the customer alone; in the company's language, what became of that. */
    String toCustomer(Batch batch, Comparison comparison) {
        return house(comparison).of(told(comparison, customer(batch, comparison)));
    }

    private StatementWording house(Comparison comparison) {
        return templates.in(comparison.letter().company().language());
    }

    private List<Enqueued> customer(Batch batch, Comparison comparison) {
        return toCustomer(comparison).map(mail -> outbox.enqueue(batch, mail)).stream().toList();
    }

    private Optional<OutgoingMail> toCustomer(Comparison comparison) {
        BridgeLetter letter = comparison.letter();
        StatementAddressee addressee = post.addressee(letter.customer(), letter.bridge().cutOff());
        List<String> to = addressee.to();
        if (to.isEmpty() || !letter.bridge().reading().certain()) {
            return Optional.empty();
        }
        StatementWording words = templates.in(addressee.language(), letter.company().language());
        return Optional.of(BridgeMail.toCustomer(letter, words, post(comparison), to,
                BridgeMail.businessKey(comparison.businessKey())));
    }

    private BridgeMail.Post post(Comparison comparison) {
        Optional<ReplyToken> token = comparison.statement().map(row -> key.token(row.key(), row.pdfSha256()));
        String replyTo = comparison.letter().company().replyTo();
        return new BridgeMail.Post(post.from(), token.filter(any -> post.plusAddress() && !replyTo.isEmpty())
                .map(each -> each.in(replyTo)).orElse(replyTo), token);
    }

    private static StatementWord told(Comparison comparison, List<Enqueued> customer) {
        if (customer.isEmpty()) {
            return comparison.bridge().reading().certain() ? StatementWord.BRIDGE_CUSTOMER_NO_ADDRESS
                    : StatementWord.BRIDGE_CUSTOMER_HELD;
        }
        return switch (customer.get(0).outcome()) {
            case ADDED -> StatementWord.BRIDGE_CUSTOMER_MAILED;
            case ALREADY_THERE -> StatementWord.BRIDGE_CUSTOMER_BEFORE;
            case SWITCHED_OFF -> StatementWord.BRIDGE_CUSTOMER_OFF;
        };
    }
}
