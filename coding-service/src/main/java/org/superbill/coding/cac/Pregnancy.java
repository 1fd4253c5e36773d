package org.superbill.coding.cac;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of a pregnant woman complicate the pregnancy unless the provider says that it is incidental: their codes of chapter 15 come first, by trimester, childbirth or
 * puerperium. Source: ICD-10-CM Official Guidelines I.C.15.a.1, I.C.15.a.3.
 */
final class Pregnancy {
    private static final String REASON =
            "Guidelines I.C.15.a.1: a condition of a pregnant woman complicates the pregnancy unless the provider says otherwise";
    private static final Pattern NOW = Pattern.compile("(?i)\\bpregnan|\\bgestation");
    private static final Pattern AFTER = Pattern.compile("(?i)\\bpostpartum|\\bpuerper");
    private static final Pattern INCIDENTAL = Pattern.compile("(?i)\\bincidental pregnancy|pregnancy is incidental");

    /** The length of a beginning whose last place is the trimester, childbirth or puerperium; a shorter one has a place more for the trimester. */
    private static final int ONE_PLACE = 5;

    /** @param becomes beginning of the code of chapter 15; empty for none */
    private record Row(String beginning, String becomes, boolean stays) {}

    private static final List<Row> ROWS = DataFile.rows("cac/pregnancy.tsv").stream()
            .map(row -> new Row(row[0], row[1].equals("-") ? "" : row[1], row[2].equals("stays")))
            .sorted(Comparator.comparingInt((Row row) -> -row.beginning().length()))
            .toList();

    private Pregnancy() {}

    /** @param trimester 1 to 3, or null where the record does not say the weeks */
    static void apply(Candidates codes, ReadNote note, @Nullable Integer trimester) {
        var delivered = Childbirth.isOf(note);
        var goesOn = delivered || trimester != null && note.has(NOW);
        if (!codes.has("O", "Z34", "Z37") && !goesOn
                || codes.has("O00", "O01", "O02", "O03", "O04", "O07", "O08", "Z331")
                || note.has(INCIDENTAL)) {
            return;
        }
        var after = !goesOn && note.has(AFTER);
        for (var condition : codes.all()) {
            row(condition.code()).filter(row -> !row.becomes().isEmpty()).ifPresent(row -> {
                var code = code(row.becomes(), delivered, after, trimester);
                if (row.stays()) {
                    codes.add(code, condition.mentions()).because(REASON);
                } else {
                    codes.replace(condition, code, REASON);
                }
            });
        }
    }

    private static Optional<Row> row(String code) {
        return ROWS.stream().filter(row -> code.startsWith(row.beginning())).findFirst();
    }

    private static String code(String beginning, boolean delivered, boolean after, @Nullable Integer trimester) {
        if (beginning.length() == ONE_PLACE) {
            return beginning + (delivered ? "4" : after ? "5" : trimester == null ? "0" : trimester.toString());
        }
        return beginning + (delivered ? "2" : after ? "3" : "1" + (trimester == null ? "9" : trimester.toString()));
    }
}
