package org.superbill.coderules.rule;

import java.util.List;
import java.util.stream.Stream;
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
    static Stream<NotedEntry.Placed> asked(KnownSet set, KnownDiagnosis diagnosis) {
        return Stream.ofNullable(diagnosis.place().notes())
                .flatMap(notes -> notes.naming(NoteKind.USE_ADDITIONAL, set.day()))
                .filter(note -> note.entry().level() == NotedEntry.Level.CODE
                        && note.entry().subject().length() > CATEGORY)
                .filter(note -> note.note().lead().isEmpty()
                        && note.note().text().startsWith("code to identify")
                        && CONDITIONS.stream().noneMatch(note.note().text()::contains));
    }
}
