package org.superbill.coding.codesystem;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The first two characters of a code of ICD-10-PCS. The order file has a header for the first three, whose text is "body system, root operation", outside of the
 * Medical and Surgical section with the section's name before it. Source: CMS, ICD-10-PCS Reference Manual (the names of the sections).
 */
final class PcsAxes {
    private static final Map<String, String> SECTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry("0", "Medical and Surgical"),
            Map.entry("1", "Obstetrics"),
            Map.entry("2", "Placement"),
            Map.entry("3", "Administration"),
            Map.entry("4", "Measurement and Monitoring"),
            Map.entry("5", "Extracorporeal or Systemic Assistance and Performance"),
            Map.entry("6", "Extracorporeal or Systemic Therapies"),
            Map.entry("7", "Osteopathic"),
            Map.entry("8", "Other Procedures"),
            Map.entry("9", "Chiropractic"),
            Map.entry("B", "Imaging"),
            Map.entry("C", "Nuclear Medicine"),
            Map.entry("D", "Radiation Therapy"),
            Map.entry("F", "Physical Rehabilitation and Diagnostic Audiology"),
            Map.entry("G", "Mental Health"),
            Map.entry("H", "Substance Abuse Treatment"),
            Map.entry("X", "New Technology")));

    private PcsAxes() {}

    /** The names of the sections by their character. */
    static Map<String, String> sections() {
        return SECTIONS;
    }

    /**
     * What the headers of one body system have in common before the root operation.
     *
     * @param headers their texts, at least one
     */
    static String bodySystem(String section, List<String> headers) {
        var common = headers.get(0);
        for (var header : headers) {
            while (!header.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        var end = headers.stream().distinct().count() > 1 ? lastPart(common) : lastPart(headers.get(0));
        var name = end < 0 ? common : common.substring(0, end);
        return Optional.ofNullable(SECTIONS.get(section))
                .map(title -> title + ", ")
                .filter(name::startsWith)
                .map(prefix -> name.substring(prefix.length()))
                .orElse(name);
    }

    private static int lastPart(String text) {
        return text.lastIndexOf(", ");
    }
}
