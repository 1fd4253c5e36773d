package org.superbill.coding.cac;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;

/** Cancers that are gone. Source: ICD-10-CM Official Guidelines I.C.2.m. */
final class Cancers {
    /** Tamoxifen or an aromatase inhibitor is taken against it: treatment is still directed to the site. */
    private static final String ADJUVANT = "Z7981";

    private Cancers() {}

    static boolean isOne(String target) {
        return target.startsWith("C") || target.compareTo("D37") >= 0 && target.compareTo("D5") < 0;
    }

    /**
     * "Prostate cancer, prostatectomy in 2018, no evidence of disease": said of the nearest, unless treatment is directed to it.
     *
     * @param from where the sentence says that none is there
     */
    static void cured(Reading reading, List<Dictionary.Match> matches, int from, IntConsumer words) {
        if (matches.stream().anyMatch(match -> match.term().target().startsWith(ADJUVANT))) {
            return;
        }
        var before = matches.stream()
                .filter(match -> isOne(match.term().target()) && match.last() < from)
                .toList();
        var nearest = before.stream().max(Comparator.comparingInt(Dictionary.Match::last));
        if (nearest.isEmpty() || isParted(reading, nearest.get().last(), from)) {
            return;
        }
        var one = nearest.get();
        var others = before.stream()
                .filter(match -> !isSame(match, one))
                .mapToInt(Dictionary.Match::last)
                .max();
        if (RemovedPrimaries.isUnderTreatment(
                said(reading, others.isEmpty() ? 0 : behindComma(reading, others.getAsInt(), one.first())))) {
            return;
        }
        before.stream()
                .filter(match -> isSame(match, one) && !isParted(reading, match.last(), from))
                .forEach(match -> Arrays.stream(match.positions()).forEach(words));
    }

    /** Another name of it in the same sentence. */
    private static boolean isSame(Dictionary.Match match, Dictionary.Match other) {
        return category(match).equals(category(other));
    }

    private static String category(Dictionary.Match match) {
        return match.term().target().substring(0, 3);
    }

    /** Where what is said of the next cancer begins. */
    private static int behindComma(Reading reading, int from, int to) {
        for (var at = from; at < to; at++) {
            if (reading.get(at).plain().equals(",") || reading.get(at).plain().equals("and")) {
                return at;
            }
        }
        return to;
    }

    private static String said(Reading reading, int from) {
        return reading.items().stream().skip(from).map(Reading.Item::plain).collect(Collectors.joining(" "));
    }

    private static boolean isParted(Reading reading, int from, int to) {
        for (var at = from; at < to; at++) {
            if (reading.get(at).plain().equals(";")) {
                return true;
            }
        }
        return false;
    }
}
