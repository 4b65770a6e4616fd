package org.saldo.store.statement;

import java.util.Optional;
import org.saldo.ledger.PrintedAccount;
import org.saldo.statement.StatementOfAccount;
import org.saldo.store.Contents;

/**
 * A statement as it leaves the house: its bytes, the bank account that stands on it, and its bytes before they were sealed.
 * {@code pdfSha256} is that of the bytes. The arrays must not be changed afterwards.
 */
public record IssuedStatement(StatementOfAccount statement, byte[] pdf, Optional<PrintedAccount> account,
                              Optional<byte[]> unsealed, String pdfSha256) {

    public IssuedStatement(StatementOfAccount statement, byte[] pdf, Optional<PrintedAccount> account,
                           Optional<byte[]> unsealed) {
        this(statement, pdf, account, unsealed, Contents.sha256(pdf));
    }

    /** Without a bank account and without a seal. */
    public static IssuedStatement plain(StatementOfAccount statement, byte[] pdf) {
        return new IssuedStatement(statement, pdf, Optional.empty(), Optional.empty());
    }
}
