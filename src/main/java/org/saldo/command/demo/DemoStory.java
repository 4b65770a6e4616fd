package org.saldo.command.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.dunning.CompanyReminders;
import org.saldo.dunning.Withheld;
import org.saldo.intake.Channel;
import org.saldo.job.DeliveryReport;
import org.saldo.job.Jobs;
import org.saldo.job.dunning.DunningReport;
import org.saldo.job.reconciliation.ReconciliationReport;
import org.saldo.job.statement.StatementReport;
import org.saldo.money.Money;
import org.saldo.reconciliation.Outcome;
import org.saldo.reconciliation.Rule;
import org.saldo.statement.ControlComparison;
import org.saldo.statement.CurrencyTotals;
import org.saldo.store.account.AccountCash;
import org.saldo.store.export.IntakeFigures;
import org.saldo.store.reconciliation.ReconciliationStore;
import org.saldo.store.verify.VerifyReport;

/** What the demo prints: figures of what really ran, on one screen. */
final class DemoStory {

    private static final String INDENT = " ".repeat(18);

    private final PrintWriter out;
    private final DemoPlace place;

    DemoStory(PrintWriter out, DemoPlace place) {
        this.out = out;
        this.place = place;
        say("Saldo demo · Nordlicht Pumpen GmbH, Hamburg, and Nordlicht Servicio S.L. · the day is %s · all of it in %s",
                DemoYear.TODAY, place.folder());
    }

    void tellIntake(IntakeFigures figures, Instant since, int routes) {
        List<IntakeFigures.Line> lines = figures.since(since);
        say("1  Took in        %,d rows = %,d accepted + %,d already known + %,d rejected      (%s · %d routes)",
                sum(lines, IntakeFigures.Line::read), sum(lines, IntakeFigures.Line::accepted),
                sum(lines, IntakeFigures.Line::duplicate), sum(lines, IntakeFigures.Line::rejected),
                Stream.of(Channel.FILE, Channel.DATABASE, Channel.MAIL)
                        .map(channel -> "%s %d".formatted(channel.name().toLowerCase(Locale.ROOT), lines.stream()
                                .filter(line -> line.channel() == channel).mapToLong(IntakeFigures.Line::files).sum()))
                        .collect(Collectors.joining(" · ")), routes);
        figures.firstRefusalSince(since).ifPresent(refusal -> more("%s:%d: %s: %s; %s; then `rejects retry %d`", refusal.file(),
                refusal.line(), refusal.field(), refusal.reason(), refusal.remedy(), refusal.fileId()));
    }

    void tellApplied(ReconciliationReport report, Jobs jobs) {
        say("2  Applied        %,d receipts%s · %d proposed · %d deferred · %d wait in all", report.count(Outcome.APPLIED),
                rules(report), report.count(Outcome.PROPOSED), report.count(Outcome.DEFERRED), report.waiting());
        for (AccountCash cash : new ReconciliationStore(jobs.ledger()).cash()) {
            more("%s…%s  received %s = applied %s + on account %s + unapplied %s + unidentified %s + not ours %s  %s",
                    cash.account().substring(0, 4), cash.account().substring(cash.account().length() - 4),
                    plain(cash.received()), plain(cash.applied()), plain(cash.onAccount()), plain(cash.unapplied()),
                    plain(cash.unidentified()), plain(cash.notOurs()), cash.addsUp() ? "✓" : "DOES NOT ADD UP");
        }
        tellReceipt("for example", DemoScenes.ACME_PAYMENT, jobs);
        tellReceipt("I do not guess", DemoScenes.HANSA_PAYMENT, jobs);
    }

    /** The decision in force, in the words of {@code explain}. */
    private void tellReceipt(String label, String id, Jobs jobs) {
        List<String> lines = jobs.explain().explain(id).lines().map(String::strip).toList();
        say("   %-14s %s: %s", label, id, lines.get(1));
        more("%s", lines.get(2));
        for (String key : List.of("evidence: ", "who paid: ", "rejected: ")) {
            lines.stream().filter(line -> line.startsWith(key)).reduce((earlier, later) -> later)
                    .ifPresent(line -> more("%s", line));
        }
    }

