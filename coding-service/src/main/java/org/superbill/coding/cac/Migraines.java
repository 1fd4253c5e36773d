package org.superbill.coding.cac;

import java.util.regex.Pattern;

/** A status migrainosus is one that the note tells of; without a word of it there is none. Source: index, Migraine, intractable (G43.919), with status migrainosus; Tabular List, G43. */
final class Migraines {
    private static final Pattern STATUS = Pattern.compile("(?i)\\bstatus migrainosus|\\bmigrainous status");
    private static final int LAST = 5;

    private Migraines() {}

    static void apply(Candidates codes, ReadNote note, CodeBook book) {
        for (var migraine : codes.all("G43")) {
            var code = migraine.code();
            if (code.length() == LAST + 1 && (code.charAt(LAST) == '1' || code.charAt(LAST) == '9')) {
                var said = migraine.mentions().stream().anyMatch(mention -> {
                    var sentence = note.sentences().get(mention.sentence());
                    var status = STATUS.matcher(note.text()).region(sentence.start(), sentence.end());
                    return status.find()
                            && !note.text()
                                    .substring(sentence.start(), status.start())
                                    .matches("(?is).*\\b(?:without|no|not|w/o)(?: \\w+){0,2} ");
                });
                var right = code.substring(0, LAST) + (said ? '1' : '9');
                if (book.isBillable(right)) {
                    codes.replace(migraine, right, "Index: migraine, with and without status migrainosus");
                }
            }
        }
    }
}
