package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
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
    private static final List<String> OPEN = List.of("such as", "if applicable", "if known", "if any");
    private static final int SIXTH = 5;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            check(set, diagnosis, found);
        }
    }

    /** The code-first notes that speak of the code: some are for adverse effects alone, although they stand over poisonings too (T36-T50). */
    static List<NotedEntry.Placed> notes(KnownSet set, KnownDiagnosis diagnosis) {
        var entry = diagnosis.place().notes();
        var notes = entry == null ? List.<NotedEntry.Placed>of() : entry.naming(NoteKind.CODE_FIRST, set.day());
        return notes.isEmpty() || isAdverseEffect(diagnosis.code())
                ? notes
                : notes.stream()
                        .filter(note -> !note.note().sentence().contains(FOR_ADVERSE_EFFECTS))
                        .toList();
    }

    /** The intent stands in the sixth place, or, where that is X, in the fifth; 5 is an adverse effect. Source: tabular list, T36-T50. */
    private static boolean isAdverseEffect(String code) {
        var place = code.length() > SIXTH && code.charAt(SIXTH) == 'X' ? SIXTH - 1 : SIXTH;
        return code.length() > place && code.charAt(place) == '5';
    }

    /** The first of the notes that names the code. */
    static NotedEntry.@Nullable Placed naming(List<NotedEntry.Placed> notes, KnownDiagnosis other) {
        for (var note : notes) {
            if (note.note().names(other.code())) {
                return note;
            }
        }
        return null;
    }

    private static void check(KnownSet set, KnownDiagnosis diagnosis, Consumer<Finding> found) {
        var late = late(set, diagnosis);
        if (late != null && !isOpen(late.note(), diagnosis)) {
            found.accept(finding(RULE, diagnosis, late));
        }
    }

    /** A code that a note names, behind the code that has the note. */
    record Late(KnownDiagnosis named, NotedEntry.Placed note) {}

    /** Of the codes that the notes name the first one decides: where it is before the code already, nothing is found. */
    static @Nullable Late late(KnownSet set, KnownDiagnosis diagnosis) {
        var notes = notes(set, diagnosis);
        if (notes.isEmpty()) {
            return null;
        }
        for (var other : set.diagnoses()) {
            var note = other.index() == diagnosis.index() ? null : naming(notes, other);
            if (note != null) {
                return other.index() > diagnosis.index() ? new Late(other, note) : null;
            }
        }
        return null;
    }

    /** A note that says "such as" leaves other causes open: what stands before the code already may be one of them. */
    static boolean isOpen(NotedEntry.Placed note, KnownDiagnosis diagnosis) {
        var sentence = note.note().sentence();
        return !diagnosis.first() && OPEN.stream().anyMatch(sentence::contains);
    }

    static Finding finding(Rule rule, KnownDiagnosis diagnosis, Late late) {
        return rule.sourced(
                List.of(late.named().pointer(), diagnosis.pointer()),
                "%s has to stand before %s".formatted(late.named().written(), diagnosis.written()),
                rule.fix(),
                late.note().source(),
                late.named().written(),
                diagnosis.written());
    }
}
