package org.superbill.coding.cac;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Diabetes and what the index lists under it "with": each has one code with the diabetes, and more than one may be needed. Source: ICD-10-CM Official Guidelines
 * I.A.15, I.C.4.a.
 */
final class Diabetes {
    /** A condition beside the diabetes: its beginning, the ending of the diabetes code, and whether it keeps a code of its own. */
    private record With(String condition, String ending, boolean stays) {}

    private static final List<With> WITH = List.of(
            new With("N18", "22", true),
            new With("N08", "21", false),
            new With("G629", "42", false),
            new With("G589", "41", false),
            new With("G909", "43", false),
            new With("H3500", "319", false),
            new With("H26", "36", false),
            new With("H25", "36", true),
            new With("I739", "51", false),
            new With("I96", "52", false),
            new With("I702", "51", true),
            new With("M146", "610", false),
            new With("L921", "620", false),
            new With("K3184", "43", true),
            new With("M86", "69", true),
            new With("R739", "65", false),
            new With("E15", "641", false),
            new With("E162", "649", false),
            new With("E161", "649", false));

    /** Infections of the skin: the index has them as "skin complication NEC", which presumes no link. */
    private static final List<String> OF_SKIN = List.of("L02", "L03", "L08");

    /** Atherosclerosis of the legs' arteries with gangrene, which the code of the diabetes has too. */
    private static final String GANGRENE = "I7026";

    /** What the record itself says that an ulcer comes from; the presumption yields to it. */
    private static final Pattern OF_ANOTHER_CAUSE = Pattern.compile(
            "(?i)\\b(?:venous|stasis|varicose|traumatic|vasculit\\w+|malignan\\w+|neoplas\\w+|pyoderma|calciphylaxis|radiation)\\b|\\b(?:non-?diabetic|not (?:a )?diabetic|(?:unrelated|not (?:related|due)) to (?:\\w+ ){0,2}diabet\\w+)");

    private static final Pattern OF_DIABETES = Pattern.compile(
            "(?i)\\bdiabetic\\b|\\b(?:due|secondary|related) to (?:\\w+ ){0,3}(?:diabet\\w+|DM\\b|T[12]DM\\b)");

    private static final Pattern CHARCOT =
            Pattern.compile("(?i)\\bcharcot|\\bneuropathic arthropath|\\bneuroarthropath");

    private static final Pattern GASTROPARESIS = Pattern.compile("(?i)gastropares");

    private static final int FOOT = 3;

    private Diabetes() {}

    static void apply(Candidates codes, ReadNote note) {
        agreeOnType(codes);
        var found = codes.find("E08", "E09", "E10", "E11", "E13");
        if (found.isEmpty()) {
            return;
        }
        var diabetes = found.get();
        var type = diabetes.code().substring(0, 3);
        for (var with : WITH) {
            codes.find(with.condition()).ifPresent(condition -> {
                combine(codes, diabetes, type + (condition.begins(GANGRENE) ? "52" : with.ending()), condition);
                if (!with.stays()) {
                    codes.drop(condition);
                }
            });
        }
        for (var joints : codes.all(type + "618")) {
            if (isSaid(CHARCOT, joints, note)) {
                codes.replace(joints, type + "610", "Index: diabetes, with, Charcot's joints");
            }
        }
        codes.find(type + "43")
                .filter(autonomic -> !codes.has("K3184")
                        && autonomic.mentions().stream()
                                .anyMatch(mention -> GASTROPARESIS
                                        .matcher(note.text().substring(mention.start(), mention.end()))
                                        .find()))
                .ifPresent(autonomic -> codes.add("K3184", autonomic.mentions())
                        .because("Tabular List, K31.84: code first the diabetes; the stomach has a code of its own"));
        ulcers(codes, diabetes, type, note);
        skin(codes, diabetes, type, note);
        if (codes.all(type).size() > 1) {
            codes.all(type + "9").forEach(codes::drop);
        }
        if (codes.has(type + "52")) {
            codes.all(type + "51").forEach(codes::drop);
        }
        if (codes.has(type + "42")) {
            codes.all(type + "40").forEach(codes::drop);
        }
        if (codes.has(type + "22")) {
            codes.all(type + "21").forEach(codes::drop);
        }
    }

    /** The index's default is type 2 (I.C.4.a.2): where the note says type 1, complications written without a type are of type 1. */
    private static void agreeOnType(Candidates codes) {
        if (!codes.has("E10")) {
            return;
        }
        for (var other : codes.all("E11")) {
            if (other.code().equals("E119")) {
                codes.drop(other);
            } else {
                codes.replace(other, "E10" + other.code().substring(3), "The note says type 1");
            }
        }
    }

    private static void combine(Candidates codes, Candidate diabetes, String code, Candidate condition) {
        codes.add(code, diabetes.mentions()).seenIn(condition.mentions()).because(Combinations.with());
    }

    /** The code of each ulcer stays, for its place and depth. Source: Tabular List, E11.621 and E11.622, use additional code (L97.-, L98.4-). */
    private static void ulcers(Candidates codes, Candidate diabetes, String type, ReadNote note) {
        for (var beginning : List.of("L97", "L984")) {
            for (var ulcer : codes.all(beginning)) {
                if (!isSaid(OF_ANOTHER_CAUSE, ulcer, note)) {
                    var foot =
                            beginning.equals("L97") && "45".indexOf(ulcer.code().charAt(FOOT)) >= 0;
                    combine(codes, diabetes, type + (foot ? "621" : "622"), ulcer);
                }
            }
        }
    }

    /** Only where the record links them. */
    private static void skin(Candidates codes, Candidate diabetes, String type, ReadNote note) {
        for (var beginning : OF_SKIN) {
            for (var infection : codes.all(beginning)) {
                if (isSaid(OF_DIABETES, infection, note) && !isSaid(OF_ANOTHER_CAUSE, infection, note)) {
                    codes.add(type + "628", diabetes.mentions())
                            .seenIn(infection.mentions())
                            .because("Index: diabetes with skin complication NEC, which the record links");
                }
            }
        }
    }

    private static boolean isSaid(Pattern pattern, Candidate candidate, ReadNote note) {
        return candidate.mentions().stream().anyMatch(mention -> {
            var sentence = note.sentences().get(mention.sentence());
            return pattern.matcher(note.text().substring(sentence.start(), sentence.end()))
                    .find();
        });
    }
}
