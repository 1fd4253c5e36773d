package org.superbill.coding.cac;

import org.superbill.coding.notetext.SectionKind;

/**
 * A condition that a note names at one place.
 *
 * @param target the code or header that the words lead to
 * @param path the term in its source
 * @param words how many words the term has
 * @param cost of what lies between them
 * @param value of its words: rare ones say more
 * @param start offset of its first character in the text
 * @param sentence which sentence of the note, from 0
 * @param first item of the sentence's reading
 */
record Mention(
        String target,
        Source source,
        String path,
        int words,
        double cost,
        double value,
        int start,
        int end,
        SectionKind section,
        Assertion assertion,
        int sentence,
        int first,
        int last) {

    Mention asserting(Assertion other) {
        return new Mention(target, source, path, words, cost, value, start, end, section, other, sentence, first, last);
    }

    Mention leadingTo(String other) {
        return new Mention(
                other, source, path, words, cost, value, start, end, section, assertion, sentence, first, last);
    }
}
