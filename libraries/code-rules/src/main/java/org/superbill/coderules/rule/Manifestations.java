package org.superbill.coderules.rule;

import java.util.Optional;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;

/** Which codes are manifestations: those in the Medicare Code Editor's list. */
final class Manifestations {
    private Manifestations() {}

    /** Who says that the code is a manifestation; empty when it is none. */
    static Optional<String> source(KnownSet set, KnownDiagnosis diagnosis) {
        return Optional.ofNullable(set.facts().listed(CodeListKind.MANIFESTATION, diagnosis.code(), set.day()))
                .map(CodeList::source);
    }
}
