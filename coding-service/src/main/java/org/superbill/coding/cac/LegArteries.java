package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A disease of the legs' arteries with pain at rest or gangrene is the atherosclerosis that has come so far. Source: Tabular List, I70.22-, I70.26-; index, Arteriosclerosis,
 * peripheral (of extremities), with rest pain, with gangrene; Coding Clinic 2018, second quarter, page 7.
 */
final class LegArteries {
    private static final Pattern ARTERIAL = Pattern.compile("(?i)arter|\\bPAD\\b|\\bPAOD\\b");
    private static final Pattern REST_PAIN = Pattern.compile("(?i)\\brest(?:ing)?[- ]pain\\b|\\bpain at rest\\b");
    private static final Pattern GANGRENE = Pattern.compile("(?i)\\bgangren");
    private static final Pattern BOTH = Pattern.compile("(?i)\\bboth (?:legs|feet|lower)|\\bbilateral");
    private static final Pattern RIGHT = Pattern.compile("(?i)\\bright\\b");
    private static final Pattern LEFT = Pattern.compile("(?i)\\bleft\\b");
    private static final List<String> PARTS_OF_IT = List.of("M796", "I96", "G8929");

    private LegArteries() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var disease : codes.all("I739")) {
            for (var mention : List.copyOf(disease.mentions())) {
                var sentence = note.sentences().get(mention.sentence());
                var said = note.text().substring(sentence.start(), sentence.end());
                var gangrene = note.says(GANGRENE, sentence.start(), sentence.end());
                if (ARTERIAL.matcher(said).find()
                        && (gangrene || note.says(REST_PAIN, sentence.start(), sentence.end()))) {
                    codes.replace(
                            disease,
                            (gangrene ? "I7026" : "I7022") + side(said),
                            "Index: arteriosclerosis, peripheral (of extremities), by what it has led to");
                    PARTS_OF_IT.forEach(part -> codes.all(part).stream()
                            .filter(other ->
                                    other.mentions().stream().allMatch(place -> place.sentence() == mention.sentence()))
                            .forEach(codes::drop));
                    break;
                }
            }
        }
    }

    private static String side(String said) {
        var right = RIGHT.matcher(said).find();
        var left = LEFT.matcher(said).find();
        return BOTH.matcher(said).find() || right && left ? "3" : right ? "1" : left ? "2" : "9";
    }
}
