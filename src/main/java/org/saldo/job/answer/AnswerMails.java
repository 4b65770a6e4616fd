package org.saldo.job.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.Collection;
import java.util.Map;
import org.saldo.delivery.AnswerNotices;
import org.saldo.delivery.FinanceMail;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.OutgoingMail;
import org.saldo.delivery.ReplyKey;
import org.saldo.delivery.StatementAddressee;
import org.saldo.delivery.StatementWording;
import org.saldo.delivery.worklist.WorklistWording;
import org.saldo.delivery.worklist.WorklistWordings;
import org.saldo.intake.mail.InboundMail;
import org.saldo.ledger.AgingBuckets;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.answer.AnswerCoverage;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.ReplyToken;
import org.saldo.store.Batch;
import org.saldo.store.mail.Enqueued;
import org.saldo.store.mail.OutboxStore;
import org.saldo.store.statement.StatementRow;

/** The mails about answers: what was recorded and who has not answered, to customers; what waits, to finance. */
public final class AnswerMails {

    private static final Pattern MAIL_SYSTEM = Pattern.compile(
            "(?i)mailer-?daemon|mail-?daemon|mdaemon|postmaster|bounces?|microsoftexchange[0-9a-f]*");

    private final OutboxStore outbox;
    private final Companies companies;
    private final StatementTemplates templates;
    private final ReplyKey key;
    private final Post post;

    /** From whom mails are sent, whether reply addresses carry the token, the terms of customers, and the words of the house. */
    public record Post(String from, boolean plusAddress, StatementPolicy statements, WorklistWordings house) {

        /** The house reads English. */
        public Post(String from, boolean plusAddress, StatementPolicy statements) {
            this(from, plusAddress, statements, new WorklistWordings(Map.of()));
        }

        /** With the usual terms for all customers. */
        public Post(String from, boolean plusAddress) {
            this(from, plusAddress, new StatementPolicy(true, false, List.of(), AgingBuckets.USUAL));
        }

        /** What holds for a customer's statement that is cut on this day. */
        StatementTerms terms(Customer customer, LocalDate cutOff) {
            return statements.termsOf(customer, cutOff);
        }

        StatementAddressee addressee(Customer customer, LocalDate cutOff) {
            return StatementAddressee.of(terms(customer, cutOff), customer);
        }
    }

    public AnswerMails(OutboxStore outbox, Companies companies, StatementTemplates templates, ReplyKey key, Post post) {
        this.outbox = outbox;
        this.companies = companies;
        this.templates = templates;
        this.key = key;
        this.post = post;
    }

    /** Notes of one of our mails that it did not arrive, where a mail system says so; what others say is left to finance. */
    void bounced(Batch batch, InboundMail mail) {
        mail.reports().stream().filter(InboundMail.Report::isFailure).filter(report -> !report.originalMessageId().isEmpty())
                .filter(report -> isOfAMailSystem(mail, outbox.recipients(batch, report.originalMessageId())))
                .forEach(report -> outbox.bounced(batch, report.originalMessageId(), report.recipient(), report.status()));
    }

    /**
     * Whoever got a mail knows its Message-ID and can write such a report too, so within the recipients' own domains only the
     * names count that mail systems have.
     */
    private static boolean isOfAMailSystem(InboundMail mail, List<String> recipients) {
        if (mail.from().isEmpty() || mail.proof().proof() == Heard.Proof.FAILED) {
            return false;
        }
        String from = mail.from().get();
        int at = from.lastIndexOf('@');
        String within = "." + from.substring(at + 1);
        return MAIL_SYSTEM.matcher(from.substring(0, at)).matches()
                || recipients.stream().map(address -> "." + MailAddress.of(address).domain())
                .noneMatch(theirs -> within.endsWith(theirs) || theirs.endsWith(within));
    }

    /** Tells the customer what was recorded. */
    void recorded(Batch batch, long answer, StatementRow statement, Customer customer, Outcome outcome, String to) {
        outbox.enqueue(batch, AnswerNotices.recorded(notice(statement, customer, List.of(to)), outcome, batch.day(),
                AnswerNotices.recordedKey(statement.key(), answer)));
    }

    /** To whom a question about the statement goes; to nobody where the terms mail the customer nothing any more. */
    List<String> asked(StatementRow statement, Customer customer) {
        return post.terms(customer, statement.key().cutOff()).send()
                ? post.addressee(customer, statement.key().cutOff()).to() : List.of();
    }

    /** Asks the customer for its answer. */
    Enqueued chase(Batch batch, StatementRow statement, Customer customer, List<String> to, String businessKey) {
        return outbox.enqueue(batch, AnswerNotices.chase(notice(statement, customer, to), businessKey));
    }

    private AnswerNotices.Notice notice(StatementRow statement, Customer customer, List<String> to) {
        Company company = companies.get(customer.id().company());
        StatementWording words = templates.in(post.addressee(customer, statement.key().cutOff()).language(),
                company.language());
        ReplyToken token = key.token(statement.key(), statement.pdfSha256());
        String replyTo = post.plusAddress() && !company.replyTo().isEmpty() ? token.in(company.replyTo()) : company.replyTo();
        return new AnswerNotices.Notice(company, statement.key(), statement.closing(), words, token, post.from(), replyTo, to,
                templates.legalLines(customer, words, statement.key().cutOff()));
    }

    /** Tells finance once a day what waits for a person, one line each; false when it was told, or nobody is to be. */
    boolean waiting(Batch batch, Company company, List<String> lines, int all, Collection<AnswerCoverage> coverage) {
        if (company.financeMail().isEmpty() || lines.isEmpty()) {
            return false;
        }
        StatementWording words = templates.in(company.language().toLanguageTag(), company.language());
        OutgoingMail mail = AnswerNotices.waiting(company, words(company), lines, all, coverage.stream()
                .map(each -> FinanceMail.answered(words, each)).toList(), post.from(),
                "ALERT/answers/" + company.id() + "/" + batch.day());
        return outbox.enqueue(batch, mail).isNew();
    }

    /** In which finance reads. */
    WorklistWording words(Company company) {
        return post.house().in(company.language());
    }
}
