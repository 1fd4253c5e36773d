package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A code that stands before one that its code-first note puts before it. Source: guideline I.A.13; the note itself. */
final class CodeFirst implements CodeRule {
    private static final Rule RULE = new Rule(
            "code-first",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.13 (code first)",
            "What a code-first note names stands before the code",
            "Move it before the code whose note names it.");

    private static final String FOR_ADVERSE_EFFECTS = "for adverse effects";
    private static final int SIXTH = 5;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.diagnoses().stream().flatMap(diagnosis -> findings(set, diagnosis));
    }

    /** The code-first notes that speak of the code: some are for adverse effects alone, although they stand over poisonings too (T36-T50). */
    static Stream<NotedEntry.Placed> notes(KnownSet set, KnownDiagnosis diagnosis) {
        return Stream.ofNullable(diagnosis.place().notes())
                .flatMap(notes -> notes.naming(NoteKind.CODE_FIRST, set.day()))
                .filter(note ->
                        !note.note().sentence().contains(FOR_ADVERSE_EFFECTS) || isAdverseEffect(diagnosis.code()));
    }

    /** The intent stands in the sixth place, or, where that is X, in the fifth; 5 is an adverse effect. Source: tabular list, T36-T50. */
    private static boolean isAdverseEffect(String code) {
        var place = code.length() > SIXTH && code.charAt(SIXTH) == 'X' ? SIXTH - 1 : SIXTH;
        return code.length() > place && code.charAt(place) == '5';
    }

    /** Whether a code-first note of the one names the other. */
    static boolean names(KnownSet set, KnownDiagnosis one, KnownDiagnosis other) {
        return notes(set, one).anyMatch(note -> note.note().names(other.code()));
    }

    /** Nothing is found where another code that the notes name is before it already. */
    private static Stream<Finding> findings(KnownSet set, KnownDiagnosis diagnosis) {
        var notes = notes(set, diagnosis).toList();
        if (notes.isEmpty() || named(set, notes).anyMatch(other -> other.index() < diagnosis.index())) {
            return Stream.empty();
        }
        return named(set, notes)
                .filter(other -> other.index() > diagnosis.index())
                .limit(1)
                .map(other -> RULE.sourced(
                        List.of(other.pointer(), diagnosis.pointer()),
                        "%s has to stand before %s".formatted(other.written(), diagnosis.written()),
                        RULE.fix(),
                        notes.stream()
                                .filter(note -> note.note().names(other.code()))
                                .findFirst()
                                .orElseThrow()
                                .source(),
                        other.written(),
                        diagnosis.written()));
    }

    private static Stream<KnownDiagnosis> named(KnownSet set, List<NotedEntry.Placed> notes) {
        return set.diagnoses().stream()
                .filter(other -> notes.stream().anyMatch(note -> note.note().names(other.code())));
    }
}
