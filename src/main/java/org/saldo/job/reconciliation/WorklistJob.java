package org.saldo.job.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.worklist.WorklistFigures;
import org.saldo.delivery.worklist.WorklistMail;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.delivery.worklist.WorklistWorkbook;
import org.saldo.job.people.FollowUps;
import org.saldo.job.statement.StatementFiles;
import org.saldo.ledger.BusinessCalendar;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.mail.OutboxStore;

/**
 * Writes each company's worklist on its working days: a workbook under {@code out/<company>/worklists/yyyy-MM/}, and by mail
 * to finance. A day's worklist is mailed once.
 */
public final class WorklistJob {

    private static final int ROWS_MAX = 2_000;
    private static final String ACTOR = "worklist";

    private final Ledger ledger;
    private final Companies companies;
    private final BusinessCalendars calendars;
    private final OutboxStore outbox;
    private final WorklistStore store;
    private final Path out;
    private final Addresses addresses;
    private final FollowUps followUps;
    private final WorklistWordings words;

    /** Who sends the mail, and where answers are read; {@code replyTo} is empty when no mailbox is. */
    public record Addresses(String from, String replyTo) {
    }

    public WorklistJob(Ledger ledger, Companies companies, BusinessCalendars calendars, OutboxStore outbox, Path out,
            Addresses addresses, FollowUps followUps, WorklistWordings words) {
        this.words = words;
        this.followUps = followUps;
        this.ledger = ledger;
        this.companies = companies;
        this.calendars = calendars;
        this.outbox = outbox;
        this.store = new WorklistStore(ledger);
        this.out = out;
        this.addresses = addresses;
    }

    public WorklistReport run(LocalDate day) {
        int written = 0;
        int waiting = 0;
        List<String> notWritten = new ArrayList<>();
        for (Company company : companies.all()) {
            BusinessCalendar calendar = calendars.of(company.country());
            if (calendar.isBusinessDay(day)) {
                WorklistFigures figures = figures(company, day);
                boolean isNew = write(company, day, lastBusinessDay(calendar, day), figures);
                written += isNew ? 1 : 0;
                waiting += isNew ? figures.count() : 0;
                if (!isNew) {
                    notWritten.add(company.id() + " (it was written before)");
                }
            } else {
                notWritten.add(company.id() + " (" + calendar.whyClosed(day).orElse("no working day") + ")");
            }
        }
        return new WorklistReport(written, waiting, notWritten);
    }

    private WorklistFigures figures(Company company, LocalDate day) {
        WorklistFigures figures = new WorklistFigures(day, ROWS_MAX);
        store.forEach(company.id(), day, figures::add);
        return figures;
    }

    /** False when this day's worklist was mailed before; without finance addresses the file alone is written. */
    private boolean write(Company company, LocalDate day, LocalDate since, WorklistFigures figures) {
        List<byte[]> workbook = figures.count() == 0 ? List.of()
                : List.of(WorklistWorkbook.of(company, day, figures.lines(), words.in(company.language())));
        Path file = StatementFiles.worklists(out, company.id(), YearMonth.from(day)).resolve(WorklistMail.fileName(day));
        if (company.financeMail().isEmpty()) {
            boolean isNew = !workbook.isEmpty() && !Files.exists(file);
            workbook.forEach(bytes -> store(file, bytes));
            return isNew;
        }
        OutgoingMail mail = WorklistMail.of(company, day, figures, new WorklistMail.Told(since,
                store.received(company.id(), since, day), store.figures(company.id(),
                        day.minusDays(WorklistMail.FIGURES_DAYS), day), store.instructions(company.id()),
                followUps.of(company.id(), since, day), addresses.replyTo()), addresses.from(), workbook,
                words.in(company.language()));
        boolean isNew = ledger.record(BatchKind.DELIVERY, ACTOR, day, batch -> outbox.enqueue(batch, mail).isNew());
        if (isNew) {
            workbook.forEach(bytes -> store(file, bytes));
        }
        return isNew;
    }

    private static LocalDate lastBusinessDay(BusinessCalendar calendar, LocalDate day) {
        LocalDate before = day.minusDays(1);
        while (!calendar.isBusinessDay(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    private static void store(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be written; check the disk and the rights of the folder", failure);
        }
    }
}
