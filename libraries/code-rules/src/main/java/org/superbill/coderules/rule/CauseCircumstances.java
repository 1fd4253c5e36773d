package org.superbill.coderules.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * Where, at what and as whom somebody was hurt is said once, at the initial encounter. A patient who is hurt again in the hospital has another place. Source: guidelines I.C.20.b,
 * I.C.20.c, I.C.20.d and I.C.20.k.
 */
final class CauseCircumstances implements CodeRule {
    private static final Rule RULE = new Rule(
            "cause-circumstances",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.C.20.b, I.C.20.c, I.C.20.d and I.C.20.k (place, activity and status)",
            "Place of occurrence, activity and external cause status are coded once, at the initial encounter",
            "Leave it out, unless a new injury has occurred.");

    private static final Map<String, String> KINDS =
            Map.of("Y92", "place of occurrence", "Y93", "activity", "Y99", "external cause status");

    private static final int LENGTH = 7;
    /** Chapters 19 and 20. */
    private static final String INJURIES_AND_CAUSES = "STVWXY";
    /** 7th characters of active treatment. */
    private static final String INITIAL = "ABC";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var kind : KINDS.entrySet()) {
            var coded = set.diagnoses().stream()
                    .filter(diagnosis -> diagnosis.code().startsWith(kind.getKey()))
                    .toList();
            if (coded.size() > 1) {
                found.accept(RULE.finding(
                        List.of(coded.get(1).pointer(), coded.get(0).pointer()),
                        "%s is a second %s beside %s"
                                .formatted(
                                        coded.get(1).written(),
                                        kind.getValue(),
                                        coded.get(0).written()),
                        RULE.fix(),
                        coded.get(1).written(),
                        coded.get(0).written()));
            } else if (coded.size() == 1 && isLater(set)) {
                found.accept(RULE.finding(
                        coded.get(0).pointer(),
                        "%s is a %s, which the initial encounter has, and this is a later one"
                                .formatted(coded.get(0).written(), kind.getValue()),
                        coded.get(0).written()));
            }
        }
    }

    /** There are injuries or causes by encounter, and none is of the initial one. */
    private static boolean isLater(KnownSet set) {
        var encounters = set.diagnoses().stream()
                .map(KnownDiagnosis::code)
                .filter(code -> code.length() == LENGTH && INJURIES_AND_CAUSES.indexOf(code.charAt(0)) >= 0)
                .map(code -> code.charAt(LENGTH - 1))
                .toList();
        return !encounters.isEmpty() && encounters.stream().noneMatch(last -> INITIAL.indexOf(last) >= 0);
    }
}
