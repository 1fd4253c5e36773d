package org.superbill.coding.cac;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether a side of the body that a stroke or a palsy has taken is the dominant one, as the last character of its code. Source: ICD-10-CM Official Guidelines I.C.6.a. */
final class Dominance {
    /** The reason that a code with it is given with. */
    static final String WHY = "Guidelines I.C.6.a: right is taken as the dominant side unless documented otherwise";

    private static final Pattern NOT_DOMINANT = Pattern.compile("(?i)\\bnon-? ?dominant");
    private static final Pattern DOMINANT = Pattern.compile("(?i)\\bdominant (?:side|arm|hand|leg)");
    private static final Pattern LEFT_HANDED = Pattern.compile(
            "(?i)\\bleft[- ]hand(?:ed(?:ness)?|[- ]dominan)\\w*|\\bdominant (?:hand|side) is (?:the )?left");

    private Dominance() {}

    /**
     * @param side right or left
     * @param words what the note says beside the palsy
     * @return 1 or 2 for the dominant right or left, 3 or 4 for the other one
     */
    static char character(Side side, String words, ReadNote note) {
        var right = side == Side.RIGHT;
        var dominant = NOT_DOMINANT.matcher(words).find()
                ? false
                : DOMINANT.matcher(words).find() || right != note.has(LEFT_HANDED);
        return right ? (dominant ? '1' : '3') : dominant ? '2' : '4';
    }

    /** Guidelines I.C.6.a: where the dominant side is not documented the right one is taken as dominant. */
    static void apply(Candidates codes, ReadNote note) {
        for (var loss : codes.all("H905")) {
            var sides = loss.mentions().stream().map(note::side).collect(Collectors.toSet());
            var code = sides.contains(Side.BILATERAL)
                    ? "H903"
                    : sides.equals(Set.of(Side.LEFT)) ? "H9042" : sides.equals(Set.of(Side.RIGHT)) ? "H9041" : "H905";
            codes.replace(loss, code, "Index: loss, hearing, sensorineural, by side");
        }
        for (var weakness : codes.all("G81")) {
            if (!weakness.code().startsWith("G819")) {
                continue;
            }
            for (var mention : List.copyOf(weakness.mentions())) {
                var side = note.side(mention);
                if (side == Side.RIGHT || side == Side.LEFT) {
                    var sentence = note.sentences().get(mention.sentence());
                    codes.replace(
                            weakness,
                            "G819" + character(side, note.text().substring(sentence.start(), sentence.end()), note),
                            WHY);
                    break;
                }
            }
        }
    }
}
