package org.saldo.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.saldo.delivery.export.ExportFormat;
import org.saldo.delivery.export.ExportKind;
import org.saldo.delivery.export.ExportQuestion;

/** The shipped source routes ask a real database, and again only for what is new. */
class SourceRouteTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ERP = "jdbc:hsqldb:mem:erp-of-the-route-test";

    @TempDir
    Path data;

    @Test
    void whatIsNewOrChangedInTheErpComesInAndAMissedPollLosesNothing() throws SQLException {
        try (Connection erp = DriverManager.getConnection(ERP, "SA", ""); Statement sql = erp.createStatement()) {
            sql.execute("""
                    CREATE TABLE erp_customer (customer_no VARCHAR(20), name VARCHAR(80), country_code VARCHAR(2),
                        language_code VARCHAR(2), currency_code VARCHAR(3), email VARCHAR(80), iban VARCHAR(40),
                        payment_terms VARCHAR(20), sales_rep VARCHAR(20), changed_at TIMESTAMP)""");
            sql.execute("INSERT INTO erp_customer VALUES ('C-1', 'Acme', 'DE', 'de', 'EUR', '', '', 'NET30', '',"
                    + " TIMESTAMP '2026-10-01 08:00:00')");
            sql.execute("""
                    CREATE TABLE erp_invoice (doc_type VARCHAR(20), doc_no VARCHAR(20), customer_no VARCHAR(20),
                        issued_on DATE, due_on DATE, currency_code VARCHAR(3), gross_amount NUMERIC(12,2),
                        sales_rep VARCHAR(20), text VARCHAR(80), changed_at TIMESTAMP)""");
            try (Installation hub = installed().start()) {
                await().atMost(SOON).untilAsserted(() -> assertThat(list(hub, ExportKind.CUSTOMERS))
                        .singleElement().asString().contains("Acme"));
            }
            sql.execute("INSERT INTO erp_invoice VALUES ('INVOICE', 'INV-1', 'C-1', DATE '2026-10-02', DATE '2026-11-01',"
                    + " 'EUR', 119.00, '', '', TIMESTAMP '2026-10-02 08:00:00')");
            try (Installation hub = installed().start()) {
                await().atMost(SOON).untilAsserted(() -> assertThat(list(hub, ExportKind.OPEN_ITEMS))
                        .singleElement().asString().contains("INV-1", "119.00"));
                await().atMost(SOON).untilAsserted(() -> assertThat(hub.jobs().runs().latest())
                        .anyMatch(run -> run.summary().contains("1 read = 0 accepted + 1 already known")));
                assertThat(list(hub, ExportKind.CUSTOMERS)).hasSize(1);
            }
        }
    }

    private Installation installed() {
        return new Installation(data).with("source.url", ERP).with("source.user", "SA")
                .with("source.cron", "* * * * * ?");
    }

    private static List<Map<String, String>> list(Installation hub, ExportKind kind) {
        return hub.jobs().export().rows(new ExportQuestion(kind, LocalDate.of(2026, 11, 2), Optional.empty(), "",
                ExportFormat.CSV));
    }
}
