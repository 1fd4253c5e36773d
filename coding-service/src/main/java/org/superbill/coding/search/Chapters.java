package org.superbill.coding.search;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * The coarsest division of a code system: of ICD-10-CM its chapters 1 to 22 (Tabular List, table of contents), of the others what the first character says, which is
 * the section in ICD-10-PCS, the letter in HCPCS Level II and the chapter in ICD-11.
 */
final class Chapters {
    /** The first category of each chapter. */
    private static final TreeMap<String, String> ICD_10_CM = new TreeMap<>(Map.ofEntries(
            Map.entry("A00", "01"),
            Map.entry("C00", "02"),
            Map.entry("D50", "03"),
            Map.entry("E00", "04"),
            Map.entry("F00", "05"),
            Map.entry("G00", "06"),
            Map.entry("H00", "07"),
            Map.entry("H60", "08"),
            Map.entry("I00", "09"),
            Map.entry("J00", "10"),
            Map.entry("K00", "11"),
            Map.entry("L00", "12"),
            Map.entry("M00", "13"),
            Map.entry("N00", "14"),
            Map.entry("O00", "15"),
            Map.entry("P00", "16"),
            Map.entry("Q00", "17"),
            Map.entry("R00", "18"),
            Map.entry("S00", "19"),
            Map.entry("U00", "22"),
            Map.entry("V00", "20"),
            Map.entry("Z00", "21")));

    private static final int CATEGORY = 3;
    private static final Pattern OF_ANY_SYSTEM = Pattern.compile("[0-9A-Z]");

    private Chapters() {}

    /** As {@link #of} names them, however they are written: {@code 6} is chapter 06 of ICD-10-CM and section 6 of ICD-10-PCS; empty for what is none of any system. */
    static Set<String> written(String chapter) {
        var named = chapter.toUpperCase(Locale.ROOT);
        return Stream.of(named, "0" + named)
                .filter(name -> OF_ANY_SYSTEM.matcher(name).matches() || ICD_10_CM.containsValue(name))
                .collect(Collectors.toSet());
    }

    /** @param code stored form; @return two digits for ICD-10-CM, one character for others, empty when there is none */
    static String of(CodeSystem system, String code) {
        if (system != CodeSystem.ICD_10_CM) {
            return code.length() < CATEGORY || code.startsWith("CHAPTER") || code.startsWith("BLOCK")
                    ? ""
                    : code.substring(0, 1);
        }
        var chapter = ICD_10_CM.floorEntry(code.substring(0, Math.min(CATEGORY, code.length())));
        return chapter == null ? "" : chapter.getValue();
    }
}
