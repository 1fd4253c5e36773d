package org.superbill.coding.cac;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Where a lymphoma is, which is of its code: nodes by region, the spleen, an organ outside them. Source: Tabular List, C81-C85; Alphabetic Index, Lymphoma. */
final class Lymphomas {
    private static final String LARGE_CELL = "C833";
    private static final char BRAIN = 'N';
    private static final char ORGAN = '9';
    private static final int SITE = 4;
    private static final int REACH = 70;

    /** A row of {@code cac/lymphoma-sites.tsv}: behind the lymphoma, or right before it. */
    private record Site(char character, Pattern behind, Pattern before) {
        static Site of(String[] row) {
            return new Site(
                    row[0].charAt(0),
                    Pattern.compile(
                            "(?i)^,? (?:(?:arising|located|localized|primary|confined)? ?(?:of|in|from|to|involving|affecting|at)) (?:(?:the|his|her|left|right|both|several|enlarged|bilateral|multiple|proximal|distal|terminal|head|body|antrum|fundus|of) ){0,4}(?:"
                                    + row[1] + ")\\b"),
                    Pattern.compile(
                            "(?i)\\b(?:" + row[1]
                                    + ")(?: (?:nodal|extranodal|diffuse|large|b-cell|t-cell|non-?hodgkin\\W?s?|primary|high-grade|low-grade|aggressive)){0,4} $"));
        }
    }

    private static final List<Site> SITES =
            DataFile.rows("cac/lymphoma-sites.tsv").stream().map(Site::of).toList();

    private Lymphomas() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var beginning : List.of("C81", "C82", "C83", "C84", "C85")) {
            for (var lymphoma : codes.all(beginning)) {
                if (lymphoma.code().length() == SITE + 1 && lymphoma.code().endsWith("0")) {
                    place(codes, lymphoma, note);
                }
            }
        }
    }

    /** Of the one site that is said beside it; where a note has several, the code without a site stays. */
    private static void place(Candidates codes, Candidate lymphoma, ReadNote note) {
        var found = new LinkedHashSet<Character>();
        for (var mention : lymphoma.mentions()) {
            var sentence = note.sentences().get(mention.sentence());
            var behind = note.text().substring(mention.end(), Math.min(sentence.end(), mention.end() + REACH));
            var before = note.text().substring(Math.max(sentence.start(), mention.start() - REACH), mention.start());
            for (var site : SITES) {
                if (site.behind().matcher(behind).find()
                        || site.before().matcher(before).find()) {
                    found.add(site.character());
                    break;
                }
            }
        }
        if (found.size() != 1) {
            return;
        }
        var character = found.iterator().next();
        var isLargeCell = lymphoma.begins(LARGE_CELL);
        var kind = lymphoma.code().substring(0, SITE);
        var code = isLargeCell && character == BRAIN
                ? "C83390"
                : isLargeCell && character == ORGAN ? "C83398" : kind + (character == BRAIN ? ORGAN : character);
        codes.replace(lymphoma, code, "Tabular List, C81-C85: the site that the record names beside it");
    }
}
