package org.saldo.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.saldo.camel.Beans;
import org.saldo.camel.RouteCheck;
import org.saldo.job.Jobs;
import org.saldo.job.SettingsCheck;
import org.saldo.settings.SettingsException;
import org.saldo.store.StoreException;
import picocli.CommandLine.Command;

/** {@code saldo check}. */
@Command(name = "check", description = {"Reads every setting, policy, mapping, template and route as the service would,",
    "and reaches the databases and mail servers. Tells each fault as `file:line: what; what to do`, and warns of holidays and",
    "interest rates that end soon in countries with customers."})
final class CheckCommand extends HubCommand {

    @Override
    public Integer call() throws IOException {
        List<String> faults = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try {
            Workplace workplace = workplace();
            SettingsCheck settings = new SettingsCheck(workplace.folders(), workplace.properties());
            faults.addAll(settings.faults());
            warnings.addAll(settings.warnings());
            try (Jobs jobs = workplace.jobs(); Beans beans = new Beans(workplace.properties(), jobs, workplace.clock())) {
                jobs.bankAccounts().stops().stream().filter(fault -> !faults.contains(fault)).forEach(faults::add);
                faults.addAll(jobs.unreachable());
                faults.addAll(beans.unreachable());
                if (faults.isEmpty()) {
                    jobs.reminders().expiries(workplace.today()).forEach(each ->
                            (each.fault() ? faults : warnings).add(each.words()));
                }
                faults.addAll(new RouteCheck(workplace.folders(), workplace.properties(), beans).faults());
            }
        } catch (SettingsException | StoreException fault) {
            faults.add(fault.getMessage());
        }
        faults.forEach(out()::println);
        warnings.forEach(warning -> out().println("warning: " + warning));
        out().println(faults.isEmpty() ? "all is well" : faults.size() + " fault(s)");
        return faults.isEmpty() ? Saldo.DONE : Saldo.REFUSED;
    }
}
