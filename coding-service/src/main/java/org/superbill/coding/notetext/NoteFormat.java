package org.superbill.coding.notetext;

/** How a note comes. */
public enum NoteFormat {
    /** Plain text, with or without headings. */
    TEXT,
    /** Markup whose tags are no text: a C-CDA document or section, a FHIR narrative ({@code text.div}), HTML. */
    MARKUP
}
