package org.superbill.coding.cac;

import java.util.Map;
import java.util.Set;

/** The words for what a growth is, and which column of the Neoplasm Table they mean. */
final class NeoplasmHeads {
    static final int PRIMARY = 1;
    static final int SECONDARY = 2;
    static final int IN_SITU = 3;
    static final int BENIGN = 4;
    static final int UNSPECIFIED = 6;

    private static final Map<String, Integer> HEADS = Map.ofEntries(
            Map.entry("cancer", PRIMARY),
            Map.entry("ca", PRIMARY),
            Map.entry("carcinoma", PRIMARY),
            Map.entry("adenocarcinoma", PRIMARY),
            Map.entry("adenoma", BENIGN),
            Map.entry("malignant", PRIMARY),
            Map.entry("metastasis", SECONDARY),
            Map.entry("tumor", UNSPECIFIED),
            Map.entry("neoplasm", UNSPECIFIED));

    private NeoplasmHeads() {}

    /** "Metastasis of a breast carcinoma": the site behind it is the primary's. */
    static boolean isOfPrimary(Reading reading, int head) {
        if (head + 1 >= reading.size()
                || !Set.of("of", "from").contains(reading.get(head + 1).plain())) {
            return false;
        }
        for (var i = head + 2; i <= Math.min(head + 6, reading.size() - 1); i++) {
            if (HEADS.getOrDefault(reading.get(i).word(), 0) == PRIMARY) {
                return true;
            }
            if (Set.of(",", ";", ".", "and").contains(reading.get(i).plain())) {
                return false;
            }
        }
        return false;
    }

    static boolean isBasalCell(Reading reading, int head) {
        return head > 1
                && reading.get(head).word().equals("carcinoma")
                && reading.get(head - 1).word().equals("cell")
                && reading.get(head - 2).word().equals("basal");
    }

    static boolean isNamed(Reading reading, int head) {
        var word = reading.get(head).word();
        return word.equals("carcinoma") || word.equals("adenocarcinoma") || word.equals("adenoma");
    }

    static int column(Reading reading, int head) {
        var item = reading.get(head);
        var column = HEADS.getOrDefault(item.word(), 0);
        if (column == 0) {
            return 0;
        }
        if (item.word().equals("malignant")) {
            var next = head + 1 < reading.size() ? reading.get(head + 1).word() : "";
            return next.equals("tumor") || next.equals("neoplasm")
                    ? PRIMARY
                    : item.plain().startsWith("malignanc") ? PRIMARY : 0;
        }
        var before = head > 0 ? reading.get(head - 1).word() : "";
        if (column == UNSPECIFIED) {
            if (before.equals("benign")) {
                return BENIGN;
            }
            return before.equals("malignant") || before.equals("stromal") || before.equals("carcinoid")
                    ? 0
                    : UNSPECIFIED;
        }
        if (before.equals("hepatocellular")) {
            return 0; // has a code of its own
        }
        if (column == PRIMARY
                && head + 2 < reading.size()
                && reading.get(head + 2).plain().equals("situ")) {
            return IN_SITU;
        }
        if (column == SECONDARY && isPrimaryThatSpread(reading, head)) {
            return 0;
        }
        return column;
    }

    /** "Metastatic breast cancer" is a cancer of the breast. */
    private static boolean isPrimaryThatSpread(Reading reading, int head) {
        if (!reading.get(head).plain().equals("metastatic")) {
            return false;
        }
        for (var i = head + 1; i <= Math.min(head + 4, reading.size() - 1); i++) {
            if (reading.get(i).plain().equals("to")) {
                return false;
            }
            if (HEADS.getOrDefault(reading.get(i).word(), 0) == PRIMARY) {
                return true;
            }
        }
        return false;
    }
}
