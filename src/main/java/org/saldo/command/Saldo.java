package org.saldo.command;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Refused;
import org.saldo.settings.Folders;
import org.saldo.settings.SettingsException;
import org.saldo.store.StoreException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code saldo}: finds the installation, and tells failures in one line with the exit code that fits. */
@Command(name = "saldo", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT,
        versionProvider = Saldo.Version.class, synopsisSubcommandLabel = "COMMAND",
        description = "Integration hub for the receivables ledger: takes in, reconciles, states, reminds, explains.",
        footer = {"", "Exit: 0 done, 1 a check failed or something was refused, 2 wrong use, 3 broken."},
        subcommands = {RunCommand.class, OnceCommand.class, StatusCommand.class, CheckCommand.class, VerifyCommand.class,
            ExplainCommand.class, ExportCommand.class, ImportCommand.class, RejectsCommand.class, StatementsCommand.class,
            RemindersCommand.class, StepsCommand.class, ChargeCommand.class, CompareCommand.class,
            ConfirmCommand.class, AnswersCommand.class,
            MappingCommand.class, ReplayCommand.class, MailsCommand.class,
            ApplyCommand.class, UnapplyCommand.class, RefundCommand.class,
            AssignCommand.class, IgnoreCommand.class, WriteOffCommand.class,
            VoidCommand.class, BlockCommand.class, DisputeCommand.class, PromiseCommand.class, PlanCommand.class,
            NoteCommand.class, HoldCommand.class, FileCommand.class,
            ReleaseCommand.class, ApproveCommand.class, RefuseCommand.class, BankAccountCommand.class,
            LearnedCommand.class, BackupCommand.class, RestoreCommand.class,
            PrimeCommand.class, DemoCommand.class})
public final class Saldo implements Runnable {

    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int WRONG_USE = 2;
    static final int BROKEN = 3;

    @Option(names = "--config", paramLabel = "FOLDER", scope = ScopeType.INHERIT,
            description = "Settings (SALDO_CONFIG); else ./config, else that of the image.")
    private Path config;

    @Option(names = "--routes", paramLabel = "FOLDER", scope = ScopeType.INHERIT,
            description = "Routes (SALDO_ROUTES); else ./routes, else those of the image.")
    private Path routes;

    @Option(names = "--data", paramLabel = "FOLDER", scope = ScopeType.INHERIT,
            description = "What the hub writes (SALDO_DATA); else ./data, else that of the image.")
    private Path data;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private final Map<String, String> environment;
    private final Optional<String> image;
    private final InstantSource clock;
    private final OutputStream bytes;

    Saldo(Map<String, String> environment, Optional<String> image, InstantSource clock, OutputStream bytes) {
        this.environment = environment;
        this.image = image;
        this.clock = clock;
        this.bytes = bytes;
    }

    /**
     * Does what the arguments say and returns the exit code.
     *
     * @param image the folder of the image, when Saldo runs from one
     */
    public static int run(Map<String, String> environment, Optional<String> image, InstantSource clock,
                          String... arguments) {
        return line(environment, image, clock, System.out).execute(arguments);
    }

    static CommandLine line(Map<String, String> environment, Optional<String> image, InstantSource clock,
                            OutputStream bytes) {
        return TypedIn.readBy(new CommandLine(new Saldo(environment, image, clock, bytes)))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Saldo::tellWrongUse)
                .setExecutionExceptionHandler((failure, line, parsed) -> tellFailure(failure, line));
    }

    /** Without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say which command; `saldo --help` lists them");
    }

    Workplace workplace() {
        return new Workplace(folders(), environment, clock);
    }

    /** The folders of this installation. */
    Folders folders() {
        Folders.Named named = new Folders.Named(Optional.ofNullable(config), Optional.ofNullable(routes),
                Optional.ofNullable(data));
        return Folders.find(named, environment, image.map(Path::of));
    }

    InstantSource clock() {
        return clock;
    }

    /** Where figures go that are bytes. */
    OutputStream standardOutput() {
        return bytes;
    }

    private static int tellWrongUse(ParameterException wrong, String[] arguments) {
        CommandLine line = wrong.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(line.getCommandSpec().qualifiedName() + ": " + wrong.getMessage());
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err)) {
            err.print(line.getHelp().fullSynopsis());
            err.println("`" + line.getCommandSpec().qualifiedName() + " --help` says more");
        }
        err.flush();
        return WRONG_USE;
    }

    private static int tellFailure(Exception failure, CommandLine line) {
        PrintWriter err = line.getErr();
        if (failure instanceof Refused) {
            err.println("refused: " + failure.getMessage());
            return REFUSED;
        }
        if (Thread.currentThread().isInterrupted()) {
            err.println("stopped before the end; what was half done does not count: give the command again");
            return BROKEN;
        }
        LoggerFactory.getLogger(LogSetup.FAILURES).error("{} failed", line.getCommandName(), failure);
        if (failure instanceof SettingsException || failure instanceof StoreException) {
            err.println(failure.getMessage());
        } else {
            err.println(failure.getClass().getSimpleName() + ": " + failure.getMessage()
                    + "; this should not happen: see the newest file in the log folder");
        }
        return BROKEN;
    }

    /** The version of the image, from the manifest of its jar. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Saldo.class.getPackage().getImplementationVersion();
            return new String[] {"saldo " + (version == null ? "unpacked" : version)};
        }
    }
}
