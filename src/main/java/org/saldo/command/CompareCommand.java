package org.saldo.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.saldo.job.Jobs;
import org.saldo.job.answer.CompareJob;
import org.saldo.job.answer.Comparison;
import org.saldo.ledger.CustomerId;
import org.saldo.ledger.Refused;
import org.saldo.statement.StatementKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saldo compare}. */
@Command(name = "compare", description = "Puts a customer's own list beside our account with it, and shows the bridge.")
final class CompareCommand extends HubCommand {

    private static final Pattern STATEMENT = Pattern.compile("(.+)/([A-Z]{3})/(\\d{4}-\\d{2})(?:-v|/)?(\\d+)?");
    private static final int BYTES_MAX = 10_000_001;

    @Parameters(index = "0", paramLabel = "CUSTOMER|STATEMENT",
            description = "A customer's number, or one of its statements, such as C-1/EUR/2026-10.")
    private String what;

    @Parameters(index = "1", paramLabel = "FILE", description = "The list: CSV, .xlsx, or a PDF with a table.")
    private Path file;

    @Option(names = "--currency", description = "Of the account; else the customer's.")
    private String currency;

    @Option(names = "--month", paramLabel = "YYYY-MM", description = "Of the statement; else the last one made.")
    private YearMonth month;

    @Option(names = "--company", description = "The customer's company; else the default one.")
    private String company;

    @Option(names = "--mail", description = "Writes the bridge to the customer and to finance, once.")
    private boolean mail;

    @Option(names = "--out", paramLabel = "FILE", description = "Writes the bridge as a workbook.")
    private Path out;

    @Override
    public Integer call() {
        byte[] bytes = bytes();
        Workplace workplace = workplace();
        return workplace.withJobs(jobs -> {
            CompareJob job = jobs.answers().compare();
            Comparison comparison = compare(jobs, job, bytes, workplace);
            print(comparison.lines());
            print("  " + switch (comparison.next()) {
                case NOTHING -> "both ledgers agree, line by line";
                case LOOK -> "nothing differs but what is in transit or to be checked";
                case ANSWER -> "the ledgers differ; --mail writes the bridge to both sides";
            });
            if (out != null) {
                write(job.workbook(comparison));
            }
            if (mail) {
                CompareJob.Mailed mailed = job.mail(comparison, workplace.today(), workplace.person());
                print(mailed.told());
                print(mailed.finance() ? "finance: mail written" : "finance: no new mail");
            }
            return Saldo.DONE;
        });
    }

    private byte[] bytes() {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(BYTES_MAX);
        } catch (NoSuchFileException missing) {
            throw new Refused(file + ": is not there; name the file with the list");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Comparison compare(Jobs jobs, CompareJob job, byte[] bytes, Workplace workplace) {
        String own = company == null ? jobs.companies().standard().id() : jobs.companies().get(company).id();
        String name = file.getFileName().toString();
        Matcher statement = STATEMENT.matcher(what);
        if (statement.matches()) {
            CustomerId customer = new CustomerId(own, statement.group(1));
            int version = statement.group(4) == null ? 1 : Integer.parseInt(statement.group(4));
            return statement.group(4) == null
                    ? job.compare(customer, Optional.of(Currency.getInstance(statement.group(2))),
                            Optional.of(YearMonth.parse(statement.group(3))), name, bytes, workplace.today())
                    : job.compare(customer, new StatementKey(customer, Currency.getInstance(statement.group(2)),
                            YearMonth.parse(statement.group(3)), version), name, bytes, workplace.today());
        }
        return job.compare(new CustomerId(own, what), Optional.ofNullable(currency).map(this::currency),
                Optional.ofNullable(month), name, bytes, workplace.today());
    }

    private Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw wrongUse("--currency " + code + " is no currency; write its code, such as EUR");
        }
    }

    private void write(byte[] workbook) {
        try {
            Files.write(out, workbook);
            print("  all lines: " + out);
        } catch (IOException failure) {
            throw new Refused(out + ": cannot be written: " + failure.getMessage() + "; name another file with --out");
        }
    }
}
