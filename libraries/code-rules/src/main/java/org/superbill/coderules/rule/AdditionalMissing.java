package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A code whose note asks for an additional code that is not there. Source: guideline I.A.13 and I.B.7; the note itself. */
final class AdditionalMissing implements CodeRule {
    private static final Rule RULE = new Rule(
            "use-additional-missing",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.A.13 and I.B.7 (use additional code)",
            "The additional code that a code asks for is there",
            "Add the code that the note asks for, when the record supports one.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            for (var note : UseAdditional.asked(set, diagnosis)) {
                if (!set.hasNamedBy(note.note())) {
                    found.accept(RULE.sourced(
                            List.of(diagnosis.pointer()),
                            "%s asks for an additional %s"
                                    .formatted(diagnosis.written(), note.note().sentence()),
                            RULE.fix(),
                            note.source(),
                            diagnosis.written()));
                }
            }
        }
    }
}
