package org.saldo.delivery.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.credit.HoldWord;
import org.saldo.delivery.MailWord;
import org.saldo.dunning.DunningWord;
import org.saldo.dunning.Step;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.ledger.BlockKind;
import org.saldo.ledger.DifferenceCode;
import org.saldo.ledger.InstructionWord;
import org.saldo.ledger.Word;
import org.saldo.ledger.WordTexts;
import org.saldo.ledger.Words;
import org.saldo.money.Money;
import org.saldo.reconciliation.Alternative;
import org.saldo.reconciliation.DecisionWords;
import org.saldo.reconciliation.EvidenceWord;
import org.saldo.reconciliation.Reason;
import org.saldo.statement.answer.TaskReason;

/** The words of the worklist in one language: its mail, its workbook, why a payment waits and what settles it. */
public final class WorklistWording {

    private static final Pattern NAME = Pattern.compile("\\{([^}]*)}");
    private static final String TOLD = "told-";
    private static final List<Word[]> SAID = List.of(EvidenceWord.values(), DifferenceCode.values(), BlockKind.values(),
            AnswerKind.values(), Step.Kind.values(), TaskReason.values(), DunningWord.values(), MailWord.values(),
            HoldWord.values(), InstructionWord.values());
    private static final Map<String, String> IN_ENGLISH = inEnglish();

    private final Locale language;
    private final WordTexts said;
    private final Map<String, String> texts;
    private final DateTimeFormatter day;

    /** As the hub writes without any file. */
    public static WorklistWording english() {
        return new WorklistWording(Locale.ENGLISH, IN_ENGLISH);
    }

    /** @throws IllegalArgumentException when a text is missing, unknown, or fills in other names than the English one */
    public WorklistWording(Locale language, Map<String, String> texts) {
        this.language = language;
        this.texts = Map.copyOf(texts);
        IN_ENGLISH.forEach((key, text) -> {
            String own = texts.get(key);
            if (own == null) {
                throw new IllegalArgumentException(key + ": is missing; add it");
            }
            if (!names(own).equals(names(text))) {
                throw new IllegalArgumentException(key + ": fills in " + names(own) + "; it must be " + names(text));
            }
        });
        texts.keySet().stream().filter(key -> !IN_ENGLISH.containsKey(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException(key + ": is not known here; remove it, or correct the spelling");
        });
        this.said = new WordTexts(saidInEnglish().keySet().stream()
                .collect(Collectors.toMap(key -> key, key -> texts.get(TOLD + key))), this::money);
        this.day = DateTimeFormatter.ofPattern(texts.get(WorklistWord.FORMAT_DAY.key()), language);
    }

    private static Map<String, String> inEnglish() {
        Map<String, String> all = new LinkedHashMap<>();
        for (WorklistWord word : WorklistWord.values()) {
            all.put(word.key(), word.english());
        }
        for (WorklistColumn column : WorklistColumn.values()) {
            all.put(key("column-", column.name()), column.title());
        }
        for (Choice choice : Choice.values()) {
            all.put(key("choice-", choice.name()), choice.words());
        }
        for (Reason reason : Reason.values()) {
            all.put(key("why-", reason.name()), reason.sentence());
            if (!reason.settledBy().isEmpty()) {
                all.put(key("by-", reason.name()), reason.settledBy());
            }
        }
        for (ExplainWord word : ExplainWord.values()) {
            all.put(word.key(), word.english());
        }
        for (LifeWord word : LifeWord.values()) {
            all.put(word.key(), word.english());
        }
        for (HouseWord word : HouseWord.values()) {
            all.put(word.key(), word.english());
        }
        saidInEnglish().forEach((key, text) -> all.put(TOLD + key, text));
        DecisionWords.OF_PEOPLE.forEach((code, words) -> all.put(key("why-", code.isEmpty() ? "NONE" : code), words));
        return all;
    }

    private static Map<String, String> saidInEnglish() {
        Map<String, String> all = new LinkedHashMap<>();
        SAID.stream().flatMap(Stream::of).forEach(word -> {
            if (all.put(word.key(), word.english()) != null) {
                throw new IllegalStateException(word.key() + ": is the key of two words");
            }
        });
        return all;
    }

