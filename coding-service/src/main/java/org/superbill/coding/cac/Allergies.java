package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;
import org.superbill.coding.notetext.SectionKind;

/** What stands in a list of allergies: the substances alone, with what they did in brackets. Source: index, Allergy, status, and History, personal, allergy (Z88, Z91.0-). */
final class Allergies {
    private record Substance(Pattern words, String code) {}

    private static final List<Substance> ALL = DataFile.rows("cac/allergies.tsv").stream()
            .map(row -> new Substance(
                    Pattern.compile("(?i)\\b(?:" + row[1].replace("; ", "|") + ")s?\\b"), row[0].replace(".", "")))
            .toList();
    private static final Pattern NOT_ALLERGIC =
            Pattern.compile("(?i)\\b(?:no|not|denies|tolerates|without|intoleran\\w+|side effects?)\\b");

    private Allergies() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var sentence : note.sentences()) {
            if (sentence.section() == SectionKind.ALLERGIES) {
                var said = note.text().substring(sentence.start(), sentence.end());
                for (var substance : ALL) {
                    var found = substance.words().matcher(said);
                    if (found.find()
                            && !NOT_ALLERGIC
                                    .matcher(said.substring(0, found.start()))
                                    .find()) {
                        codes.add(
                                        substance.code(),
                                        List.of(Measures.mention(
                                                substance.code(),
                                                "Allergy status",
                                                sentence.start() + found.start(),
                                                sentence.start() + found.end())))
                                .because("Index: allergy status; it stands in the list of allergies");
                    }
                }
            }
        }
    }
}
