package org.superbill.coding.cac;

import java.util.List;

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
            new With("K3184", "43", true),
            new With("M86", "69", true),
            new With("R739", "65", false),
            new With("E15", "641", false),
            new With("E162", "649", false),
            new With("E161", "649", false));

    private Diabetes() {}

    static void apply(Candidates codes) {
        agreeOnType(codes);
        var found = codes.find("E08", "E09", "E10", "E11", "E13");
        if (found.isEmpty()) {
            return;
        }
        var diabetes = found.get();
        var type = diabetes.code().substring(0, 3);
        for (var with : WITH) {
            codes.find(with.condition()).ifPresent(condition -> {
                combine(codes, diabetes, type + with.ending(), condition);
                if (!with.stays()) {
                    codes.drop(condition);
                }
            });
        }
        ulcer(codes, diabetes, type);
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

    private static void ulcer(Candidates codes, Candidate diabetes, String type) {
        codes.find("L97").ifPresent(ulcer -> {
            var foot = List.of("L974", "L975").stream().anyMatch(ulcer::begins);
            combine(codes, diabetes, type + (foot ? "621" : "622"), ulcer);
        });
    }
}
