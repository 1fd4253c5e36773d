package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A manifestation as principal or first-listed diagnosis. Source: guideline I.A.13; Medicare Code Editor. */
final class ManifestationFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "manifestation-first",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.13 (etiology and manifestation)",
            "A manifestation is never the first diagnosis",
            "Put the underlying disease first.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.first();
        var source = first == null ? null : Manifestations.source(set, first);
        if (first != null && source != null) {
            found.accept(RULE.sourced(
                    List.of(first.pointer()),
                    "%s is a manifestation and cannot be the first diagnosis".formatted(first.written()),
                    RULE.fix(),
                    RULE.source() + "; " + source,
                    first.written()));
        }
    }
}
