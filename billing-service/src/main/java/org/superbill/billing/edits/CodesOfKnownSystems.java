package org.superbill.billing.edits;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Place;
import org.superbill.coderules.Terminology;

/** A code of a system of which no release reaches the day counts as valid: an owner who has loaded no CPT bills all the same. */
record CodesOfKnownSystems(CodeFacts known) implements CodeFacts {
    @Override
    public @Nullable CodeFact find(Terminology terminology, String code, LocalDate on) {
        var fact = known.find(terminology, code, on);
        return fact == null && !known.covers(terminology, on)
                ? new CodeFact(terminology, code, on, true, true, LocalDate.MIN, null, List.of(), Place.NONE)
                : fact;
    }

    @Override
    public boolean covers(Terminology terminology, LocalDate on) {
        return known.covers(terminology, on);
    }

    @Override
    public boolean isPastItsYear(Terminology terminology, LocalDate on) {
        return known.isPastItsYear(terminology, on);
    }

    @Override
    public @Nullable CodeList listed(CodeListKind kind, String code, LocalDate on) {
        return known.listed(kind, code, on);
    }

    @Override
    public boolean has(CodeListKind kind) {
        return known.has(kind);
    }
}
