package org.superbill.coding.search;

import java.util.Arrays;

/** How many typing errors lie between two words: a letter too many, missing, wrong, or two in the wrong order (optimal string alignment). */
final class Typos {
    private Typos() {}

    /** @param most more than these are not counted: the answer is then {@code most + 1} */
    static int between(String a, String b, int most) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        Arrays.setAll(last, i -> i);
        for (var i = 1; i <= a.length(); i++) {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.length(); j++) {
                var wrong = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return most + 1;
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return Math.min(last[b.length()], most + 1);
    }
}
