package org.superbill.coderules.rule;

import java.util.ArrayList;
import java.util.List;
import org.superbill.coderules.ClusterCode;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Terminology;

/** The ICD-11 clusters of a set, taken apart. A code alone is a cluster of one. */
final class Clusters {
    private Clusters() {}

    /** One ICD-11 diagnosis of a set. */
    record Cluster(String pointer, String text, List<ClusterCode> codes) {}

    static List<Cluster> of(KnownSet set) {
        var diagnoses = set.codes().diagnoses();
        var clusters = new ArrayList<Cluster>();
        for (var i = 0; i < diagnoses.size(); i++) {
            if (diagnoses.get(i).terminology() == Terminology.ICD_11) {
                var text = diagnoses.get(i).code();
                clusters.add(new Cluster("/diagnoses/" + i, text, ClusterCode.of(text)));
            }
        }
        return clusters;
    }
}
