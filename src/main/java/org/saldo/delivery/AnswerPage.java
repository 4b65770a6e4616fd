package org.saldo.delivery;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.saldo.ledger.Company;
import org.saldo.ledger.Customer;
import org.saldo.statement.StatementItem;
import org.saldo.statement.StatementKey;
import org.saldo.statement.StatementOfAccount;
import org.saldo.statement.UnappliedReceipt;

/**
 * The page on which a customer answers a statement by link: {@code layout/answer-page.html.ftlh} with the words of
 * {@code answer-page.ftl} in the statement's language. It has no script, loads nothing, and shows of the statement its
 * balance, open items and payments not yet applied.
 */
public final class AnswerPage {

    private static final String WORDS = "answer-page.ftl";

    /** Why a line differs, in the order of the page. */
    public enum Difference { PAID, NOT_KNOWN, AMOUNT, CREDIT, GOODS, OTHER }

    /** What the page says instead of its form. */
    public enum State { OPEN, AGREED, RECEIVED, ANSWERED, EXPIRED, SUPERSEDED }

    /** What was filled in wrongly. */
    public enum Wrong { PERSON, NOTHING, AMOUNT, FILE }

    /** What the customer had filled in before something was wrong. */
    public record Given(Optional<Wrong> wrong, String person, String role, String note) {

        public static final Given NOTHING = new Given(Optional.empty(), "", "", "");
    }

    private final Templates templates;

    public AnswerPage(Templates templates) {
        this.templates = templates;
    }

    /** @throws org.saldo.settings.SettingsException when the house language lacks the words */
    public void requireWords() {
        templates.require(WORDS);
    }

    /**
     * The statement with its form.
     *
     * @param action the path that the form is posted to
     * @param nonce  what the browser knows the page's own style by
     */
    public String open(StatementLetter letter, String action, String nonce, Given given) {
        StatementOfAccount statement = letter.statement();
        StatementWording words = letter.words();
        Map<String, Object> model = model(letter.company(), letter.customer(), statement.key(), words, nonce);
        model.put("state", State.OPEN.name());
        model.put("action", action);
        model.put("balance", words.money(statement.closing().abs()));
        model.put("inFavour", statement.closing().isNegative());
        model.put("rows", statement.items().stream().map(item -> row(item, words)).toList());
        model.put("receipts", statement.receipts().stream().map(receipt -> receipt(receipt, words)).toList());
        model.put("reasons", List.of(Difference.values()).stream().map(Enum::name).toList());
        model.put("wrong", given.wrong().map(Enum::name).orElse(""));
        model.put("given", Map.of("person", given.person(), "role", given.role(), "note", given.note()));
        return render(model, words);
    }

    /** The page without figures and form, which only says how things stand. */
    public String closed(Company company, Customer customer, StatementKey key, StatementWording words, State state,
                         String nonce) {
        Map<String, Object> model = model(company, customer, key, words, nonce);
        model.put("state", state.name());
        return render(model, words);
    }

    /** What a line of the form is called by: its document's id in the ledger. */
    public static String keyOf(StatementItem item) {
        return Long.toString(item.itemId());
    }

    private String render(Map<String, Object> model, StatementWording words) {
        String language = templates.languageFor(words.language().getLanguage(), WORDS);
        model.put("language", language);
        return templates.render("layout", "answer-page.html.ftlh", model);
    }

    private static Map<String, Object> model(Company company, Customer customer, StatementKey key, StatementWording words,
                                             String nonce) {
        Map<String, Object> model = new LinkedHashMap<>();
        LocalDate cutOff = key.cutOff();
        model.put("nonce", nonce);
        model.put("number", key.number());
        model.put("cutOff", words.longDay(cutOff));
        model.put("company", Map.of("name", company.name(), "taxId", company.taxId()));
        model.put("customer", Map.of("name", customer.legalName().isEmpty() ? customer.name() : customer.legalName(),
                "number", customer.id().number()));
        return model;
    }

    private static Map<String, Object> row(StatementItem item, StatementWording words) {
        return Map.of("key", keyOf(item), "document", item.label(), "issued", words.day(item.issueDate()),
                "due", words.day(item.dueDate()), "open", words.amount(item.balance()));
    }

    private static Map<String, Object> receipt(UnappliedReceipt receipt, StatementWording words) {
        return Map.of("day", words.day(receipt.bookedOn()), "reference", receipt.paymentId(),
                "amount", words.amount(receipt.unapplied()));
    }
}
