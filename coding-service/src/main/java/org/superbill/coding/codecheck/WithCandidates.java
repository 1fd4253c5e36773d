package org.superbill.coding.codecheck;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;
import org.superbill.coding.codesystem.CodeSystem;

/**
 * What is known in memory, and of a code that may not be used on the day also what took its place. That is asked for only then, only where the releases reach the
 * day, since nothing is said against a code else, and once for each code of a set, of no more than {@value #MOST_ASKED}. For one check.
 */
record WithCandidates(CodeFacts facts, Candidates candidates, Map<Asked, List<String>> asked) implements CodeFacts {
    /** Each costs several statements; a set with so many ended codes is of another year, which one of them says as well. */
    private static final int MOST_ASKED = 25;

    WithCandidates(CodeFacts facts, Candidates candidates) {
        this(facts, candidates, new HashMap<>());
    }

    /** A code that may not be used on a day. */
    record Asked(CodeSystem system, String code, LocalDate on) {}

    /** Where the candidates come from. */
    interface Candidates {
        List<String> of(CodeSystem system, String code, LocalDate on);
    }

    @Override
    public @Nullable CodeFact find(Terminology terminology, String code, LocalDate on) {
        var fact = facts.find(terminology, code, on);
        return fact == null || fact.valid() || !facts.covers(terminology, on)
                ? fact
                : Systems.of(terminology)
                        .map(system -> fact.withReplacements(candidates(new Asked(system, code, on))))
                        .orElse(fact);
    }

    private List<String> candidates(Asked one) {
        var known = asked.get(one);
        if (known != null || asked.size() == MOST_ASKED) {
            return known == null ? List.of() : known;
        }
        var found = candidates.of(one.system(), one.code(), one.on());
        asked.put(one, found);
        return found;
    }

    @Override
    public boolean covers(Terminology terminology, LocalDate on) {
        return facts.covers(terminology, on);
    }

    @Override
    public boolean isPastItsYear(Terminology terminology, LocalDate on) {
        return facts.isPastItsYear(terminology, on);
    }

    @Override
    public @Nullable CodeList listed(CodeListKind kind, String code, LocalDate on) {
        return facts.listed(kind, code, on);
    }

    @Override
    public boolean has(CodeListKind kind) {
        return facts.has(kind);
    }
}
