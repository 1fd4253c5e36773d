package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An external cause of another episode of care than every injury in the set. Source: guideline I.C.20.a.2. */
final class CauseEpisode implements CodeRule {
    private static final Rule RULE = new Rule(
            "cause-episode",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.20.a.2 (external cause code used for length of treatment)",
            "The 7th character of an external cause matches that of the injury",
            "Give the external cause the 7th character of the encounter: A, D or S, as the injury has.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var cause : set.diagnoses()) {
            if (Episodes.isCauseByEpisode(cause.code())) {
                check(set, cause, found);
            }
        }
    }

    private static void check(KnownSet set, KnownDiagnosis cause, Consumer<Finding> found) {
        KnownDiagnosis injury = null;
        for (var diagnosis : set.diagnoses()) {
            if (Episodes.isByEpisode(diagnosis.code())) {
                if (Episodes.of(diagnosis.code()) == Episodes.of(cause.code())) {
                    return;
                }
                injury = injury == null ? diagnosis : injury;
            }
        }
        if (injury != null) {
            found.accept(RULE.finding(
                    List.of(cause.pointer(), injury.pointer()),
                    "%s is of another encounter than %s by its 7th character"
                            .formatted(cause.written(), injury.written()),
                    RULE.fix(),
                    cause.written(),
                    injury.written()));
        }
    }
}
