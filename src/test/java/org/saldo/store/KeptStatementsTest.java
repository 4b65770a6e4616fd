package org.saldo.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kept statement answers as a new one would. */
class KeptStatementsTest {

    private static final String NUMBERS = "SELECT * FROM number ORDER BY n";

    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = new KeptStatements("jdbc:hsqldb:mem:kept").getConnection("SA", "");
        execute("CREATE TABLE number (n INTEGER)");
        execute("INSERT INTO number VALUES (1), (2), (3)");
    }

    @AfterEach
    void close() throws SQLException {
        execute("SHUTDOWN IMMEDIATELY");
    }

    @Test
    void aTextThatIsReadInsideItselfHasItsOwnRows() throws SQLException {
        StringBuilder read = new StringBuilder();
        try (PreparedStatement outer = connection.prepareStatement(NUMBERS); ResultSet rows = outer.executeQuery()) {
            while (rows.next()) {
                read.append(rows.getInt(1)).append(": ").append(numbers()).append("; ");
            }
        }
        assertThat(read).hasToString("1: 123; 2: 123; 3: 123; ");
    }

    @Test
    void whatChangedInTheTableIsSeen() throws SQLException {
        assertThat(columns()).isEqualTo(1);
        execute("ALTER TABLE number ADD COLUMN word VARCHAR(10)");
        assertThat(columns()).isEqualTo(2);
        execute("DELETE FROM number WHERE n = 2");
        assertThat(numbers()).isEqualTo("13");
        execute("DROP TABLE number");
        assertThatThrownBy(this::numbers).isInstanceOf(SQLException.class).hasMessageContaining("NUMBER");
    }

    @Test
    void moreTextsThanAreKeptAreAnsweredToo() throws SQLException {
        for (int round = 0; round < 2; round++) {
            for (int n = 0; n < 300; n++) {
                try (PreparedStatement statement = connection.prepareStatement("SELECT n + " + n + " FROM number WHERE n = ?")) {
                    statement.setInt(1, 3);
                    ResultSet row = statement.executeQuery();
                    assertThat(row.next()).isTrue();
                    assertThat(row.getInt(1)).isEqualTo(n + 3);
                }
            }
        }
    }

    private String numbers() throws SQLException {
        StringBuilder numbers = new StringBuilder();
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                numbers.append(rows.getInt(1));
            }
        }
        return numbers.toString();
    }

    private int columns() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NUMBERS); ResultSet rows = statement.executeQuery()) {
            return rows.getMetaData().getColumnCount();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
