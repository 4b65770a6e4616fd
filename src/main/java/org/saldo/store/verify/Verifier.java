package org.saldo.store.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.saldo.store.BatchesKnown;
import org.saldo.store.HistoryPages;
import org.saldo.store.ItemHistory;
import org.saldo.store.ReceiptHistory;
import org.saldo.store.RowDigest;
import org.saldo.store.StoredRow;
import org.saldo.store.Table;
import org.saldo.store.TableScan;
import org.saldo.store.TableScan.IdRange;
import org.saldo.store.account.AccountHistory;
import org.saldo.store.account.PostingRows;

/**
 * One check of all promises over one state of the database. It passes over each table once in the order of ids, and over
 * allocations, cancellations and decisions once more beside the items and receipts that they belong to.
 */
public final class Verifier {

    private final Findings findings = new Findings();
    private final Balances balances = new Balances();
    private final PostingChecks postings = new PostingChecks(findings, balances);
    private final ItemChecks items = new ItemChecks(findings, balances, postings);
    private final ReceiptChecks receipts = new ReceiptChecks(findings, balances, postings);
    private final RowChecks rowChecks = new RowChecks(findings);
    private final ExchangeChecks exchanges = new ExchangeChecks(findings);
    private final IntakeChecks intake = new IntakeChecks(findings);
    private final ReplayCheck openItems = new ReplayCheck(findings, Table.OPEN_ITEM);
    private final ReplayCheck openReceipts = new ReplayCheck(findings, Table.OPEN_RECEIPT);
    private final Map<String, StoredRow> controls = new HashMap<>();
    private final TableScan scan;
    private final LongConsumer progress;
    private final BatchesKnown batches;
    private final ChainCheck chain;
    private final HistoryPages histories;
    private final StatementChecks statements;
    private final ReminderChecks reminders;
    private final MailChecks mails;
    private final RegisterChecks register;
    private final ChargeChecks charges;
    private final PauseChecks pauses;
    private final HoldChecks holds;
    private final KeyChecks keys;
    private final EvidenceChecks evidence;
    private final AnswerChecks answers;
    private final InstructionChecks instructions;
    private long rows;

    /** @param progress is told how many rows have been read */
    public Verifier(Handle handle, LongConsumer progress) {
        this.scan = new TableScan(handle.getConnection());
        this.progress = progress;
        this.batches = BatchesKnown.read(handle.getConnection());
        this.chain = new ChainCheck(handle.getConnection(), findings);
        this.histories = new HistoryPages(scan, batches);
        this.statements = new StatementChecks(scan, batches, findings);
        this.reminders = new ReminderChecks(scan, batches, findings, new ExclusionChecks(handle, findings));
        this.mails = new MailChecks(handle, findings);
        this.register = new RegisterChecks(handle, findings);
        this.charges = new ChargeChecks(handle, findings);
        this.pauses = new PauseChecks(handle, findings);
        this.holds = new HoldChecks(handle, findings);
        this.keys = new KeyChecks(handle.getConnection(), findings);
        this.instructions = new InstructionChecks(scan, findings);
        this.evidence = new EvidenceChecks(scan, findings);
        this.answers = new AnswerChecks(handle, scan, findings);
    }

    /** Looks at the database's own unique keys. */
    void checkKeys() {
        keys.check();
    }

    public VerifyReport verify(Instant knownAt) {
        pass(Table.CONTROL_BALANCE);
        controls.values().forEach(balances::addControl);
        pass(Table.ALLOCATION);
        Stream.of(Table.values()).filter(Table::isChained)
                .filter(table -> table != Table.CONTROL_BALANCE && table != Table.ALLOCATION).forEach(this::pass);
        chain.followChain();
        intake.check(chain);
        statements.check();
        mails.check();
        register.check();
        charges.check();
        pauses.check();
        holds.check();
        balances.check(findings);
        if (batches.unpublished() > 0) {
            findings.remark(batches.unpublished() + " batches are not published yet: being taken in just now, or left by a"
                    + " process that died; the next run removes those");
        }
        String state = RowDigest.sha256Hex(openItems.hash() + openReceipts.hash());
        return new VerifyReport(knownAt, rows, chain.head(), state, findings.results(), findings.remarks());
    }

    private void pass(Table table) {
        scan.pages(table, (range, page) -> {
            List<StoredRow> published = page.stream().filter(batches::counts).toList();
            for (StoredRow row : published) {
                chain.add(row);
                rowChecks.check(row);
                note(row);
            }
            checkPage(table, range, published);
            rows += published.size();
            progress.accept(rows);
        });
        chain.endOf(table);
    }

    private void note(StoredRow row) {
        switch (row.table()) {
            case CONTROL_BALANCE -> controls.merge(String.join("\n", row.text("company"), row.text("currency"),
                    row.text("customer_id"), row.text("account")), row, Verifier::laterControl);
            case ALLOCATION -> {
                items.addMovement(row, AccountHistory.lowersBalance(row));
                histories.noteRefund(row);
                postings.check(row, () -> PostingRows.allocation(row, "", ""));
            }
            case INTAKE_FILE -> intake.addFile(row);
            case REJECTION -> intake.addRejection(row);
            case BLOCK -> reminders.addBlock(row);
            case STATEMENT, INTERIM_STATEMENT -> statements.add(row);
            default -> { }
        }
    }

    private static StoredRow laterControl(StoredRow one, StoredRow other) {
        return other.day("as_of").isBefore(one.day("as_of")) ? one : other;
    }

    private void checkPage(Table table, IdRange range, List<StoredRow> published) {
        switch (table) {
            case DOCUMENT -> {
                HistoryPages.Page<ItemHistory> page = histories.items(range, published);
                page.forEach(item -> {
                    items.check(item);
                    openItems.compare(item.document().id(), Optional.of(item.replayed()).filter(any -> item.open().signum() > 0),
                            item.projection());
                });
                openItems.strays(page.strays());
                strays(page.strays());
            }
            case RECEIPT -> {
                HistoryPages.Page<ReceiptHistory> page = histories.receipts(range, published);
                page.forEach(receipt -> {
                    receipts.check(receipt);
                    exchanges.check(receipt);
                    openReceipts.compare(receipt.receipt().id(),
                            Optional.of(receipt.replayed()).filter(any -> receipt.unapplied().signum() != 0),
                            receipt.projection());
                });
                evidence.check(page.states());
                openReceipts.strays(page.strays());
                strays(page.strays());
            }
            case ANSWER -> answers.check(published);
            case REMINDER_ITEM -> reminders.check(published);
            case INSTRUCTION_END -> instructions.check(published);
            default -> { }
        }
    }

    private void strays(List<StoredRow> rows) {
        rows.stream().filter(row -> row.table().isChained()).forEach(row -> findings.check(Promise.I6, false, row,
                "names a document or receipt that is not there"));
    }
}