    void tellStatements(StatementReport report) {
        int already = report.companies().stream().mapToInt(StatementReport.CompanyStatements::alreadyMade).sum();
        say("3  Statements     %d made for %s, %d made before; each proves opening + movements = closing = open items"
                + " − unapplied", report.made(), report.month(), already);
        for (StatementReport.CompanyStatements company : report.companies()) {
            for (CurrencyTotals totals : company.summary().totals().values()) {
                more("%s: %d customers owe %s %s = %s open − %s unapplied", company.company(), totals.statements(),
                        totals.closing().currency(), plain(totals.closing()), plain(totals.openItems()),
                        plain(totals.unapplied()));
            }
            company.summary().controls().forEach(this::tellControl);
        }
    }

    /** Where customers are asked to pay, and who said so. */
    void tellAccounts(List<String> accounts) {
        accounts.forEach(account -> more("where to pay, with a QR code: %s", account));
    }

    private void tellControl(ControlComparison control) {
        control.theirs().ifPresent(theirs -> more("the ERP's control account says %s, we say %s: %s", plain(theirs),
                plain(control.ours()), control.agrees() ? "equal" : "%s apart = %s".formatted(
                        plain(control.difference().orElseThrow()), control.named().isEmpty() ? "not named by any row"
                                : String.join(" + ", control.named()) + ", which the ERP does not have yet")));
    }

    void tellReminders(DunningReport report, DeliveryReport delivered) {
        say("4  Reminders      %d written · %d mails sent, of all kinds · %d cancelled at the last look", report.reminded(),
                delivered.accepted(), delivered.cancelled().size());
        delivered.cancelled().forEach(mail -> more("cancelled: %s, because its money came in before the mail was due: %s",
                mail.customer(), mail.reason()));
        for (CompanyReminders company : report.companies()) {
            company.nobody().ifPresent(why -> more("%s: nobody is reminded: %s", company.company(), why));
            Map<Withheld.Reason, Long> reasons = company.notable().stream()
                    .collect(Collectors.groupingBy(Withheld::reason, Collectors.counting()));
            reasons.forEach((reason, count) -> more("%d withheld: %s", count, reason.words()));
            company.notable().stream().filter(one -> one.reason() == Withheld.Reason.COVERED).findFirst()
                    .ifPresent(one -> more("  such as %s: %s", one.customer().number(), one.words()));
        }
    }

    void tellVerified(VerifyReport report) {
        say("5  Verified       %d promises over %,d rows: %s", report.results().size(), report.rows(),
                report.holds() ? "all hold" : "NOT all hold: " + report.results().stream().filter(result -> !result.holds())
                        .map(result -> result.promise().name()).collect(Collectors.joining(", ")));
    }

    void tellWhereToLook(int mails) {
        String here = "--config %s --data %s".formatted(place.folder().resolve("config"), place.folder().resolve("data"));
        say("Look              %s", statementOfAcme());
        more("%s (%d mails of this run)", place.mail(), mails);
        say("Try               saldo explain %s %s", DemoScenes.ACME_PAYMENT, here);
        more("saldo export receipts %s", here);
        more("saldo apply %s INV-19035 12759.00 --reason \"asked them\" %s", DemoScenes.HANSA_PAYMENT, here);
        say("Run it again: nothing is taken in, applied or sent twice.");
    }

    private Path statementOfAcme() {
        Path statements = place.folder().resolve("data/out").resolve(DemoCast.PUMPS).resolve("statements")
                .resolve(DemoYear.LAST_MONTH.toString());
        try (Stream<Path> files = Files.list(statements)) {
            return files.filter(file -> file.getFileName().toString().startsWith(DemoScenes.ACME)).findFirst()
                    .orElse(statements);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String rules(ReconciliationReport report) {
        Map<Rule, Long> applied = new EnumMap<>(Rule.class);
        report.lines().stream().filter(line -> line.outcome() == Outcome.APPLIED)
                .forEach(line -> applied.merge(line.rule(), line.receipts(), Long::sum));
        return applied.isEmpty() ? "" : " (" + String.join(" · ", applied.entrySet().stream()
                .map(each -> each.getKey().label() + " " + each.getValue()).toList()) + ")";
    }

    private static String plain(Money amount) {
        return "%,.2f".formatted(amount.toDecimal());
    }

    private static <T> long sum(List<T> lines, ToLongFunction<T> count) {
        return lines.stream().mapToLong(count).sum();
    }

    private void say(String format, Object... values) {
        out.println(format.formatted(values));
        out.flush();
    }

    private void more(String format, Object... values) {
        say(INDENT + format, values);
    }
}
