package org.superbill.coderules.rule;

import java.util.List;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry;

/** The notes that ask for an additional code. */
final class UseAdditional {
    private static final int CATEGORY = 3;
    /** Words by which a note says that it asks only where there is something to say. */
    private static final List<String> CONDITIONS =
            List.of("applicable", "known", " any ", "desired", "associated", "resistance", "drug", "specified");

    private UseAdditional() {}

    /**
     * Those that ask of every encounter: they belong to this very condition (not to a whole category, block or chapter), name what they want, and leave no condition
     * open.
     */
    static List<NotedEntry.Placed> asked(KnownSet set, KnownDiagnosis diagnosis) {
        var entry = diagnosis.place().notes();
        var notes = entry == null ? List.<NotedEntry.Placed>of() : entry.naming(NoteKind.USE_ADDITIONAL, set.day());
        return notes.isEmpty()
                ? notes
                : notes.stream().filter(UseAdditional::asksAlways).toList();
    }

    private static boolean asksAlways(NotedEntry.Placed note) {
        return note.entry().level() == NotedEntry.Level.CODE
                && note.entry().subject().length() > CATEGORY
                && note.note().lead().isEmpty()
                && note.note().text().startsWith("code to identify")
                && CONDITIONS.stream().noneMatch(note.note().text()::contains);
    }
}
