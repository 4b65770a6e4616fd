package org.saldo.job.people;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.saldo.credit.HoldStep;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Decider;
import org.saldo.ledger.Instruction;
import org.saldo.ledger.InstructionAction;
import org.saldo.ledger.PersonAction;
import org.saldo.ledger.Refused;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.people.InstructionRow;
import org.saldo.store.people.InstructionStore;

/** Carries instructions out by the jobs that the commands use, and lets a second person approve or refuse what waits. */
public final class InstructionJob {

    private final PersonJobs jobs;
    private final Ledger ledger;
    private final Companies companies;
    private final Authority authority;
    private final InstructionStore store = new InstructionStore();

    InstructionJob(PersonJobs jobs) {
        this.jobs = jobs;
        this.ledger = jobs.ledger();
        this.companies = jobs.companies();
        this.authority = jobs.authority();
    }

    /** @throws Refused when the person may not, the books do not allow it, or it came in before */
    public Decided carryOut(Decider who, Instruction given) {
        ApplyJob apply = jobs.apply();
        AssignJob assign = jobs.assign();
        BlockJob block = jobs.block();
        return switch (given.action()) {
            case APPLY -> apply(apply, who, given);
            case ACCEPT -> apply.accept(who, given);
            case UNAPPLY -> apply.unapply(who, given.allocation());
            case UNAPPLY_ALL -> apply.unapplyAll(who, given.allocation());
            case REFUND -> jobs.refund().refund(who, given);
            case ASSIGN -> assign.assign(who, given.payment(), given.customer(), false);
            case ON_ACCOUNT -> given.customer().isEmpty() ? assign.leaveOnAccount(who, given.payment())
                    : assign.assign(who, given.payment(), given.customer(), true);
            case UNASSIGN -> assign.unassign(who, given.payment());
            case IGNORE -> assign.ignore(who, given.payment());
            case WRITE_OFF -> apply.writeOff(who, given.documents(), amount(given));
            case VOID -> apply.voidDocument(who, given.documents());
            case UNDO_VOID -> apply.undoVoid(who, given.documents());
            case BLOCK -> block(block, who, given);
            case LIFT -> block.lift(who, given.allocation());
            case DISPUTE -> jobs.dispute().open(who, given.documents(), given.amount(), given.terms());
            case END_DISPUTE -> jobs.dispute().end(who, given.allocation(), given.terms().code());
            case REOPEN_DISPUTE -> jobs.dispute().reopen(who, given.allocation());
            case PROMISE -> jobs.promise().promise(who, given);
            case CANCEL_PROMISE -> jobs.promise().cancel(who, given.allocation());
            case REOPEN_PROMISE -> jobs.promise().reopen(who, given.allocation());
            case PLAN -> jobs.plan().propose(who, given);
            case ACCEPT_PLAN -> jobs.plan().accept(who, given.allocation());
            case END_PLAN -> jobs.plan().end(who, given.allocation());
            case REOPEN_PLAN -> jobs.plan().reopen(who, given.allocation());
            case HOLD -> jobs.hold().request(who, given.customer(), HoldStep.HOLD_REQUESTED);
            case RELEASE_HOLD -> jobs.hold().request(who, given.customer(), HoldStep.RELEASE_REQUESTED);
            case CONFIRM_HOLD -> jobs.hold().answer(who, given.allocation(), true);
            case REFUSE_HOLD -> jobs.hold().answer(who, given.allocation(), false);
            case RELEASE_REMINDERS, STOP_REMINDERS -> new ReminderReleaseJob(ledger, companies, authority).say(who,
                    companyOf(who), given);
            case RELEASE -> jobs.release().release(who, companyOf(who));
            case APPROVE -> approve(who.person(), given.allocation(), who.reason(), who.day());
            case REFUSE -> refuse(new Decider(who.person(), who.reason(), who.day(), who.company()), given.allocation());
        };
    }

    /** The code says why the rest stays open. */
    private static Decided apply(ApplyJob apply, Decider who, Instruction given) {
        if (!given.terms().code().isEmpty()) {
            return apply.settle(who, given.payment(), given.documents() + given.amount().map(amount -> " "
                    + amount.toPlainString()).orElse("") + " REST " + given.terms().code());
        }
        return given.amount().map(amount -> apply.apply(who, given.payment(), given.documents(), amount))
                .orElseGet(() -> apply.settle(who, given.payment(), given.documents()));
    }

    private static BigDecimal amount(Instruction given) {
        return given.amount().orElseThrow(() -> new Refused("amount: is missing; say how much"));
    }

    private Decided block(BlockJob block, Decider who, Instruction given) {
        BlockJob.Days days = new BlockJob.Days(given.from().orElse(who.day()), given.until(),
                BlockKind.of(given.terms().code()));
        if (!given.documents().isEmpty()) {
            return block.blockDocument(who, given.documents(), days);
        }
        return given.customer().isEmpty() ? block.blockCompany(who, companyOf(who), days)
                : block.blockCustomer(who, given.customer(), days);
    }

    private String companyOf(Decider who) {
        return who.company().isEmpty() ? companies.standard().id() : who.company();
    }

    /**
     * A second person approves what one has proposed; it is carried out by the books of now.
     *
     * @param id as shown: {@code I-1017}
     * @throws Refused when it does not wait, the person proposed it or may not, or the books no longer allow it
     */
    public Decided approve(String person, String id, String reason, LocalDate day) {
        InstructionRow row = waiting(id);
        Decider.Approval second = new Decider.Approval(row.id(), Decider.checked(person), reason);
        return carryOut(new Decider(row.proposedBy(), row.reason(), day, row.company()).approvedBy(second), row.instruction());
    }

    /**
     * Somebody who may approve it, or who proposed it, says no.
     *
     * @throws Refused when it does not wait, or the person has no say in it
     */
    public Decided refuse(Decider who, String id) {
        long number = Amounts.id("instruction", "I-", id);
        return ledger.record(BatchKind.PERSON, who.person(), who.day(), batch -> {
            InstructionRow row = Consent.waiting(number, store.find(batch, number));
            if (!row.proposedBy().equalsIgnoreCase(who.person())) {
                authority.require(who.person(), right(row), row.company());
            }
            store.end(batch, row.id(), InstructionStore.REFUSED, who, who.reason(), "");
            return new Decided(row.label(), row.label() + ": refused: " + row.instruction().words());
        });
    }

    private static PersonAction right(InstructionRow row) {
        return row.instruction().action().right();
    }

    private InstructionRow waiting(String id) {
        long number = Amounts.id("instruction", "I-", id);
        return Consent.waiting(number, store.find(ledger, number));
    }

    /**
     * What this person said before on an instruction of another one, when it is the same as now.
     *
     * @throws Refused when it does not wait any more for another cause
     */
    public Optional<String> saidBefore(String person, Instruction given) {
        long number = Amounts.id("instruction", "I-", given.allocation());
        Optional<InstructionRow> row = store.find(ledger, number);
        String outcome = given.action() == InstructionAction.APPROVE ? InstructionStore.APPROVED : InstructionStore.REFUSED;
        Optional<String> before = row.flatMap(InstructionRow::end).filter(end -> end.outcome().equals(outcome)
                && end.decidedBy().equalsIgnoreCase(person)).map(end -> "I-" + number + ": " + person
                + (given.action() == InstructionAction.APPROVE ? " approved it before: " + end.says() : " refused it before"));
        if (before.isEmpty()) {
            Consent.waiting(number, row);
        }
        return before;
    }

    /** What came in before under this key, if anything did. */
    public Optional<InstructionRow> known(String key) {
        return store.known(ledger, key);
    }
}
