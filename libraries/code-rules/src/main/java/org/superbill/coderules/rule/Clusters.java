package org.superbill.coderules.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Terminology;

/** The ICD-11 clusters of a set, taken apart. A code alone is a cluster of one. */
final class Clusters {
    /** The start, then & or /, each with what follows up to the next. */
    private static final Pattern PART = Pattern.compile("(^|[&/])([^&/]*)");
    /** Source: ICD-11 Reference Guide, section 2.7: four characters, the second a letter, then up to three after a dot; never I or O. */
    private static final Pattern FORM = Pattern.compile(
            "[0-9A-HJ-NP-Z][A-HJ-NP-Z][0-9][0-9A-HJ-NP-Z](\\.[0-9A-HJ-NP-Z]{1,3})?|X[0-9A-HJ-NP-Z]{3}(\\.?[0-9A-HJ-NP-Z]{1,3})?");

    private Clusters() {}

    /** One ICD-11 diagnosis of a set. */
    record Cluster(String pointer, String text, List<Part> parts) {}

    /**
     * One code of a cluster.
     *
     * @param joinedBy & or /, or a space for the first
     */
    record Part(char joinedBy, String code) {
        boolean hasForm() {
            return FORM.matcher(code).matches();
        }

        /** The extension codes are the codes of chapter X. */
        boolean isExtension() {
            return code.startsWith("X");
        }
    }

    static List<Cluster> of(KnownSet set) {
        var diagnoses = set.codes().diagnoses();
        var clusters = new ArrayList<Cluster>();
        for (var i = 0; i < diagnoses.size(); i++) {
            if (diagnoses.get(i).terminology() == Terminology.ICD_11) {
                var text = diagnoses.get(i).code();
                clusters.add(new Cluster("/diagnoses/" + i, text, parts(text)));
            }
        }
        return clusters;
    }

    private static List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.add(new Part(
                    matcher.group(1).isEmpty() ? ' ' : matcher.group(1).charAt(0),
                    matcher.group(2).strip()));
        }
        return parts;
    }
}
