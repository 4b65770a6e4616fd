package org.saldo.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.saldo.camel.Beans;
import org.saldo.camel.Service;
import org.saldo.job.Jobs;
import org.saldo.job.SettingsCheck;
import org.saldo.settings.SettingsException;
import org.saldo.store.FileDatabaseServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;

/** {@code saldo run}. */
@Command(name = "run", description = "The service: every route on its schedule, until it is stopped (SIGTERM, Ctrl-C).")
final class RunCommand extends HubCommand {

    private final CountDownLatch stopAsked = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Integer call() throws InterruptedException {
        LogSetup.ofService();
        Workplace workplace = workplace();
        Logger log = LoggerFactory.getLogger(RunCommand.class);
        requireSound(workplace);
        try (Jobs jobs = Jobs.openForService(workplace.folders(), workplace.properties(), workplace.clock());
             Beans beans = new Beans(workplace.properties(), jobs, workplace.clock())) {
            Optional<FileDatabaseServer> shared = jobs.share();
            try (Service service = Service.start(workplace.folders(), workplace.properties(), beans, jobs)) {
                Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
                log.info("{} routes run; settings in {}, data in {}", service.routes(),
                        workplace.folders().config(), workplace.folders().data());
                stopAsked.await();
                log.info("stopping; what runs is finished first");
            } finally {
                shared.ifPresent(FileDatabaseServer::close);
            }
        } finally {
            log.info("stopped");
            stopped.countDown();
        }
        return Saldo.DONE;
    }

    private static void requireSound(Workplace workplace) {
        SettingsCheck settings = new SettingsCheck(workplace.folders(), workplace.properties());
        List<String> faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new SettingsException(String.join(System.lineSeparator(), faults));
        }
        settings.warnings().forEach(LoggerFactory.getLogger(RunCommand.class)::warn);
    }

    /** Runs while Java is on its way down; leaving before the end would cut off what runs. */
    private void stop() {
        stopAsked.countDown();
        try {
            stopped.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(Saldo.DONE);
    }
}
