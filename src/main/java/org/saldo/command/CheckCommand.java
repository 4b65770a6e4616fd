package org.saldo.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.saldo.camel.Beans;
import org.saldo.camel.RouteCheck;
import org.saldo.job.Jobs;
import org.saldo.job.SettingsCheck;
import org.saldo.settings.SettingsException;
import org.saldo.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code saldo check}. */
@Command(name = "check", description = {"Reads every setting, policy, mapping, template and route as the service would,",
    "and reaches the databases and mail servers. Tells each fault as `file:line: what; what to do`."})
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private Saldo saldo;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<String> faults = new ArrayList<>();
        try {
            Workplace workplace = saldo.workplace();
            faults.addAll(new SettingsCheck(workplace.folders(), workplace.properties()).faults());
            try (Jobs jobs = workplace.jobs()) {
                Beans beans = new Beans(workplace.folders(), workplace.properties(), jobs, workplace.clock());
                faults.addAll(new RouteCheck(workplace.folders(), workplace.properties(), beans).faults());
            }
        } catch (SettingsException | StoreException fault) {
            faults.add(fault.getMessage());
        }
        faults.forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().println(faults.isEmpty() ? "all is well" : faults.size() + " fault(s)");
        return faults.isEmpty() ? Saldo.DONE : Saldo.REFUSED;
    }
}
