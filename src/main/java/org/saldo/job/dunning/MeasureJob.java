package org.saldo.job.dunning;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.saldo.delivery.MeasuresMail;
import org.saldo.dunning.measure.DunningFigures;
import org.saldo.dunning.measure.MeasurePolicy;
import org.saldo.dunning.measure.NoticeTally;
import org.saldo.dunning.measure.RecoveryTally;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.MeasureStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementStore;

/**
 * Tells finance what reminders have brought: once a month, on the first business day on which the hub comes to it, up to the
 * end of the month before.
 */
public final class MeasureJob {

    private static final String ACTOR = "measures";

    private final Ledger ledger;
    private final Companies companies;
    private final OutboxStore outbox;
    private final MeasureStore store;
    private final Rules rules;
    private final MeasuresMail mail;

    /** What is measured by; {@code aging} gives the ages of debts. */
    public record Rules(MeasurePolicy policy, AgingBuckets aging, BusinessCalendars calendars) {
    }

    public MeasureJob(Ledger ledger, Companies companies, OutboxStore outbox, Rules rules, MeasuresMail mail) {
        this.ledger = ledger;
        this.companies = companies;
        this.outbox = outbox;
        this.store = new MeasureStore(ledger);
        this.rules = rules;
        this.mail = mail;
    }

    /** The companies whose finance was told. */
    public List<String> run(LocalDate day) {
        LocalDate asOf = YearMonth.from(day).minusMonths(1).atEndOfMonth();
        List<String> told = new ArrayList<>();
        for (Company company : companies.all()) {
            if (rules.calendars().of(company.country()).isBusinessDay(day) && !company.financeMail().isEmpty()
                    && !new StatementStore(ledger).isMailed(MeasuresMail.businessKey(company.id(), asOf.toString()))) {
                figures(company.id(), asOf).filter(figures -> tell(company, figures, day))
                        .ifPresent(figures -> told.add(company.id()));
            }
        }
        return told;
    }

    private boolean tell(Company company, DunningFigures figures, LocalDate day) {
        return ledger.record(BatchKind.DELIVERY, ACTOR, day, batch -> outbox.enqueue(batch, mail.of(company, figures)).isNew());
    }

    /** What is known now of the time up to the end of the day; empty when nothing ever was reminded of, promised or late. */
    public Optional<DunningFigures> figures(String company, LocalDate asOf) {
        LocalDate from = asOf.plusDays(1).minusMonths(rules.policy().months());
        MeasureStore.Period period = new MeasureStore.Period(company, from, asOf);
        NoticeTally notices = new NoticeTally(rules.policy(), asOf);
        store.forEachNotice(period, notices::add);
        RecoveryTally debts = new RecoveryTally(rules.policy(), rules.aging(), asOf);
        store.forEachDebt(new MeasureStore.Period(company, debts.firstDue(), debts.lastDue()), debts::add);
        DunningFigures figures = new DunningFigures(company, from, asOf, rules.policy(), notices.effects(),
                notices.timesToPay(), store.promises(period), debts.all());
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures);
    }
}
