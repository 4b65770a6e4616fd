package org.saldo.job.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.saldo.intake.SourceMapping;
import org.saldo.job.DataFolders;
import org.saldo.job.Policies;
import org.saldo.job.people.PersonJobs;
import org.saldo.settings.Folders;
import org.saldo.settings.HubProperties;
import org.saldo.store.Ledger;
import org.saldo.store.export.WorklistStore;
import org.saldo.store.intake.IntakeStore;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.people.InstructionStore;

/** The jobs that take in what comes: files, attachments, rows of the source database, instructions of people. */
public final class IntakeJobs {

    private final Ledger ledger;
    private final IntakeLease lease;
    private final Policies policies;
    private final HubProperties properties;
    private final Folders folders;
    private final DataFolders dataFolders;
    private final Supplier<OutboxStore> outbox;

    public IntakeJobs(Ledger ledger, IntakeLease lease, Policies policies, HubProperties properties, Folders folders,
            Supplier<OutboxStore> outbox) {
        this.ledger = ledger;
        this.lease = lease;
        this.policies = policies;
        this.properties = properties;
        this.folders = folders;
        this.dataFolders = new DataFolders(folders.data());
        this.outbox = outbox;
    }

    /** Takes in files, attachments and rows of the source database. */
    public IntakeJob intake(Supplier<PersonJobs> people) {
        return new IntakeJob(store(), lease, policies.companies(), policies.mappings(), dataFolders,
                Optional.of(() -> instructions(people.get())));
    }

    private InstructionIntake instructions(PersonJobs people) {
        return new InstructionIntake(new InstructionIntake.Books(new InstructionStore(), new WorklistStore(ledger), ledger,
                policies.worklistWords()), people,
                new InstructionAnswers(dataFolders, folders.out(), policies.companies()),
                new InstructionIntake.Post(outbox.get(), properties.required("mail.from")));
    }

    /** Takes in the files of mails. */
    public MailIntake mails(Supplier<PersonJobs> people) {
        return new MailIntake(intake(people), dataFolders.spool());
    }

    /** The files that wait. */
    public Inbox inbox(InstantSource clock) {
        return new Inbox(folders.inbox(), clock, Duration.ofMillis(properties.whole("intake.settle")));
    }

    /** What was refused. */
    public RejectsJob rejects(Supplier<PersonJobs> people) {
        return new RejectsJob(store(), intake(people), dataFolders);
    }

    /** Shows what a file would become. */
    public MappingTrial mappingTrial() {
        return new MappingTrial(policies.companies(), policies.mappings());
    }

    /** @throws org.saldo.settings.SettingsException when config/mappings has no question of this id */
    public SourceMapping source(String id) {
        return policies.source(id);
    }

    private IntakeStore store() {
        return new IntakeStore(ledger, policies.companies());
    }
}
