package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** An ICD-11 cluster that is not built as clusters are. Source: ICD-11 Reference Guide, postcoordination and cluster coding. */
final class ClusterSyntax implements CodeRule {
    private static final Rule RULE = new Rule(
            "icd-11-cluster",
            Severity.ERROR,
            "ICD-11 Reference Guide, section 2.8 (postcoordination and clustering)",
            "An ICD-11 cluster is stem codes parted by / and each followed by its extension codes after &",
            "Begin with a stem code; put an extension code (X…) after &, a stem code after /.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var cluster : Clusters.of(set)) {
            for (var part : cluster.parts()) {
                var fault = fault(part);
                if (fault != null) {
                    found.accept(RULE.finding(cluster.pointer(), fault, cluster.text()));
                }
            }
        }
    }

    private static @Nullable String fault(Clusters.Part part) {
        if (!part.hasForm()) {
            return part.code().isEmpty()
                    ? "A code is missing before or after & or /"
                    : "%s does not have the form of an ICD-11 code".formatted(part.code());
        }
        if (part.joinedBy() == '&' && !part.isExtension()) {
            return "& is followed by an extension code, %s is a stem code".formatted(part.code());
        }
        return part.joinedBy() != '&' && part.isExtension()
                ? "%s is an extension code and follows a stem code after &".formatted(part.code())
                : null;
    }
}
