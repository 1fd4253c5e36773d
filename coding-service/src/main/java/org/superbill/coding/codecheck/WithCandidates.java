package org.superbill.coding.codecheck;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeFact;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.CodeList;
import org.superbill.coderules.CodeListKind;
import org.superbill.coderules.Terminology;
import org.superbill.coding.codesystem.CodeSystem;

/** What is known in memory, and of a code that may not be used on the day also what took its place, which is asked for only then. */
record WithCandidates(CodeFacts facts, Candidates candidates) implements CodeFacts {

    /** Where the candidates come from. */
    interface Candidates {
        List<String> of(CodeSystem system, String code, LocalDate on);
    }

    @Override
    public @Nullable CodeFact find(Terminology terminology, String code, LocalDate on) {
        var fact = facts.find(terminology, code, on);
        return fact == null || fact.valid()
                ? fact
                : Systems.of(terminology)
                        .map(system -> fact.withReplacements(candidates.of(system, code, on)))
                        .orElse(fact);
    }

    @Override
    public boolean covers(Terminology terminology, LocalDate on) {
        return facts.covers(terminology, on);
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
