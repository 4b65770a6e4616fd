package org.saldo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saldo.intake.SafeName;
import org.saldo.store.dunning.CustomerFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo file}. */
@Command(name = "file", description = {"Keeps a file of a customer: its contract, a document as it was issued, a proof of",
    "delivery. `saldo export handover --customer C` packs it."})
final class FileCommand extends PersonCommand {

    @Parameters(index = "0", paramLabel = "CUSTOMER", description = "Its number.")
    private String customer;

    @Parameters(index = "1", paramLabel = "FILE", description = "What is to be kept.")
    private Path file;

    @Option(names = "--kind", defaultValue = "OTHER", description = "contract, document, delivery or other.")
    private CustomerFiles.Kind kind;

    @Option(names = "--document", defaultValue = "", description = "Which document it belongs to.")
    private String document;

    @Override
    public Integer call() {
        byte[] bytes = bytes();
        return decide((jobs, who) -> jobs.answers().handover().keep(who, customer,
                new CustomerFiles.File(kind, document, SafeName.of(file.getFileName().toString()), bytes)));
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw wrongUse(file + ": cannot be read: " + failure.getMessage());
        }
    }
}
