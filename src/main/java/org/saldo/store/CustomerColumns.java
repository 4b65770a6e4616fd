package org.saldo.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.Customer;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.MasterStop;
import org.saldo.ledger.PostalAddress;
import org.saldo.money.Money;

/** A customer's row read back as master data. */
public final class CustomerColumns {

    /** To be continued with joins and conditions on {@code c}. */
    public static final String SELECT = """
            SELECT c.company, c.customer_id, c.name, c.country, c.language_code, c.currency, c.email, c.iban,
                   c.payment_terms, c.salesperson, c.legal_name, c.tax_id, c.statement_email, c.reminder_email,
                   c.contact_name, c.time_zone, c.segment, c.credit_limit, c.dunning_policy, c.allocation_policy,
                   c.parent_number, c.intercompany, c.natural_person, c.street, c.postal_code, c.city, c.region,
                   c.reminder_stop, c.reminder_stop_until
            FROM customer c
            """;

    private CustomerColumns() {
    }

    /** A customer's latest master data. */
    public static Optional<Customer> latest(Handle handle, CustomerId id) {
        return handle.createQuery(SELECT + """
                        JOIN batch b ON b.batch_id = c.batch_id AND b.known_at IS NOT NULL
                        WHERE c.company = :company AND c.customer_id = :number ORDER BY c.row_id DESC LIMIT 1""")
                .bind("company", id.company()).bind("number", id.number()).map((row, context) -> read(row)).findOne();
    }

    public static Customer read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        BigDecimal limit = row.getBigDecimal("credit_limit");
        return new Customer(new CustomerId(row.getString("company"), row.getString("customer_id")), row.getString("name"),
                row.getString("country"), row.getString("language_code"), currency, row.getString("email"),
                row.getString("iban"), row.getString("payment_terms"), row.getString("salesperson"),
                row.getString("legal_name"), row.getString("tax_id"), row.getString("statement_email"),
                row.getString("reminder_email"), row.getString("contact_name"), row.getString("time_zone"),
                row.getString("segment"),
                Optional.ofNullable(limit).map(amount -> Money.of(Currency.getInstance(currency), amount)),
                row.getString("dunning_policy"), row.getString("allocation_policy"), row.getString("parent_number"),
                row.getBoolean("intercompany"), row.getBoolean("natural_person"), new PostalAddress(row.getString("street"),
                row.getString("postal_code"), row.getString("city"), row.getString("region")), stop(row));
    }

    private static MasterStop stop(ResultSet row) throws SQLException {
        String kind = row.getString("reminder_stop");
        return kind.isEmpty() ? MasterStop.NONE : new MasterStop(Optional.of(BlockKind.valueOf(kind)),
                Optional.ofNullable(row.getObject("reminder_stop_until", LocalDate.class)));
    }
}
