package org.saldo.intake;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shape of a file that a mapping describes: each field is brought into the form of the hub's own CSV. */
final class MappedColumns implements RowShape {

    private static final Set<String> DAYS = Set.of("issue_date", "due_date", "discount_until", "booking_date",
            "value_date", "maturity_date", "payment_date", "as_of");
    private static final Set<String> NUMBERS = Set.of("amount", "retention_amount", "open_amount", "discount_percent",
            "deduction_amount", "balance", "credit_limit", "original_amount", "exchange_rate");

    private final Mapping mapping;
    private final Map<String, Integer> header = new HashMap<>();

    MappedColumns(Mapping mapping, String file, long headerLine, String[] names) {
        this.mapping = mapping;
        for (int i = 0; i < names.length; i++) {
            header.putIfAbsent(folded(names[i]), i);
        }
        mapping.columns().forEach((column, source) -> {
            boolean found = source.anyOf().isEmpty() || (source.amounts() == ColumnSource.Amounts.AS_WRITTEN
                    ? source.anyOf().stream().anyMatch(this::stands) : source.anyOf().stream().allMatch(this::stands));
            if (!found && mapping.kind().mustSay().contains(column)) {
                throw new FileRefused(new Rejection(file, headerLine, "header", "column " + column + " is missing: none of "
                        + String.join(", ", source.anyOf()) + " stands there",
                        "add the file's name for it to mapping " + mapping.id()));
            }
        });
    }

    private boolean stands(String name) {
        return header.containsKey(folded(name));
    }

    private static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean takes(String[] fields) {
        return mapping.only().entrySet().stream().allMatch(rule -> rule.getValue().contains(text(fields, rule.getKey())))
                && mapping.except().entrySet().stream()
                        .noneMatch(rule -> rule.getValue().contains(text(fields, rule.getKey())));
    }

    @Override
    public Cells cells(String[] fields) {
        String[] values = new String[mapping.kind().columns().size()];
        mapping.columns().forEach((column, source) ->
                values[mapping.kind().position(column)] = value(column, source, fields));
        return new Cells(mapping.kind(), values);
    }

    private String value(String column, ColumnSource source, String[] fields) {
        if (source.anyOf().isEmpty()) {
            return source.constant();
        }
        if (source.amounts() == ColumnSource.Amounts.DEBIT_AND_CREDIT) {
            return debitAndCredit(column, source, fields);
        }
        if (source.amounts() == ColumnSource.Amounts.INDICATOR) {
            return indicated(column, source, fields);
        }
        String text = source.together() ? joined(source, fields) : first(source, fields);
        if (text.isEmpty()) {
            return source.constant();
        }
        if (DAYS.contains(column)) {
            return day(column, text);
        }
        if (NUMBERS.contains(column)) {
            String number = mapping.numbers().plain(column, text);
            return source.amounts() == ColumnSource.Amounts.INVERTED ? negated(number) : number;
        }
        return meaning(column, source, text);
    }

    private static String meaning(String column, ColumnSource source, String text) {
        String meaning = source.values().isEmpty() ? text : source.values().get(text);
        if (meaning == null) {
            throw new BadField(column, BadField.shown(text) + " is not among the values that the mapping knows",
                    "write one of " + String.join(", ", source.values().keySet().stream().sorted().toList())
                            + ", or add it to the mapping");
        }
        return meaning;
    }

    private String debitAndCredit(String column, ColumnSource source, String[] fields) {
        String debit = text(fields, source.anyOf().get(0));
        String credit = text(fields, source.anyOf().get(1));
        String out = debit.isEmpty() ? "" : mapping.numbers().plain(column, debit);
        String in = credit.isEmpty() ? "" : mapping.numbers().plain(column, credit);
        boolean outIsZero = out.isEmpty() || out.matches("[-0.]*");
        boolean inIsZero = in.isEmpty() || in.matches("[-0.]*");
        if (!outIsZero && !inIsZero) {
            throw new BadField(column, "both " + source.anyOf().get(0) + " and " + source.anyOf().get(1)
                    + " are filled in", "leave one of them empty");
        }
        return outIsZero ? in : negated(out.startsWith("-") ? out.substring(1) : out);
    }

    private String indicated(String column, ColumnSource source, String[] fields) {
        String number = mapping.numbers().plain(column, text(fields, source.anyOf().get(0)));
        String sign = meaning(column, source, text(fields, source.anyOf().get(1)));
        return sign.equals("-") ? negated(number) : number;
    }

    private static String negated(String number) {
        return number.startsWith("-") ? number.substring(1) : "-" + number;
    }

    private String joined(ColumnSource source, String[] fields) {
        StringBuilder joined = new StringBuilder();
        for (String name : source.anyOf()) {
            String part = text(fields, name);
            joined.append(joined.isEmpty() || part.isEmpty() ? "" : source.separator()).append(part);
        }
        return joined.toString();
    }

    private String first(ColumnSource source, String[] fields) {
        return source.anyOf().stream().filter(this::stands).findFirst().map(name -> text(fields, name)).orElse("");
    }

    /** The field without outer blanks; line breaks and tabs inside are blanks. */
    private String text(String[] fields, String name) {
        Integer position = header.get(folded(name));
        if (position == null || position >= fields.length) {
            return "";
        }
        return fields[position].replace('\t', ' ').replace('\n', ' ').replace('\r', ' ').replace('\u00a0', ' ').strip();
    }

    private String day(String column, String text) {
        for (DatePattern pattern : mapping.dates()) {
            Optional<LocalDate> day = pattern.read(text);
            if (day.isPresent()) {
                return day.get().toString();
            }
        }
        throw new BadField(column, BadField.shown(text) + " is no date", "write a day that exists as "
                + String.join(" or ", mapping.dates().stream().map(DatePattern::pattern).toList()) + ", as the mapping says");
    }
}
