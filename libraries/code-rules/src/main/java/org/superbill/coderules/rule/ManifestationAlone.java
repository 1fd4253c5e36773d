package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A manifestation without the underlying disease that its code-first note names. Source: guideline I.A.13. */
final class ManifestationAlone implements CodeRule {
    private static final Rule RULE = new Rule(
            "manifestation-alone",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.13 (etiology and manifestation)",
            "A manifestation stands beside its underlying disease",
            "Code the underlying disease before it.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            if (Manifestations.source(set, diagnosis) != null) {
                check(set, diagnosis, found);
            }
        }
    }

    /** A note that says "such as" leaves other diseases open, so this is a warning. */
    private static void check(KnownSet set, KnownDiagnosis manifestation, Consumer<Finding> found) {
        var notes = CodeFirst.notes(set, manifestation);
        if (notes.isEmpty() || notes.stream().anyMatch(note -> set.hasNamedBy(note.note()))) {
            return;
        }
        found.accept(RULE.sourced(
                List.of(manifestation.pointer()),
                "%s is a manifestation; none of the diseases that its note names is coded"
                        .formatted(manifestation.written()),
                RULE.fix(),
                notes.get(0).source() + "; guideline I.A.13",
                manifestation.written()));
    }
}
