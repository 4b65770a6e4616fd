package org.saldo.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What all commands have: the installation they work with, and a place to print to. */
abstract class HubCommand implements Callable<Integer> {

    @ParentCommand
    private Saldo saldo;

    @Spec
    private CommandSpec spec;

    Workplace workplace() {
        return saldo.workplace();
    }

    Saldo saldo() {
        return saldo;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    void print(List<String> lines) {
        lines.forEach(out()::println);
        out().flush();
    }

    void print(String line) {
        print(List.of(line));
    }

    /** What to throw when the arguments do not fit together. */
    ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
