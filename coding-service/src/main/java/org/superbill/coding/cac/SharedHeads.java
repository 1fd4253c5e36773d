package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** "Pleural and pericardial effusions", "hepatic and renal failure", "thrombosis of the popliteal and posterior tibial veins": the last word is of both. */
final class SharedHeads {
    private static final int FAR_BEFORE = 5;

    /** Words between the "and" and the one that is shared. */
    private static final int MOST_MODIFIERS = 2;

    /** Less than any word is worth that is a term by itself: where the first of the two is, it does not go with the other's word. */
    private static final double VALUE = 0.9;

    private static final double MORE = 0.01;

    private SharedHeads() {}

    /** @param found what the sentence names otherwise: the second of the two must be among it, with the shared word beside it */
    static List<Dictionary.Match> of(Dictionary dictionary, Reading reading, List<Dictionary.Match> found) {
        var shared = new ArrayList<Dictionary.Match>();
        for (var and = 1; and < reading.size() - MOST_MODIFIERS; and++) {
            if (reading.get(and).plain().equals("and")) {
                for (var head = and + 2; head <= Math.min(and + 1 + MOST_MODIFIERS, reading.size() - 1); head++) {
                    if (isNamed(found, and + 1, head)) {
                        add(shared, dictionary, reading, head, and - 1);
                        if (and > 2 && reading.get(and - 2).plain().equals(",")) {
                            add(shared, dictionary, reading, head, and - 3);
                        }
                    }
                }
            }
        }
        return shared;
    }

    private static boolean isNamed(List<Dictionary.Match> found, int second, int head) {
        return found.stream()
                .anyMatch(match -> match.cost() < 1
                        && Arrays.binarySearch(match.positions(), second) >= 0
                        && Arrays.binarySearch(match.positions(), head) >= 0);
    }

    private static void add(
            List<Dictionary.Match> shared, Dictionary dictionary, Reading reading, int head, int first) {
        var items = new ArrayList<>(reading.items().subList(Math.max(0, first - FAR_BEFORE), first + 1));
        items.add(reading.get(head));
        var last = items.size() - 1;
        for (var match : dictionary.candidates(new Reading(items))) {
            if (match.cost() < 1
                    && Arrays.binarySearch(match.positions(), last) >= 0
                    && Arrays.binarySearch(match.positions(), last - 1) >= 0) {
                shared.add(new Dictionary.Match(
                        match.term(), new int[] {first}, match.cost(), VALUE + MORE * match.positions().length));
            }
        }
    }
}
