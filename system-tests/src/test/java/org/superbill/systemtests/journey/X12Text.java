package org.superbill.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** X12 as text for comparison: deliberately not our own reader, which would forgive our own writer. */
final class X12Text {
    /** Control numbers and dates, which differ from file to file, and the claim's own number: segment to element positions. */
    private static final Map<String, Set<Integer>> OF_THIS_FILE = Map.of(
            "ISA", Set.of(9, 10, 13),
            "GS", Set.of(4, 5, 6),
            "BHT", Set.of(3, 4, 5),
            "CLM", Set.of(1));

    private X12Text() {}

    static List<List<String>> segments(String x12) {
        var segments = new ArrayList<List<String>>();
        for (var segment : x12.strip().split("~")) {
            segments.add(Arrays.asList(segment.strip().split("\\*", -1)));
        }
        return segments;
    }

    /**
     * Without what is of this file only and without line control numbers, which SE01 then does not count; numbers by value. A control
     * number at the end of an envelope must be that at its beginning; of ST02, which its sender chooses, the form is left: one
     * {@code #} a digit.
     */
    static List<String> comparable(String x12) {
        var lineControlNumbers = 0;
        var comparable = new ArrayList<String>();
        var ends = new HashMap<String, String>();
        for (var segment : segments(x12)) {
            if (segment.get(0).equals("REF") && segment.get(1).equals("6R")) {
                lineControlNumbers++;
                continue;
            }
            var elements = new ArrayList<>(segment);
            switch (elements.get(0)) {
                case "ISA" -> ends.put("IEA", elements.get(13));
                case "GS" -> ends.put("GE", elements.get(6));
                case "ST" -> {
                    ends.put("SE", elements.get(2));
                    elements.set(2, elements.get(2).replaceAll("[0-9]", "#"));
                }
                case "SE", "GE", "IEA" -> {
                    assertThat(elements.get(2)).as(String.join("*", elements)).isEqualTo(ends.get(elements.get(0)));
                    elements.set(2, "");
                    if (elements.get(0).equals("SE")) {
                        elements.set(1, String.valueOf(Integer.parseInt(elements.get(1)) - lineControlNumbers));
                    }
                }
                case "CLM" -> elements.set(2, number(elements.get(2)));
                case "SV1" -> {
                    elements.set(2, number(elements.get(2)));
                    elements.set(4, number(elements.get(4)));
                }
                default -> {}
            }
            for (var position : OF_THIS_FILE.getOrDefault(elements.get(0), Set.of())) {
                elements.set(position, "");
            }
            comparable.add(String.join("*", elements));
        }
        return comparable;
    }

    private static String number(String text) {
        return new BigDecimal(text).stripTrailingZeros().toPlainString();
    }
}
