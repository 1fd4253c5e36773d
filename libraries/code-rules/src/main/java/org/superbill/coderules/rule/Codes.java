package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Terminology;

/** Codes in sentences. */
final class Codes {
    private Codes() {}

    /** Whether it is one of the headers or under one. */
    static boolean isUnder(String code, List<String> headers) {
        for (var header : headers) {
            if (code.startsWith(header)) {
                return true;
            }
        }
        return false;
    }

    /** The first diagnosis of a set that is one of the headers or under one; null when there is none. By hand: rules ask it of every set. */
    static @Nullable KnownDiagnosis firstUnder(KnownSet set, List<String> headers) {
        for (var diagnosis : set.diagnoses()) {
            if (isUnder(diagnosis.code(), headers)) {
                return diagnosis;
            }
        }
        return null;
    }

    /** ICD-10-CM, parted by commas. */
    static String written(List<String> codes) {
        return written(Terminology.ICD_10_CM, codes);
    }

    static String written(Terminology terminology, List<String> codes) {
        return codes.stream().map(terminology::written).collect(Collectors.joining(", "));
    }
}
