package org.saldo.job.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.saldo.delivery.MeasuresMail;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;
import org.saldo.delivery.export.RowSink;
import org.saldo.dunning.LatenessReasons;
import org.saldo.dunning.measure.DunningFigures;
import org.saldo.dunning.measure.LateBecause;
import org.saldo.dunning.measure.MeasurePolicy;
import org.saldo.dunning.measure.NoticeTally;
import org.saldo.dunning.measure.RecoveryTally;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.money.Money;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.MeasureStore;
import org.saldo.store.export.ExportStore;
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

    /** What is measured by; {@code aging} gives the ages of debts, {@code reasons} what the reasons of lateness mean. */
    public record Rules(MeasurePolicy policy, AgingBuckets aging, BusinessCalendars calendars, LatenessReasons reasons) {
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

    /** As the list of reasons counts them; of a currency of which nobody has noted any nothing is told. */
    private List<LateBecause> causes(String company, LocalDate asOf) {
        List<LateBecause> causes = new ArrayList<>();
        new ExportStore(ledger, rules::aging).read(new ExportQuestion(ExportKind.LATENESS, asOf, Optional.empty(), company,
                ExportFormat.CSV), new RowSink() {

            @Override
            public void row(Object... row) {
                String code = String.valueOf(row[2]);
                causes.add(new LateBecause(code, rules.reasons().meanings().getOrDefault(code, ""), (Integer) row[3],
                        (Integer) row[4], Money.of(Currency.getInstance((String) row[1]), (BigDecimal) row[5]),
                        ((BigDecimal) row[6]).doubleValue()));
            }

            @Override
            public void close() { }
        });
        Set<Currency> noted = causes.stream().filter(each -> !each.code().equals(LateBecause.UNKNOWN))
                .map(each -> each.open().currency()).collect(Collectors.toSet());
        return causes.stream().filter(each -> noted.contains(each.open().currency()))
                .sorted(Comparator.comparing((LateBecause each) -> each.open().currency().getCurrencyCode())
                        .thenComparing(LateBecause::open, Comparator.reverseOrder()).thenComparing(LateBecause::code)).toList();
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
                notices.timesToPay(), store.promises(period), debts.all(), causes(company, asOf));
        return figures.isEmpty() ? Optional.empty() : Optional.of(figures);
    }
}
