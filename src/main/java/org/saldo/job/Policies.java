package org.saldo.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.saldo.correspondence.ReplyWords;
import org.saldo.delivery.ReminderTerms;
import org.saldo.delivery.Templates;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.dunning.DisputePolicy;
import org.saldo.dunning.DunningPolicy;
import org.saldo.dunning.LatenessReasons;
import org.saldo.dunning.answer.ReminderAnswerPolicy;
import org.saldo.dunning.interest.InterestPolicy;
import org.saldo.dunning.measure.MeasurePolicy;
import org.saldo.intake.Mapping;
import org.saldo.intake.SourceMapping;
import org.saldo.ledger.Authority;
import org.saldo.ledger.BusinessCalendars;
import org.saldo.ledger.Companies;
import org.saldo.ledger.PrintedAccounts;
import org.saldo.reconciliation.MatchingPolicy;
import org.saldo.reconciliation.OverTolerance;
import org.saldo.reconciliation.PayerRelations;
import org.saldo.settings.AnswersFile;
import org.saldo.settings.AuthorityFile;
import org.saldo.settings.BankAccountsFile;
import org.saldo.settings.CalendarsFile;
import org.saldo.settings.CompaniesFile;
import org.saldo.settings.ContentHash;
import org.saldo.settings.DisputesFile;
import org.saldo.settings.DunningFile;
import org.saldo.settings.Folders;
import org.saldo.settings.HoldsFile;
import org.saldo.settings.InterestFile;
import org.saldo.settings.InterestRatesFile;
import org.saldo.settings.LatenessFile;
import org.saldo.settings.ListsFile;
import org.saldo.settings.MappingFile;
import org.saldo.settings.MatchingFile;
import org.saldo.settings.MeasuresFile;
import org.saldo.settings.OverToleranceFile;
import org.saldo.settings.PayersFile;
import org.saldo.settings.ReminderAnswersFile;
import org.saldo.settings.RemindersFile;
import org.saldo.settings.RepliesFile;
import org.saldo.settings.SettingsException;
import org.saldo.settings.SourceMappingFile;
import org.saldo.settings.StatementTemplates;
import org.saldo.settings.StatementsFile;
import org.saldo.settings.WorklistTemplates;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.answer.AnswerPolicy;

/** The policies, mappings and templates of an installation, each read when it is first asked for and then kept. */
public final class Policies {

    private final Folders folders;
    private final Map<String, Object> read = new ConcurrentHashMap<>();

    Policies(Folders folders) {
        this.folders = folders;
    }

    /** Where results go. */
    public Path out() {
        return folders.out();
    }

    public Companies companies() {
        return policy("companies.yaml", CompaniesFile::read);
    }

    public Authority authority() {
        return policy("authority.yaml", AuthorityFile::read);
    }

    public PrintedAccounts bankAccounts() {
        return policy("bank-accounts.yaml", file -> BankAccountsFile.read(file, companies()));
    }

    public MatchingPolicy matching() {
        return policy("matching.yaml", file -> MatchingFile.read(file).stamped(ContentHash.of(file,
                folders.policies().resolve("payers.yaml"))));
    }

    Optional<OverTolerance> overTolerance() {
        return kept("over-tolerance", () -> OverToleranceFile.read(folders.policies().resolve("matching.yaml")));
    }

    public PayerRelations payers() {
        return policy("payers.yaml", PayersFile::read);
    }

    public DunningPolicy dunning() {
        return policy("dunning.yaml", DunningFile::read);
    }

    public MeasurePolicy measures() {
        return policy("measures.yaml", MeasuresFile::read);
    }

    /** How reminders leave the house. */
    public ReminderTerms reminders() {
        return policy("reminders.yaml", RemindersFile::read);
    }

    public DisputePolicy disputes() {
        return policy("disputes.yaml", DisputesFile::read);
    }

    public InterestPolicy interest() {
        return policy("interest.yaml", file -> InterestFile.read(file, policy("interest-rates.yaml", InterestRatesFile::read)));
    }

    public BusinessCalendars calendars() {
        return policy("calendars.yaml", CalendarsFile::read);
    }

    public StatementPolicy statements() {
        return policy("statements.yaml", StatementsFile::read);
    }

    public ListsFile.Lists lists() {
        return policy("lists.yaml", ListsFile::read);
    }

    public AnswerPolicy answers() {
        return policy("answers.yaml", AnswersFile::read);
    }

    public ReminderAnswerPolicy reminderAnswers() {
        return policy("reminder-answers.yaml", ReminderAnswersFile::read);
    }

    public HoldsFile.Holds holds() {
        return policy("holds.yaml", HoldsFile::read);
    }

    public LatenessReasons lateness() {
        return policy("lateness.yaml", LatenessFile::read);
    }

    /** By which customers' replies are understood. */
    public ReplyWords replyWords() {
        return policy("replies.yaml", RepliesFile::read);
    }

    public List<Mapping> mappings() {
        return kept("mappings", () -> Files.isDirectory(folders.mappings()) ? MappingFile.readAll(folders.mappings())
                : List.of());
    }

    List<SourceMapping> sources() {
        return kept("sources", () -> Files.isDirectory(folders.mappings())
                ? SourceMappingFile.readAll(folders.mappings()) : List.of());
    }

    /** @throws SettingsException when config/mappings has no question of this id */
    public SourceMapping source(String id) {
        return sources().stream().filter(source -> source.id().equals(id)).findFirst()
                .orElseThrow(() -> new SettingsException(folders.mappings() + ": no file there asks a source database as '"
                        + id + "'; add one, or take out the route that names it"));
    }

    /** Of the mails, in the house language where the customer's is missing. */
    public Templates templates() {
        return kept("templates", () -> new Templates(folders.templates(),
                companies().standard().language().getLanguage()));
    }

    public StatementTemplates statementTemplates() {
        return kept("statement templates", () -> StatementTemplates.read(folders.templates()));
    }

    /** The worklist's words. */
    public WorklistWordings worklistWords() {
        return kept("worklist templates", () -> WorklistTemplates.read(folders.templates()));
    }

    private <T> T policy(String file, Function<Path, T> reading) {
        return kept(file, () -> reading.apply(folders.policies().resolve(file)));
    }

    /** Each name is asked for with one type only. */
    @SuppressWarnings("unchecked")
    private <T> T kept(String name, Supplier<T> reading) {
        Object known = read.get(name);
        if (known == null) {
            known = reading.get();
            read.put(name, known);
        }
        return (T) known;
    }
}
