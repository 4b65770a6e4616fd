package org.saldo.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo void}. */
@Command(name = "void", description = "Declares that a document should not be.")
final class VoidCommand extends PersonCommand {

    @Option(names = "--undo", description = "Takes that back.")
    private boolean undo;

    @Parameters(paramLabel = "DOCUMENT", description = "Its number; INV-1/2 for an instalment.")
    private String document;

    @Override
    public Integer call() {
        return decide((jobs, who) ->
                undo ? jobs.people().apply().undoVoid(who, document) : jobs.people().apply().voidDocument(who, document));
    }
}
