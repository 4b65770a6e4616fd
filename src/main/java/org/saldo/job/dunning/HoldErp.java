package org.saldo.job.dunning;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.credit.HoldStep;
import org.saldo.delivery.HouseMail;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.job.statement.StatementFiles;
import org.saldo.ledger.Company;
import org.saldo.settings.HoldsFile;
import org.saldo.settings.SettingsException;
import org.saldo.store.BatchKind;
import org.saldo.store.Ledger;
import org.saldo.store.dunning.HoldStore;
import org.saldo.store.intake.ErpDatabase;
import org.saldo.store.mail.OutboxStore;

/**
 * Hands requests to the ERP, each at least once and under its number: a file of a fixed name, a mail, or SQL. What was handed
 * over is noted afterwards, so a crash between the two says it again, in the same words.
 */
public final class HoldErp {

    private static final String HEADER = "company,request_id,customer_id,action,effective_on,reason\n";

    private final Ledger ledger;
    private final HoldStore store;
    private final OutboxStore outbox;
    private final HoldsFile.Sending sending;
    private final Places places;

    /** @param out the folder of results, @param mail what writes mails, @param database that of the ERP, if one is set */
    public record Places(Path out, HouseMail mail, Optional<ErpDatabase> database) {
    }

    public HoldErp(Ledger ledger, OutboxStore outbox, HoldsFile.Sending sending, Places places) {
        this.ledger = ledger;
        this.store = new HoldStore(ledger);
        this.outbox = outbox;
        this.sending = sending;
        this.places = places;
    }

    /** Hands over what the ERP has not been told of, and returns how many requests that were. */
    int tell(Company company, LocalDate day) {
        List<HoldStore.Unsent> unsent = store.unsent(company.id());
        if (unsent.isEmpty()) {
            return 0;
        }
        String name = "holds-CH" + unsent.get(0).id() + "-CH" + unsent.get(unsent.size() - 1).id() + ".csv";
        String reference = switch (sending.way()) {
            case FILE -> write(company, day, name, unsent);
            case SQL -> execute(unsent);
            case MAIL -> String.join(", ", sending.to());
        };
        return ledger.record(BatchKind.DELIVERY, "holds", day, batch -> {
            List<HoldStore.Unsent> now = store.unsent(batch, company.id()).stream().filter(unsent::contains).toList();
            if (sending.way() == HoldsFile.Way.MAIL && !now.isEmpty()) {
                outbox.enqueue(batch, mail(company, name, now));
            }
            now.forEach(request -> store.sent(batch, request, sending.way().name(), reference));
            return now.size();
        });
    }

    private String write(Company company, LocalDate day, String name, List<HoldStore.Unsent> requests) {
        Path folder = places.out().resolve(StatementFiles.safe(company.id())).resolve("holds")
                .resolve(YearMonth.from(day).toString());
        try {
            Files.createDirectories(folder);
            Path part = folder.resolve(name + ".part");
            Files.write(part, csv(requests));
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return name;
        } catch (IOException failure) {
            throw new UncheckedIOException(folder.resolve(name) + ": cannot be written; check the disk and the rights", failure);
        }
    }

    private String execute(List<HoldStore.Unsent> requests) {
        ErpDatabase database = places.database().orElseThrow(() -> new SettingsException(
                "holds.yaml: 'by: sql' needs the ERP's database; set holds.url, holds.user and HOLDS_PASSWORD"));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (HoldStore.Unsent each : requests) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("request", "CH-" + each.id());
            row.put("company", each.customer().company());
            row.put("customer", each.customer().number());
            row.put("action", action(each));
            row.put("day", each.on());
            row.put("reason", inEnglish(each));
            rows.add(row);
        }
        database.tell(sending.statement(), rows);
        return "sql";
    }

    private OutgoingMail mail(Company company, String name, List<HoldStore.Unsent> requests) {
        return places.mail().holds(new HouseMail.Addressed(company, sending.to(), "HOLDS/" + company.id() + "/" + name),
                requests.stream().map(each -> new HouseMail.Hold("CH-" + each.id(), action(each), each.customer().number(),
                        each.reason())).toList(), new OutgoingMail.Attachment(name, "text/csv", csv(requests)));
    }

    private static byte[] csv(List<HoldStore.Unsent> requests) {
        StringBuilder csv = new StringBuilder(HEADER);
        requests.forEach(each -> csv.append(String.join(",", quoted(each.customer().company()), "CH-" + each.id(),
                quoted(each.customer().number()), action(each), each.on().toString(), quoted(inEnglish(each)))).append('\n'));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A cell that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String quoted(String text) {
        String plain = text.replaceAll("\\p{Cntrl}+", " ");
        String safe = !plain.isEmpty() && "=+-@".indexOf(plain.charAt(0)) >= 0 ? "'" + plain : plain;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String action(HoldStore.Unsent request) {
        return request.step() == HoldStep.HOLD_REQUESTED ? "HOLD" : "RELEASE";
    }

    private static String inEnglish(HoldStore.Unsent request) {
        return WorklistWording.english().toldOrWritten(request.reason());
    }
}
