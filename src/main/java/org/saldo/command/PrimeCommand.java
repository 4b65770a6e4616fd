package org.saldo.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.saldo.camel.Beans;
import org.saldo.camel.RouteCheck;
import org.saldo.job.Jobs;
import org.saldo.job.Work;
import picocli.CommandLine.Command;

/**
 * {@code saldo prime}: goes once through what every start goes through, in a folder that is removed again, so that Java
 * can keep what it learned and the next start is quicker. Changes nothing else.
 */
@Command(name = "prime", description = "Makes the next starts quicker; run it once after an installation.")
final class PrimeCommand extends HubCommand {

    private static final Map<String, String> FILES = Map.of("customers", """
            customer_id,name,country,language,currency,email,iban,payment_terms,salesperson
            C-1,Nobody,DE,en,EUR,,,NET30,
            """, "invoices", """
            document_type,document_number,customer_id,issue_date,due_date,currency,amount
            INVOICE,INV-1,C-1,%1$s,%1$s,EUR,10.00
            """, "payments", """
            payment_id,account_iban,booking_date,value_date,currency,amount,payer_name,payer_iban,end_to_end_id,remittance_text
            P-1,DE89370400440532013000,%1$s,%1$s,EUR,4.00,NOBODY,,,INV-1
            """);

    @Override
    public Integer call() throws IOException {
        Path scratch = Files.createTempDirectory("saldo-prime");
        try {
            goThrough(workplace().apart(scratch.resolve("data")));
            return Saldo.DONE;
        } finally {
            remove(scratch);
        }
    }

    private void goThrough(Workplace workplace) throws IOException {
        LocalDate day = workplace.today().plusMonths(2);
        for (String kind : FILES.keySet()) {
            Path folder = Files.createDirectories(workplace.folders().inbox().resolve(kind));
            Files.writeString(folder.resolve(kind + ".csv"), FILES.get(kind).formatted(workplace.today()));
        }
        try (Jobs jobs = workplace.jobs(); Beans beans = new Beans(workplace.properties(), jobs, workplace.clock())) {
            EnumSet.allOf(Work.Step.class).forEach(step -> jobs.work().run(step, day));
            jobs.verify().run();
            jobs.status().report(day);
            new RouteCheck(workplace.folders(), workplace.properties(), beans).faults();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
