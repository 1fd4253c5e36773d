package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A code of a cluster that ICD-11 does not have. Source: the ICD-11 MMS linearization that is loaded. */
final class UnknownIcd11 implements CodeRule {
    private static final Rule RULE = new Rule(
            "icd-11-unknown",
            Severity.ERROR,
            "ICD-11 MMS linearization",
            "Every code of an ICD-11 cluster is in the linearization",
            "Search for it in ICD-11 MMS and choose a code of the list.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        if (!set.facts().covers(Terminology.ICD_11, set.day())) {
            return; // loaded by who has the licence to
        }
        for (var cluster : Clusters.of(set)) {
            for (var part : cluster.codes()) {
                if (part.hasForm() && isUnknown(set, part.code())) {
                    found.accept(RULE.finding(
                            cluster.pointer(),
                            "The loaded ICD-11 MMS has no code %s".formatted(part.code()),
                            part.code()));
                }
            }
        }
    }

    private static boolean isUnknown(KnownSet set, String code) {
        return set.facts().find(Terminology.ICD_11, Terminology.ICD_11.stored(code), set.day()) == null;
    }
}
