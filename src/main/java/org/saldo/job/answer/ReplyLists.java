package org.saldo.job.answer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.saldo.delivery.StatementWord;
import org.saldo.intake.SafeName;
import org.saldo.ledger.Refused;
import org.saldo.statement.UnprovedException;
import org.saldo.statement.answer.AnswerPolicy;
import org.saldo.statement.answer.AnswerRules;
import org.saldo.statement.answer.ListFinding;
import org.saldo.statement.answer.Ruling;
import org.saldo.statement.answer.TaskReason;
import org.saldo.statement.bridge.Bridge;
import org.saldo.statement.bridge.BridgeKind;
import org.saldo.store.Batch;
import org.saldo.store.Contents;
import org.saldo.store.answer.AnswerTask;
import org.saldo.store.statement.StatementRow;

/**
 * Lists of their own that customers send with their answers. Each is put beside the statement that is answered, and only
 * beside that: whose account is looked at follows from the token, never from what the list says.
 */
public final class ReplyLists {

    private static final int FILES_MOST = 3;
    private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt", "xlsx", "xlsm", "xls", "pdf");
    private static final Set<TaskReason> NOT_BOUND = EnumSet.of(TaskReason.UNREADABLE, TaskReason.UNDELIVERED,
            TaskReason.MACHINE, TaskReason.WRONG_TOKEN, TaskReason.NO_TOKEN, TaskReason.SEVERAL_TOKENS, TaskReason.FORGED,
            TaskReason.UNVERIFIED, TaskReason.STRANGER, TaskReason.OTHER_BYTES);

    private final CompareJob compare;
    private final AnswerPolicy.Lists policy;

    public ReplyLists(CompareJob compare, AnswerPolicy.Lists policy) {
        this.compare = compare;
        this.policy = policy;
    }

    /** A file that came with an answer: the bridge that came of it, or why there is none. */
    record Result(String file, Optional<Comparison> comparison, String why) {

        /** In one line, for the task. */
        String words() {
            return comparison.map(each -> each.isEcho() ? "file " + file + " says what our statement says and names it: it may be"
                            + " that statement itself; look at what was written on it"
                            : "list " + file + " beside " + each.letter().about() + ": " + said(each))
                    .orElse("list " + file + " was not compared: " + why);
        }

        private static String said(Comparison comparison) {
            Bridge bridge = comparison.bridge();
            if (bridge.agrees()) {
                return "agrees line by line, " + bridge.ours();
            }
            List<String> steps = new ArrayList<>();
            for (BridgeKind kind : BridgeKind.values()) {
                int count = bridge.lines(kind).size();
                if (count > 0) {
                    steps.add(count + " " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + (bridge.steps().get(kind).isZero() ? "" : " " + bridge.steps().get(kind)));
                }
            }
            return "ours " + bridge.ours() + "; " + String.join(", ", steps) + "; theirs " + bridge.theirs()
                    + (bridge.reading().certain() ? "" : " (check the signs first)");
        }
    }

    /** Files that may be lists, each beside this statement; none where the policy compares none. */
    List<Result> compared(StatementRow statement, Map<String, byte[]> files) {
        if (policy == AnswerPolicy.Lists.OFF) {
            return List.of();
        }
        return files.entrySet().stream().filter(file -> isList(file.getKey(), file.getValue()))
                .filter(file -> !Contents.sha256(file.getValue()).equals(statement.pdfSha256())).limit(FILES_MOST)
                .map(file -> compared(statement, file.getKey(), file.getValue())).toList();
    }

    private Result compared(StatementRow statement, String file, byte[] bytes) {
        String name = SafeName.of(file);
        try {
            return new Result(name, Optional.of(compare.compare(statement.key().customer(), statement.key(), file, bytes,
                    statement.key().cutOff())), "");
        } catch (Refused | UnprovedException | ArithmeticException unreadable) {
            return new Result(name, Optional.empty(), unreadable.getMessage());
        }
    }

    private static boolean isList(String name, byte[] bytes) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String head = new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1);
        return ENDINGS.contains(ending) || head.equals("%PDF-");
    }

    /** What was read of an answer, after what its lists say. */
    static String before(List<Result> results, String words) {
        return Stream.concat(results.stream().map(Result::words), Stream.of(words)).collect(Collectors.joining("; "));
    }

    /** What becomes of an answer that brings these lists; as without them when none could be compared. */
    static Ruling ruling(Ruling ruling, List<Result> results) {
        List<Comparison> bridges = bridges(results);
        return bridges.isEmpty() ? ruling : AnswerRules.with(ruling, bridges.stream().allMatch(each -> each.bridge().agrees())
                ? ListFinding.AGREES : ListFinding.DIFFERS);
    }

    private static List<Comparison> bridges(List<Result> results) {
        return results.stream().flatMap(each -> each.comparison().stream()).filter(each -> !each.isEcho()).toList();
    }

    /** Tells finance of the bridges, which lie before the task, and the customer where it is told at once. */
    void tell(Batch batch, List<Result> results, String task) {
        for (Comparison bridge : bridges(results)) {
            switch (policy) {
                case OFF -> { }
                case FINANCE -> compare.toFinance(batch, bridge, words -> words.of(StatementWord.BRIDGE_CUSTOMER_NEVER));
                case WITH_TASK -> compare.toFinance(batch, bridge,
                        words -> words.of(StatementWord.BRIDGE_CUSTOMER_TASK, "task", task));
                case AT_ONCE -> compare.mail(batch, bridge);
            }
        }
    }

    /** The bridges that wait to go to the customer with this task. */
    List<Result> waiting(AnswerTask task, Map<String, byte[]> files) {
        return policy == AnswerPolicy.Lists.WITH_TASK && isBound(task)
                ? compared(task.statement().orElseThrow(), files) : List.of();
    }

    /** The bridges that lie before a task, as they are now. */
    List<Result> shown(AnswerTask task, Map<String, byte[]> files) {
        return isBound(task) ? compared(task.statement().orElseThrow(), files) : List.of();
    }

    /** Whether its sender is proved and belongs to the customer, and its token is that of a statement. */
    private static boolean isBound(AnswerTask task) {
        return task.statement().isPresent() && !NOT_BOUND.contains(task.reason());
    }

    /** Answers the customer with the bridges; what became of each. */
    String release(Batch batch, List<Result> results) {
        return bridges(results).stream().map(bridge -> "; " + bridge.letter().fileName() + ": "
                + compare.toCustomer(batch, bridge)).collect(Collectors.joining());
    }
}
