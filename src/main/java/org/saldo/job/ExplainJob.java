package org.saldo.job;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.saldo.delivery.worklist.ExplainWord;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Refused;
import org.saldo.store.ExplainedStep;
import org.saldo.store.Ledger;
import org.saldo.store.explain.ExplainStore;
import org.saldo.store.explain.Explained;

/** Tells the life of a payment, document, customer, allocation or mail in plain words, the oldest first. */
public final class ExplainJob {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final String INDENT = " ".repeat(18);

    private final Companies companies;
    private final ExplainStore store;
    private final WorklistWordings words;

    /** In English. */
    public ExplainJob(Ledger ledger, Companies companies) {
        this(ledger, companies, new WorklistWordings(Map.of()));
    }

    /** Each company's in its language, as its worklist is. */
    public ExplainJob(Ledger ledger, Companies companies, WorklistWordings words) {
        this.companies = companies;
        this.words = words;
        this.store = new ExplainStore(ledger, this::wording);
    }

    private WorklistWording wording(String company) {
        return words.in(companies.find(company).map(Company::language).orElse(Locale.ENGLISH));
    }

    /**
     * Everything that {@code id} names, with times in the company's time zone.
     *
     * @throws Refused when nothing has that id
     */
    public String explain(String id) {
        List<Explained> found = store.find(id.strip());
        if (found.isEmpty()) {
            throw new Refused("'" + id + "': nothing has this id; give a payment id, a document number (or number/instalment),"
                    + " a customer number, an allocation such as A-1017, an instruction such as I-1019 or a mail such as M-1018");
        }
        return found.stream().map(this::told).collect(Collectors.joining("\n"));
    }

    private String told(Explained life) {
        ZoneId zone = companies.find(life.company()).map(Company::timeZone).orElse(ZoneOffset.UTC);
        StringBuilder text = new StringBuilder(oneLine(life.title())).append('\n');
        life.facts().forEach(fact -> text.append("  ").append(oneLine(fact)).append('\n'));
        life.steps().stream().sorted(Comparator.comparing(ExplainedStep::at).thenComparing(ExplainedStep::rowId))
                .forEach(step -> tell(text, step, zone));
        String now = wording(life.company()).of(ExplainWord.NOW);
        for (int i = 0; i < life.now().size(); i++) {
            text.append(i == 0 ? now + " ".repeat(Math.max(1, INDENT.length() - now.length())) : INDENT)
                    .append(oneLine(life.now().get(i))).append('\n');
        }
        return text.toString();
    }

    private static void tell(StringBuilder text, ExplainedStep step, ZoneId zone) {
        text.append(minute(step.at(), zone)).append("  ").append(oneLine(step.what())).append('\n');
        step.why().forEach(line -> text.append(INDENT).append(oneLine(line)).append('\n'));
    }

    private static String minute(Instant at, ZoneId zone) {
        return MINUTE.format(at.atZone(zone));
    }

    /** Texts come from outside: what a terminal would act on becomes a space. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cc}+", " ");
    }
}
