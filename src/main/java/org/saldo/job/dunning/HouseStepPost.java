package org.saldo.job.dunning;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.OutgoingMail;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.Ladder;
import org.saldo.dunning.Step;
import org.saldo.job.statement.StatementFiles;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.HouseStepPeople;
import org.saldo.store.dunning.HouseStepStore;
import org.saldo.store.mail.OutboxStore;

/**
 * Brings the day's steps inside the house to the people whom the ladder names: one mail a person with all of its steps. The
 * pack of a handover is put into {@code out/<company>/handovers/yyyy-MM}.
 */
public final class HouseStepPost {

    private static final int SUBQUERY_MOST = 500;

    private final Ledger ledger;
    private final Companies companies;
    private final DunningPolicy policy;
    private final OutboxStore outbox;
    private final Desk desk;

    /** Packs all that is known of a customer. */
    @FunctionalInterface
    public interface Pack {

        /** Writes a ZIP to {@code out}, which stays open. */
        void write(String company, String customer, LocalDate day, OutputStream out);
    }

    /** What writes the mails, where files go, and what packs them. */
    public record Desk(HouseMail mail, Path out, Pack pack) {
    }

    public HouseStepPost(Ledger ledger, Companies companies, DunningPolicy policy, OutboxStore outbox, Desk desk) {
        this.ledger = ledger;
        this.companies = companies;
        this.policy = policy;
        this.outbox = outbox;
        this.desk = desk;
    }

    /** How many mails were written; what was told before on the day is not told again. */
    public int run(LocalDate day) {
        int told = 0;
        for (Company company : companies.all()) {
            List<HouseStepStore.Row> steps = HouseStepStore.waiting(ledger, company.id(), day).stream()
                    .filter(step -> step.takenOn().equals(day)).toList();
            Map<Long, Path> packs = packs(company, steps, day);
            for (Map.Entry<String, List<HouseStepStore.Row>> each : byPerson(steps).entrySet()) {
                told += ledger.record(BatchKind.REMINDER, DunningJob.ACTOR, day, batch ->
                        outbox.enqueue(batch, mail(company, day, each.getKey(), each.getValue(), packs)).isNew()) ? 1 : 0;
            }
        }
        return told;
    }

    private Map<String, List<HouseStepStore.Row>> byPerson(List<HouseStepStore.Row> steps) {
        Map<String, List<HouseStepStore.Row>> byPerson = new TreeMap<>();
        for (int from = 0; from < steps.size(); from += SUBQUERY_MOST) {
            List<HouseStepStore.Row> part = steps.subList(from, Math.min(steps.size(), from + SUBQUERY_MOST));
            Map<Long, HouseStepPeople.About> about = HouseStepPeople.of(ledger,
                    part.stream().map(HouseStepStore.Row::id).toList());
            part.forEach(step -> people(step, about.get(step.id())).forEach(person ->
                    byPerson.computeIfAbsent(person, any -> new ArrayList<>()).add(step)));
        }
        return byPerson;
    }

    /** As the ladder says today; a salesperson without a mail address is nobody to write to. */
    private List<String> people(HouseStepStore.Row step, HouseStepPeople.About about) {
        Optional<Step> rule = policy.ladders().stream().filter(ladder -> ladder.name().equals(about.ladder()))
                .map(Ladder::internal).flatMap(List::stream).filter(each -> each.kind() == step.kind()).findFirst();
        return rule.map(each -> each.manner().people()).orElse(List.of()).stream()
                .map(person -> person.equals(Step.Manner.SALESPERSON) ? about.salesperson() : person)
                .filter(person -> MailAddress.problemOf(person).isEmpty()).map(person -> MailAddress.of(person).address())
                .distinct().toList();
    }

    private OutgoingMail mail(Company company, LocalDate day, String person, List<HouseStepStore.Row> steps,
            Map<Long, Path> packs) {
        long state = steps.stream().mapToLong(HouseStepStore.Row::id).max().orElse(0);
        String key = "house-steps/" + company.id() + "/" + day + "/" + person + "/" + state;
        return desk.mail().steps(new HouseMail.Addressed(company, List.of(person), key), day, steps.stream().map(step ->
                new HouseMail.StepLine(step.label(), step.kind().word(), step.customer().number(), step.name(), step.asked(),
                        step.daysOverdue(), Optional.ofNullable(packs.get(step.id())))).toList());
    }

    private Map<Long, Path> packs(Company company, List<HouseStepStore.Row> steps, LocalDate day) {
        Map<Long, Path> packs = new TreeMap<>();
        steps.stream().filter(step -> step.kind() == Step.Kind.HANDOVER).forEach(step ->
                packs.put(step.id(), packed(company, step, day)));
        return packs;
    }

    private Path packed(Company company, HouseStepStore.Row step, LocalDate day) {
        Path folder = desk.out().resolve(StatementFiles.safe(company.id())).resolve("handovers")
                .resolve(YearMonth.from(day).toString());
        Path file = folder.resolve(StatementFiles.safe(step.customer().number()) + "-" + step.label() + ".zip");
        Path part = folder.resolve(file.getFileName() + ".part");
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createDirectories(folder);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                desk.pack().write(company.id(), step.customer().number(), day, out);
            }
            return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + ": cannot be written; check the disk and the rights of the folder", failure);
        }
    }
}
