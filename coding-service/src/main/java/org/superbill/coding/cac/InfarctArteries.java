package org.superbill.coding.cac;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.superbill.coding.notetext.SectionKind;

/**
 * A cerebral infarction of which the note names the artery or its territory: one code for cause, artery and side. Source: ICD-10-CM Alphabetic Index, Infarct, cerebral (see
 * also Occlusion, artery, cerebral or precerebral, with infarction).
 */
final class InfarctArteries {
    private static final String INFARCT =
            "(?:(?:ischa?emic |cardio-?embolic |embolic |thrombotic )?strokes?|infarct(?:s|ions?|ed)?|(?-i:CVA))";
    private static final String SIDE = "(?:\\b(left|right|bilateral|(?-i:[LR]))\\b[- ]?(?:sided )?)?";
    private static final Pattern OF_BRAIN = Pattern.compile("(?i)stroke|infarct|(?-i:CVA)");
    private static final Pattern EMBOLIC = Pattern.compile("(?i)embol(?!ectom)");
    private static final Pattern THROMBOTIC = Pattern.compile("(?i)thromb(?!ectom|oly|ocyt|oprophyl)");
    private static final Pattern EARLIER =
            Pattern.compile("(?i)\\b(?:old|prior|previous|remote|chronic|history of|h/o)\\b[^.;,]{0,40}$");
    private static final Pattern ANY_SIDE = Pattern.compile("(?i)\\b(left|right)\\b");
    private static final String[] NAMED = {"I630", "I631", "I632", "I633", "I634", "I635"};
    private static final Set<Assertion> SAID = Set.of(Assertion.PRESENT, Assertion.RESOLVED);

    /** An artery with its place in I63: of the brain, or (behind) of those that lead to it. */
    private record Artery(char place, boolean leads, boolean sided, Pattern first, Pattern last) {
        static Artery of(char place, boolean leads, boolean sided, String words) {
            var artery = SIDE + "\\b(?:" + words + ")(?:[- ](?:arter\\w+|territor\\w+|distribution))*";
            return new Artery(
                    place,
                    leads,
                    sided,
                    Pattern.compile("(?i)" + artery + "(?: \\w+){0,2}? " + INFARCT + "\\b"),
                    Pattern.compile("(?i)\\b" + INFARCT + "[^.;:]{0,60}?" + artery));
        }
    }

    private static final List<Artery> ARTERIES = List.of(
            Artery.of('1', false, true, "middle cerebral|(?-i:MCA)"),
            Artery.of('2', false, true, "anterior cerebral|(?-i:ACA)"),
            Artery.of('3', false, true, "posterior cerebral|(?-i:PCA)"),
            Artery.of(
                    '4',
                    false,
                    true,
                    "(?:posterior inferior |anterior inferior |superior )?cerebellar arter\\w+|(?-i:PICA|AICA|SCA)"),
            Artery.of('1', true, true, "vertebral"),
            Artery.of('2', true, false, "basilar"),
            Artery.of('3', true, true, "(?:internal |common )?carotid|(?-i:ICA)"));

    private InfarctArteries() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var number = 0; number < note.sentences().size(); number++) {
            var sentence = note.sentences().get(number);
            if (sentence.section() == SectionKind.FAMILY
                    || sentence.section() == SectionKind.PAST
                    || sentence.section() == SectionKind.SURGICAL) {
                continue;
            }
            var words = note.text().substring(sentence.start(), sentence.end());
            if (!OF_BRAIN.matcher(words).find()) {
                continue;
            }
            for (var artery : ARTERIES) {
                for (var pattern : List.of(artery.first(), artery.last())) {
                    var found = pattern.matcher(words);
                    if (found.find()
                            && SAID.contains(note.assertionAt(sentence.start() + found.end() - 1))
                            && SAID.contains(note.assertionAt(sentence.start() + found.start()))
                            && !EARLIER.matcher(words.substring(0, found.start()))
                                    .find()) {
                        replace(codes, note, number, artery, words, found.toMatchResult());
                        return;
                    }
                }
            }
        }
    }

    private static void replace(
            Candidates codes, ReadNote note, int number, Artery artery, String words, MatchResult found) {
        var cause = cause(codes, words);
        var first = artery.leads() ? cause == '3' ? '0' : cause == '4' ? '1' : '2' : cause;
        var code = "I63" + first + artery.place() + (artery.sided() ? side(words, found) : "");
        if (codes.has(NAMED) && !codes.has(code)) {
            return; // the index has read another artery or cause
        }
        var sentence = note.sentences().get(number);
        var mention = new Mention(
                code,
                Source.EVERYDAY,
                "Infarct, cerebral, by cause and artery",
                4,
                0,
                0,
                sentence.start() + found.start(),
                sentence.start() + found.end(),
                sentence.section(),
                Assertion.PRESENT,
                number,
                0,
                0);
        var why = "Index: infarct, cerebral, of the artery that the note names";
        var vague = codes.find("I639");
        if (vague.isPresent()) {
            codes.replace(vague.get(), code, why).seenIn(List.of(mention));
        } else {
            codes.add(code, List.of(mention)).because(why);
        }
        for (var closed : List.of("I660", "I661", "I662", "I663", "I650", "I651", "I652", "I749")) {
            codes.dropAll(closed);
        }
    }

    /** As the sentence has it, else as the note has it of the artery. */
    private static char cause(Candidates codes, String words) {
        var closed = codes.find("I660", "I661", "I662", "I663", "I650", "I651", "I652");
        var path = closed.map(artery -> artery.mentions().toString().toLowerCase(Locale.ROOT))
                .orElse("");
        var all = words + path;
        return EMBOLIC.matcher(all).find() ? '4' : THROMBOTIC.matcher(all).find() ? '3' : '5';
    }

    private static char side(String words, MatchResult found) {
        var named = found.group(1);
        if (named == null) {
            var sides = ANY_SIDE.matcher(words)
                    .results()
                    .map(side -> side.group().toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
            named = sides.size() == 1 ? sides.get(0) : "";
        }
        return switch (named.toLowerCase(Locale.ROOT)) {
            case "right", "r" -> '1';
            case "left", "l" -> '2';
            case "bilateral" -> '3';
            default -> '9';
        };
    }
}