    private static String key(String kind, String name) {
        return kind + name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    public Locale language() {
        return language;
    }

    String of(WorklistWord word) {
        return texts.get(word.key());
    }

    /** The text with names filled in: name, value, name, value. */
    String of(WorklistWord word, String... namesAndValues) {
        String text = of(word);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            text = text.replace("{" + namesAndValues[i] + "}", namesAndValues[i + 1]);
        }
        return text;
    }

    /** A text for one, else one with {@code {count}}. */
    String counted(int count) {
        return count == 0 ? of(WorklistWord.NOTHING_WAITS) : count == 1 ? of(WorklistWord.ONE_WAITS)
                : of(WorklistWord.MANY_WAIT, "count", Integer.toString(count));
    }

    public String title(WorklistColumn column) {
        return texts.get(key("column-", column.name()));
    }

    public String words(Choice choice) {
        return texts.get(key("choice-", choice.name()));
    }

    /** Why a payment waits. */
    String why(WorklistLine line) {
        return why(line.reason());
    }

    /** The reason of a decision; one that has no text as it is. */
    public String why(String reason) {
        String own = texts.get(key("why-", reason.isEmpty() ? "NONE" : reason));
        return own == null ? new DecisionWords(reason).why() : own;
    }

    /** What would settle it. */
    String settledBy(WorklistLine line) {
        return settledBy(line.reason(), !line.customer().isEmpty());
    }

    /** What would settle what waits for this reason. @param hasCustomer whether it is known whose it is */
    public String settledBy(String reason, boolean hasCustomer) {
        String own = texts.get(key("by-", reason));
        return own != null ? own : of(hasCustomer ? WorklistWord.SETTLED_BY_APPLYING : WorklistWord.SETTLED_BY_OWNER);
    }

    /** The text with {@code {0}}, {@code {1}}, ... filled in. */
    public String of(ExplainWord word, Object... values) {
        return WordTexts.filled(texts.get(word.key()), Stream.of(values).map(Object::toString).toList());
    }

    /** The text with {@code {0}}, {@code {1}}, ... filled in. */
    public String of(LifeWord word, Object... values) {
        return WordTexts.filled(texts.get(word.key()), Stream.of(values).map(Object::toString).toList());
    }

    /** The text with {@code {0}}, {@code {1}}, ... filled in. */
    public String of(HouseWord word, Object... values) {
        return WordTexts.filled(texts.get(word.key()), Stream.of(values).map(Object::toString).toList());
    }

    /** What is called so in rows: {@code PARTLY_KEPT} of {@code PROMISE}; what is not known here as it is. */
    public String called(String kind, String code) {
        String own = texts.get(key("explain-", kind + "_" + code));
        return own == null ? code.toLowerCase(Locale.ROOT).replace('_', ' ') : own;
    }

    /** {@code by: anna}. */
    public String by(String actor) {
        return of(ExplainWord.BY, actor(actor));
    }

    /** {@code label: text}, or nothing when there is no text; what a rule has said for a reason is told in this language. */
    public String line(ExplainWord label, String text) {
        return text == null || text.isBlank() ? "" : of(label, said.toldOrWritten(text.strip()));
    }

    /** The same. */
    public String line(LifeWord label, String text) {
        return text == null || text.isBlank() ? "" : of(label, said.toldOrWritten(text.strip()));
    }

    /** Who did it: a part of the hub in words, a person by his name. */
    public String actor(String name) {
        String own = texts.get(key("explain-actor-", name));
        return own == null ? name : own;
    }

    /** The amount with its currency before it. */
    public String money(Money amount) {
        return amount.currency() + " " + number(amount);
    }

    public String money(String currency, BigDecimal amount) {
        return money(Money.of(Currency.getInstance(currency), amount));
    }

    /** What the books keep of what was said; what a person has written himself as it is. */
    public String told(String stored) {
        return said.told(stored);
    }

    /** What stands where either a rule has said it or a person. */
    public String toldOrWritten(String text) {
        return said.toldOrWritten(text.strip());
    }

    public String told(Words words) {
        return said.told(words);
    }

    public String told(Word word) {
        return texts.get(TOLD + word.key());
    }

    /** A proposal, with what speaks for it or against it. */
    public String told(Alternative proposal) {
        return proposal.told(said);
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    /** The amount as this language writes it, without its currency. */
    String number(Money amount) {
        return amount.written(of(WorklistWord.FORMAT_DECIMAL), of(WorklistWord.FORMAT_GROUPING));
    }
}
