package org.superbill.coderules.rule;

import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;

/** Which codes are manifestations: those in the Medicare Code Editor's list. */
final class Manifestations {
    private Manifestations() {}

    /** Who says that the code is a manifestation; null when it is none. */
    static @Nullable String source(KnownSet set, KnownDiagnosis diagnosis) {
        var list = set.facts().listed(CodeListKind.MANIFESTATION, diagnosis.code(), set.day());
        return list == null ? null : list.source();
    }
}
