package org.saldo.job.answer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.delivery.AnswerPage;
import org.saldo.delivery.AnswerPage.Given;
import org.saldo.delivery.AnswerPage.State;
import org.saldo.delivery.AnswerPage.Wrong;
import org.saldo.delivery.MailAddress;
import org.saldo.delivery.StatementAddressee;
import org.saldo.delivery.StatementLetter;
import org.saldo.delivery.StatementWording;
import org.saldo.intake.KeptForm;
import org.saldo.intake.PageForm;
import org.saldo.ledger.Companies;
import org.saldo.ledger.Company;
import org.saldo.settings.StatementTemplates;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.StatementPolicy;
import org.saldo.statement.StatementTerms;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.AnswerRules;
import org.saldo.statement.answer.Channel;
import org.saldo.statement.answer.Heard;
import org.saldo.statement.answer.Meaning;
import org.saldo.statement.answer.Outcome;
import org.saldo.statement.answer.Ruling;
import org.saldo.store.Batch;
import org.saldo.store.BatchKind;
import org.saldo.store.Contents;
import org.saldo.store.CustomerAddresses;
import org.saldo.store.Ledger;
import org.saldo.store.answer.AnswerPageStore;
import org.saldo.store.answer.AnswerPageStore.Found;
import org.saldo.store.answer.AnswerStore;
import org.saldo.store.answer.NewAnswer;
import org.saldo.store.answer.ReplyMail;
import org.saldo.store.statement.StatementRow;

/**
 * The page of a statement, to which only its mail has the address. Looking changes nothing, since programs look into mails
 * too; an answer is taken once, by the same rules as a reply: only a yes to the latest version, about a balance that is not
 * in the customer's favour and within what a mail may confirm, counts by itself.
 */
public final class AnswerPageJob {

    private static final String ACTOR = "answer-page";

    /** By what pages are made, answers judged and lists compared; for how long a page is open after its mail has left. */
    record Rules(StatementPolicy statements, AnswerPolicy answers, StatementTemplates templates, ReplyLists lists,
                 Optional<StatementAnswers> beyond, Duration open) {
    }

    /** Who looks or answers, as far as it can be seen: the address he comes from, and his program's name for itself. */
    public record Visitor(String address, String program) {
    }

    /** What an answer comes from and when. */
    private record Post(PageForm form, Visitor visitor, Instant at, LocalDate day) {
    }

    private final Ledger ledger;
    private final Companies companies;
    private final Rules rules;
    private final AnswerPage page;
    private final AnswerPageStore pages;
    private final AnswerStore answers;

    AnswerPageJob(Ledger ledger, Companies companies, Rules rules, AnswerPage page) {
        this.ledger = ledger;
        this.companies = companies;
        this.rules = rules;
        this.page = page;
        this.pages = new AnswerPageStore(ledger);
        this.answers = new AnswerStore(ledger);
    }

    /**
     * The page; nothing when there is none with this address.
     *
     * @param action the path that the form is posted to
     * @param nonce  what the browser knows the page's own style by
     */
    public Optional<String> show(String codes, String action, String nonce, Instant now) {
        return pages.find(codes).map(found -> {
            State state = state(found, now);
            return state == State.OPEN ? open(found, action, nonce, Given.NOTHING) : closed(found, state, nonce);
        });
    }

    /**
     * Takes what was filled in, and says on the page what became of it; nothing when there is no page with this address.
     *
     * @param posted read only when the page is open
     */
    public Optional<String> answer(String codes, Supplier<PageForm> posted, Visitor visitor, String action, String nonce,
                                   Instant now, LocalDate day) {
        return pages.find(codes).map(found -> {
            State state = state(found, now);
            if (state != State.OPEN) {
                return closed(found, state, nonce);
            }
            PageForm form = posted.get();
            Optional<Wrong> wrong = wrong(form);
            if (wrong.isPresent()) {
                return open(found, action, nonce, new Given(wrong, form.person(), form.role(), form.note()));
            }
            return closed(found, record(found, new Post(form, visitor, now, day)), nonce);
        });
    }

    private State state(Found found, Instant now) {
        if (found.answered()) {
            return State.ANSWERED;
        }
        if (!found.latest()) {
            return State.SUPERSEDED;
        }
        return found.openSince().filter(since -> now.isAfter(since.plus(rules.open()))).isPresent() ? State.EXPIRED : State.OPEN;
    }

    private static Optional<Wrong> wrong(PageForm form) {
        if (form.person().isEmpty() || !form.entitled()) {
            return Optional.of(Wrong.PERSON);
        }
        if (!form.agrees() && !form.saysSomething()) {
            return Optional.of(Wrong.NOTHING);
        }
        boolean unreadable = form.lines().stream().map(PageForm.Line::amount)
                .anyMatch(amount -> !amount.isEmpty() && !TypedAmount.isReadable(amount));
        return unreadable ? Optional.of(Wrong.AMOUNT) : Optional.empty();
    }

