package org.saldo.command.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.saldo.settings.Folders;

/** The demo's own folder: the shipped settings with the made-up companies in them, and what the hub writes. */
final class DemoPlace {

    static final String BANK_ACCOUNT = "hanse";
    static final List<String> TREASURERS = List.of("demo-anna", "demo-bernd");

    private final Path folder;
    private final Folders folders;

    DemoPlace(Path folder, Folders shipped) {
        this.folder = folder;
        this.folders = new Folders(folder.resolve("config"), shipped.routes(), folder.resolve("data"));
        copy(shipped.config(), folders.config());
        write(folders.policies().resolve("companies.yaml"), companies());
        write(folders.policies().resolve("authority.yaml"), authority());
        write(folders.policies().resolve("bank-accounts.yaml"), bankAccounts());
        write(folders.mappings().resolve("old-system.yaml"), OLD_SYSTEM);
    }

    Folders folders() {
        return folders;
    }

    Path folder() {
        return folder;
    }

    Path mail() {
        return folder.resolve("mail");
    }

    Path sourceDatabase() {
        return folder.resolve("erp/erp");
    }

    private static String companies() {
        return """
                # The made-up companies of the demo.
                companies:
                  - id: %s
                    name: Nordlicht Pumpen GmbH
                    address: [Am Sandtorkai 12, 20457 Hamburg]
                    tax-id: DE811111111
                    country: DE
                    language: en
                    time-zone: Europe/Berlin
                    mode: SHADOW
                    accounts: [{iban: %s, currency: EUR, bank: Hanse Demo Bank}]
                    payment-references: [{scheme: RF, form: "55{customer:8}"}]
                    reply-to: accounts@nordlicht.example
                    finance-mail: [finance@nordlicht.example]
                  - id: %s
                    name: Nordlicht Servicio S.L.
                    address: [Calle del Mar 8, 46002 Valencia]
                    tax-id: ESB12345674
                    country: ES
                    language: es
                    time-zone: Europe/Madrid
                    mode: SHADOW
                    accounts: [{iban: %s, currency: EUR, bank: Banco Demo}]
                    reply-to: cuentas@nordlicht.example
                    finance-mail: [finance@nordlicht.example]
                """.formatted(DemoCast.PUMPS, DemoCast.PUMPS_ACCOUNT, DemoCast.SERVICE, DemoCast.SERVICE_ACCOUNT);
    }

    private static String bankAccounts() {
        return """
                # Where the customers of the demo's first company pay: printed since two people have released exactly this.
                cooling-off-days: 0
                accounts:
                  - id: %s
                    company: %s
                    holder: Nordlicht Pumpen GmbH
                    iban: %s
                    bank: Hanse Demo Bank
                    currency: EUR
                    from: 2026-01-01
                    kind: OWN
                """.formatted(BANK_ACCOUNT, DemoCast.PUMPS, DemoCast.PUMPS_ACCOUNT);
    }

    /** Whoever runs the demo may decide anything in it; two others know the bank's papers. */
    private static String authority() {
        return """
                roles:
                  - role: controller
                    may:
                      - actions: [apply, unapply, assign, ignore, write-off, void, dispute, promise, plan, charge, release]
                        up-to: any
                      - actions: [block, answer, note, hold]
                  - role: treasurer
                    may:
                      - actions: [bank-account]
                people:
                  - {person: "%s", roles: [controller]}
                  - {person: %s, roles: [treasurer]}
                  - {person: %s, roles: [treasurer]}
                """.formatted(System.getProperty("user.name"), TREASURERS.get(0), TREASURERS.get(1));
    }

    private static final String OLD_SYSTEM = """
            # The last month's invoices as the old system writes them.
            id: old-system
            kind: invoices
            match: {file: "%s", header: [Belegart, Belegnummer]}
            charset: UTF-8
            delimiter: ";"
            number: {decimal: ",", group: ["."]}
            dates: [dd.MM.yyyy]
            columns:
              company: [Firma]
              document_type: {columns: [Belegart], values: {RE: INVOICE, GS: CREDIT_NOTE}}
              document_number: [Belegnummer]
              customer_id: [Kunde]
              issue_date: [Belegdatum]
              due_date: [Faellig]
              currency: [Waehrung]
              amount: [Betrag]
            """.formatted(DemoFiles.OLD_SYSTEM_FILE);

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
