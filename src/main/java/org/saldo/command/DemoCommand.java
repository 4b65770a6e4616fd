package org.saldo.command;

import java.nio.file.Path;
import org.saldo.command.demo.Demo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code saldo demo}. */
@Command(name = "demo", description = {"A made-up company on embedded defaults, end to end, in a folder of its own:",
    "files, a source database and a mailbox go in; statements and reminders come out."})
final class DemoCommand extends HubCommand {

    @Option(names = "--folder", paramLabel = "FOLDER", description = "Where all of it goes; else ./demo.")
    private Path folder = Path.of("demo");

    @Override
    public Integer call() {
        Demo demo = new Demo(folder, saldo().folders(), saldo().clock(), out());
        LogSetup.intoFolder(demo.folders().log());
        demo.run();
        return Saldo.DONE;
    }
}
