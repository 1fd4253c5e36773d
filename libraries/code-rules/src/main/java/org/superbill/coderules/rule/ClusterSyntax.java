package org.superbill.coderules.rule;

import java.util.function.Consumer;
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
            for (var code : cluster.codes()) {
                var fault = code.fault();
                if (fault != null) {
                    found.accept(RULE.finding(cluster.pointer(), fault, cluster.text()));
                }
            }
        }
    }
}
