package org.superbill.coderules;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of notes in the tabular list. Source: ICD-10-CM Official Guidelines, sections I.A.10 to I.A.17. */
public enum NoteKind {
    INCLUDES("includes"),
    INCLUSION_TERM("inclusion-term"),
    EXCLUDES1("excludes1"),
    EXCLUDES2("excludes2"),
    CODE_FIRST("code-first"),
    USE_ADDITIONAL("use-additional"),
    CODE_ALSO("code-also"),
    NOTE("note"),
    SEVENTH_CHARACTER_NOTE("seventh-character-note"),
    /** A 7th character and what it means, parted by a blank. */
    SEVENTH_CHARACTER("seventh-character");

    private final String id;

    NoteKind(String id) {
        this.id = id;
    }

    /** {@code code-first}. */
    public String id() {
        return id;
    }

    public static Optional<NoteKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
