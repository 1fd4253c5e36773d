package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Stream;
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
    public Stream<Finding> check(KnownSet set) {
        return set.first()
                .flatMap(diagnosis -> Manifestations.source(set, diagnosis)
                        .map(source -> RULE.sourced(
                                List.of(diagnosis.pointer()),
                                "%s is a manifestation and cannot be the first diagnosis"
                                        .formatted(diagnosis.written()),
                                RULE.fix(),
                                RULE.source() + "; " + source,
                                diagnosis.written()))
                        .stream());
    }
}
