package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.NotedEntry;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Two codes that an Excludes1 note keeps apart: on a code, its header, its block or its chapter. Source: guideline I.A.12.a; the note itself. */
final class ExcludedTogether implements CodeRule {
    private static final Rule RULE = new Rule(
            "excludes1",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.A.12.a (Excludes1)",
            "No two diagnoses are kept apart by an Excludes1 note",
            "Keep the one that the record supports. Where the two conditions are unrelated and the policy of the organization allows it, pass the pair with that reason.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var coded = set.diagnoses();
        for (var i = 0; i < coded.size(); i++) {
            for (var j = i + 1; j < coded.size(); j++) {
                check(set, coded.get(i), coded.get(j), found);
            }
        }
    }

    private static void check(KnownSet set, KnownDiagnosis one, KnownDiagnosis other, Consumer<Finding> found) {
        var note = noteBetween(set, one, other);
        if (note == null || set.codes().passes(one.code(), other.code())) {
            return;
        }
        found.accept(RULE.sourced(
                List.of(other.pointer(), one.pointer()),
                "%s and %s are not reported together: %s excludes %s"
                        .formatted(
                                one.written(),
                                other.written(),
                                note.entry().name(),
                                note.note().sentence()),
                RULE.fix(),
                note.source() + "; guideline I.A.12.a",
                one.written(),
                other.written()));
    }

    /**
     * The note speaks for both directions: what A excludes is not coded beside A. Where the other side has come to say since that both may be coded, the newer
     * word counts.
     */
    private static NotedEntry.@Nullable Placed noteBetween(KnownSet set, KnownDiagnosis one, KnownDiagnosis other) {
        var note = noteOf(set, one, other);
        if (note == null) {
            note = noteOf(set, other, one);
        }
        return note == null || note.note().isAdded() || !(allows(set, one, other) || allows(set, other, one))
                ? note
                : null;
    }

    private static boolean allows(KnownSet set, KnownDiagnosis holder, KnownDiagnosis other) {
        var notes = holder.place().notes();
        return notes != null && notes.allowsSince(other.code(), set.day());
    }

    private static NotedEntry.@Nullable Placed noteOf(KnownSet set, KnownDiagnosis holder, KnownDiagnosis other) {
        var notes = holder.place().notes();
        return notes == null || holder.code().equals(other.code())
                ? null
                : notes.excluding(holder.code(), other.code(), set.day());
    }
}
