package org.saldo.settings;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.saldo.dunning.answer.AnswerKind;
import org.saldo.dunning.answer.ReminderAnswerPolicy;

/** Reads {@code policies/reminder-answers.yaml}: what follows by itself of an answer to a reminder. */
public final class ReminderAnswersFile {

    private ReminderAnswersFile() {
    }

    /** @throws SettingsException with file and line, when a value is missing, wrong or unknown */
    public static ReminderAnswerPolicy read(Path file) {
        YamlSection root = YamlSection.read(file);
        YamlSection answers = root.section("answers");
        Map<AnswerKind, ReminderAnswerPolicy.Rule> rules = new EnumMap<>(AnswerKind.class);
        for (AnswerKind kind : AnswerKind.values()) {
            rules.put(kind, rule(answers, kind.word()));
        }
        answers.refuseUnknown();
        try {
            ReminderAnswerPolicy policy = new ReminderAnswerPolicy(rules, root.whole("unclear-business-days"),
                    root.whole("not-again-within-days"), root.whole("no-pause-after-broken"),
                    new ReminderAnswerPolicy.NamedDay(root.whole("promise-grace-business-days"),
                            root.whole("promise-within-days"), root.whole("away-within-days")),
                    root.whole("last-reminder-within-days"));
            root.refuseUnknown();
            return policy;
        } catch (IllegalArgumentException fault) {
            throw root.fault("answers", fault.getMessage());
        }
    }

    private static ReminderAnswerPolicy.Rule rule(YamlSection answers, String word) {
        YamlSection section = answers.section(word);
        try {
            ReminderAnswerPolicy.Rule rule = new ReminderAnswerPolicy.Rule(section.whole("pause-business-days"),
                    section.flag("task", true), section.flag("acknowledge", false));
            section.refuseUnknown();
            return rule;
        } catch (IllegalArgumentException fault) {
            throw answers.fault(word, fault.getMessage());
        }
    }
}
