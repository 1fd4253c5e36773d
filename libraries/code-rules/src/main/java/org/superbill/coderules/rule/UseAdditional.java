package org.superbill.coderules.rule;

import java.util.stream.Stream;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.NoteKind;
import org.superbill.coderules.NotedEntry;

/** The notes that ask for an additional code. */
final class UseAdditional {
    private static final int CATEGORY = 3;

    private UseAdditional() {}

    /** Those of the code and its headers; what a whole block or chapter asks for is too general to be missed. */
    static Stream<NotedEntry.Placed> own(KnownSet set, KnownDiagnosis diagnosis) {
        return Stream.ofNullable(diagnosis.place().notes())
                .flatMap(notes -> notes.naming(NoteKind.USE_ADDITIONAL, set.day()))
                .filter(note -> note.entry().level() == NotedEntry.Level.CODE);
    }

    /** Those below the category: they belong to this very condition. */
    static Stream<NotedEntry.Placed> specific(KnownSet set, KnownDiagnosis diagnosis) {
        return own(set, diagnosis).filter(note -> note.entry().subject().length() > CATEGORY);
    }
}
