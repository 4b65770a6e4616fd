package org.saldo.command.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;

/** The database of the made-up ERP, which the hub only reads: the invoices of one month. */
final class DemoErp implements AutoCloseable {

    private final Connection connection;
    private final String url;

    DemoErp(Path file) {
        url = "jdbc:hsqldb:file:" + file + ";hsqldb.write_delay=false;shutdown=true";
        try {
            connection = DriverManager.getConnection(url, "SA", "");
        } catch (SQLException failure) {
            throw new IllegalStateException("the demo's source database does not open: " + file, failure);
        }
    }

    String url() {
        return url;
    }

    void fill(List<DemoYear.Invoice> invoices) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS erp_invoice (doc_type VARCHAR(20), doc_no VARCHAR(40) PRIMARY KEY,
                        customer_no VARCHAR(40), issued_on DATE, due_on DATE, currency_code VARCHAR(3),
                        gross_amount DECIMAL(15,2), sales_rep VARCHAR(40), text VARCHAR(200), changed_at TIMESTAMP)""");
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS erp_customer (customer_no VARCHAR(40) PRIMARY KEY, name VARCHAR(200),
                        country_code VARCHAR(2), language_code VARCHAR(2), currency_code VARCHAR(3), email VARCHAR(200),
                        iban VARCHAR(40), payment_terms VARCHAR(40), sales_rep VARCHAR(40), changed_at TIMESTAMP)""");
            statement.execute("DELETE FROM erp_invoice");
            insert(invoices);
        } catch (SQLException failure) {
            throw new IllegalStateException("the demo's source database could not be filled", failure);
        }
    }

    private void insert(List<DemoYear.Invoice> invoices) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO erp_invoice VALUES (?, ?, ?, ?, ?, 'EUR', ?, '', '', ?)")) {
            for (DemoYear.Invoice invoice : invoices) {
                insert.setString(1, invoice.type());
                insert.setString(2, invoice.number());
                insert.setString(3, invoice.customer());
                insert.setObject(4, invoice.issued());
                insert.setObject(5, invoice.due());
                insert.setBigDecimal(6, invoice.amount().toDecimal());
                insert.setTimestamp(7, changedOn(invoice.issued()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static Timestamp changedOn(LocalDate issued) {
        return Timestamp.valueOf(issued.atTime(16, 0));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("the demo's source database does not close", failure);
        }
    }
}
