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

/**
 * A code without the one that its note puts before it, anywhere in the set: where the code itself has one note alone that sets no condition and names what it wants, as J12.82 does
 * with COVID-19. Manifestations are {@link ManifestationAlone}'s. Source: guidelines I.A.13 and I.B.7; the note itself.
 */
final class CodeFirstMissing implements CodeRule {
    private static final Rule RULE = new Rule(
            "code-first-missing",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.A.13 and I.B.7 (code first)",
            "What a code-first note asks for without a condition is coded",
            "Code what the note names before it; where the record does not support that, take another code.");

    private static final int CATEGORY = 3;
    /** Of other causes, or of some patients alone: "breast necrosis due to breast graft" at fat necrosis of the breast. */
    private static final List<String> CONDITIONS = List.of(
            "applicable", "known", "such as", "any ", "associated", "due to", "complicating", "for adverse effects");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var diagnosis : set.diagnoses()) {
            var note = asked(set, diagnosis);
            if (note != null && !set.hasNamedBy(note.note()) && Manifestations.source(set, diagnosis) == null) {
                found.accept(RULE.sourced(
                        List.of(diagnosis.pointer()),
                        "%s has a note that puts another code before it, and none is there: code first %s"
                                .formatted(diagnosis.written(), note.note().sentence()),
                        RULE.fix(),
                        note.source(),
                        diagnosis.written()));
            }
        }
    }

    /** A status (chapter 21) may be told of a disease that is over. */
    private static NotedEntry.@Nullable Placed asked(KnownSet set, KnownDiagnosis diagnosis) {
        var entry = diagnosis.place().notes();
        if (entry == null || diagnosis.code().charAt(0) == 'Z') {
            return null;
        }
        for (var note : entry.naming(NoteKind.CODE_FIRST, set.day())) {
            if (note.entry().level() == NotedEntry.Level.CODE
                    && note.entry().subject().length() > CATEGORY
                    && note.note().lead().isEmpty()
                    && CONDITIONS.stream().noneMatch(note.note().text()::contains)
                    && isAlone(note, set)) {
                return note;
            }
        }
        return null;
    }

    /** Several notes of one code are of several causes. */
    private static boolean isAlone(NotedEntry.Placed placed, KnownSet set) {
        return placed.entry().notes().stream()
                        .filter(note -> note.kind() == NoteKind.CODE_FIRST
                                && placed.entry().holds(note, set.day()))
                        .count()
                == 1;
    }
}
