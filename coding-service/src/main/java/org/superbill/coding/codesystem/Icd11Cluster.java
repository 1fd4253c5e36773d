package org.superbill.coding.codesystem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A cluster of ICD-11 codes: stem codes joined by {@code /}, each with the extension codes that say more of it, joined by {@code &}. A stem code alone is a cluster too.
 * Source: WHO, ICD-11 Reference Guide, 2.9 (postcoordination and cluster coding). Whether the codes exist is not looked at here.
 *
 * @param groups in the order written
 */
public record Icd11Cluster(List<Group> groups) {
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}(?:\\.?[0-9A-Z]{1,2})?");
    private static final String EXTENSION = "X";

    public Icd11Cluster {
        groups = List.copyOf(groups);
    }

    /** A stem code and the extension codes joined to it, as they are written. */
    public record Group(String stem, List<String> extensions) {
        public Group {
            extensions = List.copyOf(extensions);
        }
    }

    /**
     * What does not follow the syntax.
     *
     * @param place which code of the cluster, counted from 0
     * @param rule what it breaks: {@code code-form}, {@code stem-expected}, {@code extension-expected}
     */
    public record Fault(int place, String rule) {}

    /** A text read as a cluster; the cluster is what could be read when there are faults. */
    public record Reading(Icd11Cluster cluster, List<Fault> faults) {
        public Reading {
            faults = List.copyOf(faults);
        }
    }

    /** Whether a code, in either form, is an extension code, which cannot stand alone. */
    public static boolean isExtension(String code) {
        return code.toUpperCase(Locale.ROOT).startsWith(EXTENSION);
    }

    public static Reading parse(String text) {
        var groups = new ArrayList<Group>();
        var faults = new ArrayList<Fault>();
        var place = 0;
        for (var part : text.strip().toUpperCase(Locale.ROOT).split("/", -1)) {
            var codes = part.split("&", -1);
            var extensions = new ArrayList<String>();
            for (var i = 0; i < codes.length; i++, place++) {
                var code = codes[i].strip();
                if (!CODE.matcher(code).matches()) {
                    faults.add(new Fault(place, "code-form"));
                } else if (i == 0 && isExtension(code)) {
                    faults.add(new Fault(place, "stem-expected"));
                } else if (i > 0 && !isExtension(code)) {
                    faults.add(new Fault(place, "extension-expected"));
                }
                if (i > 0) {
                    extensions.add(code);
                }
            }
            groups.add(new Group(codes[0].strip(), extensions));
        }
        return new Reading(new Icd11Cluster(groups), faults);
    }

    /** As it is written. */
    public String text() {
        return groups.stream()
                .map(group -> group.extensions().isEmpty()
                        ? group.stem()
                        : group.stem() + "&" + String.join("&", group.extensions()))
                .collect(Collectors.joining("/"));
    }
}
