package org.superbill.coderules.facts;

/**
 * One line of an edition of facts, as it is stored and shipped.
 *
 * @param subject a code in stored form, a block {@code A00-A09}, a chapter's number, or the name of a list
 * @param fact what is said of it: {@code chapter}, {@code block} and {@code code} open an entry of the tabular list and give its title, the ids of
 *     {@link org.superbill.coderules.NoteKind} say something of the entry, the ids of {@link org.superbill.coderules.CodeListKind} put a code on a list
 * @param detail the text; empty on a list
 */
public record FactRow(String subject, String fact, String detail) {
    public static final String CHAPTER = "chapter";
    public static final String BLOCK = "block";
    public static final String CODE = "code";
    /** Of a list by age, the ages that it allows: {@code 9-64}. */
    public static final String AGES = "ages";
}
