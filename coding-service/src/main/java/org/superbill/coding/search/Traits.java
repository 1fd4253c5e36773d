package org.superbill.coding.search;

import java.util.List;
import org.superbill.coding.codesystem.CodeSpan;
import org.superbill.coding.codesystem.CodeSystem;

/** What filters and ranking need of a code, in one small number that the index keeps: bits 0 and 1 are the side, the others yes or no. */
final class Traits {
    private static final int SIDE = 3;
    private static final int BILLABLE = 1 << 2;
    /** Of an injury: not the initial encounter (7th character other than A, B and C). */
    private static final int LATER = 1 << 3;

    private static final int UNSPECIFIED = 1 << 4;
    private static final List<String> LATER_WORDS = List.of("subsequent", "sequela");

    private Traits() {}

    static int of(CodeSpan span, List<String> words) {
        var traits = Laterality.of(words).ordinal();
        if (span.billable()) {
            traits |= BILLABLE;
        }
        if (span.system() == CodeSystem.ICD_10_CM && LATER_WORDS.stream().anyMatch(words::contains)) {
            traits |= LATER;
        }
        if (words.contains("unspecified")) {
            traits |= UNSPECIFIED;
        }
        return traits;
    }

    static Laterality side(int traits) {
        return Laterality.values()[traits & SIDE];
    }

    static boolean billable(int traits) {
        return (traits & BILLABLE) != 0;
    }

    static boolean laterEncounter(int traits) {
        return (traits & LATER) != 0;
    }

    static boolean unspecified(int traits) {
        return (traits & UNSPECIFIED) != 0;
    }
}