    private State record(Found found, Post post) {
        List<PageLine> lines = PageLine.of(post.form(), pages.again(found.statement(), found.statement().aging()).items()
                .stream().collect(Collectors.toMap(AnswerPage::keyOf, Function.identity())));
        String said = said(post.form(), lines);
        List<ReplyLists.Result> brought = rules.lists().compared(found.statement(), post.form().file()
                .map(file -> Map.of(file.name(), file.bytes())).orElse(Map.of()));
        byte[] kept = KeptForm.of("Page of statement " + found.statement().key().number(), facts(found, post, said),
                post.form(), post.at());
        return ledger.record(BatchKind.ANSWER, ACTOR, post.day(), batch -> {
            if (!answers.isLatest(batch, found.statement())) {
                return State.SUPERSEDED;
            }
            if (pages.isAnswered(batch, found.statement())) {
                return State.ANSWERED;
            }
            Heard heard = heard(batch, found, post.form(), lines);
            Ruling ruling = ReplyLists.ruling(AnswerRules.rule(rules.answers(), heard), brought);
            ReplyMail mail = mail(found, post, heard, ReplyLists.before(brought, post.form().person() + ": " + said));
            long reply = answers.addReply(batch, kept, mail);
            pages.used(batch, found.statement(), reply);
            if (ruling.kind() == Ruling.Kind.CONFIRMS) {
                answers.add(batch, new NewAnswer(found.statement(), Outcome.CONFIRMED, ruling.grade(), Channel.LINK,
                        post.form().person(), post.form().role(), post.day(), post.at(), mail.authenticated(),
                        Optional.of(Contents.sha256(kept)), said, "", Optional.of(reply)));
                return State.AGREED;
            }
            if (!post.form().agrees()) {
                rules.beyond().ifPresent(any -> any.byPage(batch, reply, found.statement(), lines, brought, heard));
            }
            rules.lists().tell(batch, brought, "T-" + answers.addTask(batch, reply, mail, ruling));
            return State.RECEIVED;
        });
    }

    /**
     * The link was mailed: who has it is taken for somebody who reads that mail, and for the customer when it went to no other
     * address than the customer's.
     */
    private Heard heard(Batch batch, Found found, PageForm form, List<PageLine> lines) {
        Meaning meaning = form.agrees() ? Meaning.AGREED : PageLine.areAllPaid(lines) ? Meaning.PAID_ALREADY
                : form.lines().isEmpty() ? Meaning.NOT_AGREED : Meaning.AGREED_EXCEPT;
        return new Heard(Heard.Nature.PERSON, sender(batch, found), Heard.Proof.PASSED, Heard.Binding.TOKEN, meaning,
                !form.agrees() || !form.saysSomething(), false, form.file().isPresent() ? 1 : 0,
                Optional.of(found.statement().closing()), true, pages.hasSameBytes(batch, found.statement()),
                answers.before(batch, found.statement()));
    }

    private Heard.Sender sender(Batch batch, Found found) {
        List<String> sentTo = MailAddress.split(found.sentTo());
        List<String> own = CustomerAddresses.of(found.customer());
        boolean known = sentTo.stream().map(address -> address.toLowerCase(Locale.ROOT)).allMatch(address ->
                own.contains(address) || rules.answers().contact(found.customer().id(), address, batch.day())
                        .isPresent());
        return known && !sentTo.isEmpty() ? Heard.Sender.ON_FILE : Heard.Sender.STRANGER;
    }

    private static ReplyMail mail(Found found, Post post, Heard heard, String words) {
        String address = found.sentTo().split(",")[0].strip();
        return new ReplyMail(Channel.LINK, found.statement().key().customer().company(),
                found.statement().key().customer().number(), found.statement().id(), post.at(), address,
                "page of statement " + found.statement().key().number(), "by the page whose address was mailed to "
                + found.sentTo() + "; from " + post.visitor().address(), heard, words);
    }

    /** What was pressed and filled in; lines that the page does not have are left out. */
    private static String said(PageForm form, List<PageLine> lines) {
        List<String> said = new ArrayList<>(List.of(form.agrees() ? "the balance is right" : "the balance differs"));
        lines.forEach(line -> said.add(line.words()));
        if (!form.note().isEmpty()) {
            said.add("note: " + form.note());
        }
        form.file().ifPresent(file -> said.add("file: " + file.name()));
        return String.join("; ", said);
    }

    /** What is kept, one line a fact, whatever breaks lines in what was written. */
    private static String facts(Found found, Post post, String said) {
        StatementRow statement = found.statement();
        return Stream.of("statement: " + statement.key(), "pdf-sha256: " + statement.pdfSha256(),
                        "balance: " + statement.closing(), "page mailed to: " + found.sentTo(), "answered at: " + post.at(),
                        "from: " + post.visitor().address(), "program: " + post.visitor().program(),
                        "person: " + post.form().person(), "function: " + post.form().role(),
                        "may answer: " + (post.form().entitled() ? "yes" : "no"), "said: " + said)
                .map(fact -> fact.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ") + "\n").collect(Collectors.joining());
    }

    private String open(Found found, String action, String nonce, Given given) {
        StatementOfAccount statement = pages.again(found.statement(), found.statement().aging());
        return page.open(StatementLetter.of(statement, company(found), found.customer(), words(found)), action, nonce, given);
    }

    private String closed(Found found, State state, String nonce) {
        return page.closed(company(found), found.customer(), found.statement().key(), words(found), state, nonce);
    }

    private Company company(Found found) {
        return companies.get(found.statement().key().customer().company());
    }

    /** The statement's own. */
    private StatementWording words(Found found) {
        StatementTerms terms = rules.statements().termsOf(found.customer(), found.statement().key().cutOff());
        return rules.templates().in(StatementAddressee.of(terms, found.customer()).language(), company(found).language());
    }
}
