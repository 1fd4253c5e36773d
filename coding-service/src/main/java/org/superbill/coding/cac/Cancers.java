package org.superbill.coding.cac;

import java.util.List;
import java.util.function.IntConsumer;

/** Cancers that are gone. Source: ICD-10-CM Official Guidelines I.C.2.m. */
final class Cancers {
    /** Tamoxifen or an aromatase inhibitor is taken against it: treatment is still directed to the site. */
    private static final String ADJUVANT = "Z7981";

    private Cancers() {}

    static boolean isOne(String target) {
        return target.startsWith("C") || target.compareTo("D37") >= 0 && target.compareTo("D5") < 0;
    }

    /**
     * "Prostate cancer, prostatectomy in 2018, no evidence of disease".
     *
     * @param from where the sentence says that none is there
     */
    static void cured(Reading reading, List<Dictionary.Match> matches, int from, IntConsumer words) {
        if (matches.stream().anyMatch(match -> match.term().target().startsWith(ADJUVANT))) {
            return;
        }
        for (var match : matches) {
            if (isOne(match.term().target()) && match.last() < from && !isParted(reading, match.last(), from)) {
                for (var position : match.positions()) {
                    words.accept(position);
                }
            }
        }
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
