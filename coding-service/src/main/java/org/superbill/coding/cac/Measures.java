package org.superbill.coding.cac;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.superbill.coding.notetext.SectionKind;

/** Numbers in a note that are codes: body mass index, weeks of gestation, the stroke scale. */
final class Measures {
    private static final Pattern BMI = Pattern.compile(
            "(?i)\\b(?:BMI|body mass index)(?: of| is|:|,| was)?\\s*(?:\\[BMI]\\s*)?(\\d{2})(?:\\.(\\d))?");
    private static final Pattern WEEKS = Pattern.compile(
            "(?i)\\b(\\d{1,2})\\s?(?:w(?:eeks?|ks?)?\\s?\\+?\\s?\\d\\s?d?\\b|(?:weeks?|wks?)(?:'|’)?\\s*(?:of\\s+)?(?:gestation|pregnan|ga\\b|gestational|iup)|\\+\\d\\s*weeks)");
    private static final Pattern IUP_WEEKS = Pattern.compile("(?i)\\bIUP(?: at)? (\\d{1,2}) ?w(?:ee)?ks?");
    private static final Pattern DELIVERED_AT = Pattern.compile(
            "(?i)\\b(?:deliver\\w*|cesarean|birth|presentation|labou?r|infant|boy|girl|born|newborn)\\b[^.;]{0,60}? at (\\d{2}) ?(?:weeks|wks?)\\b(?! (?:of age|old|post|after))");
    private static final Pattern STROKE_SCALE =
            Pattern.compile("(?i)\\bNIHSS(?: score)?(?: of| was| is|:)?\\s*(\\d{1,2})\\b");
    private static final int ADULT = 20;

    /** A number at its place. */
    record Found(int value, int start, int end) {}

    private Measures() {}

    /** Guidelines I.B.14: a body mass index only beside a diagnosis of the provider's that it belongs to. */
    static void bodyMass(Candidates codes, ReadNote note, Encounter encounter) {
        var adult = encounter.ageYears() == null || encounter.ageYears() >= ADULT;
        if (!adult || !codes.has("E66", "E43", "E44", "E46", "R634", "R636", "E663")) {
            return;
        }
        var bmi = BMI.matcher(note.text());
        if (bmi.find()) {
            var value = Integer.parseInt(bmi.group(1));
            codes.add(bmiCode(value), List.of(mention("Z68", "Body mass index", bmi.start(), bmi.end())))
                    .because(
                            "Guidelines I.B.14: the index is coded beside the weight diagnosis that the provider made");
        }
    }

    private static String bmiCode(int value) {
        if (value < 20) {
            return "Z681";
        }
        if (value < 40) {
            return "Z68" + value;
        }
        return value < 45 ? "Z6841" : value < 50 ? "Z6842" : value < 60 ? "Z6843" : value < 70 ? "Z6844" : "Z6845";
    }

    /** Guidelines I.C.21.c.11: the week of gestation beside every code of chapter 15 of a pregnancy that goes on; not where it ends in an abortion (O00-O08). */
    static void gestation(Candidates codes, ReadNote note) {
        if (codes.has("O00", "O01", "O02", "O03", "O04", "O07", "O08")) {
            codes.dropAll("O3421"); // the pregnancy does not go on
            return;
        }
        var week = note.weeks();
        if (week.isPresent()
                        && codes.all().stream().anyMatch(candidate -> candidate.begins("O") && !candidate.begins("O0"))
                || week.isPresent() && codes.has("O09")) {
            var found = week.get();
            var code = found.value() < 8 ? "Z3A01" : found.value() > 42 ? "Z3A49" : "Z3A%02d".formatted(found.value());
            codes.add(code, List.of(mention("Z3A", "Weeks of gestation", found.start(), found.end())))
                    .because("Guidelines I.C.21.c.11: weeks of gestation go beside the codes of chapter 15");
        }
    }

    static Optional<Found> weeks(String text) {
        for (var pattern : List.of(WEEKS, IUP_WEEKS, DELIVERED_AT)) {
            var weeks = pattern.matcher(text);
            if (weeks.find()) {
                return Optional.of(new Found(Integer.parseInt(weeks.group(1)), weeks.start(), weeks.end()));
            }
        }
        return Optional.empty();
    }

    static void strokeScale(Candidates codes, ReadNote note) {
        var scale = STROKE_SCALE.matcher(note.text());
        if (codes.has("I63") && scale.find()) {
            var value = Integer.parseInt(scale.group(1));
            codes.add(
                            "R297%02d".formatted(Math.min(value, 42)),
                            List.of(mention("R297", "NIHSS score", scale.start(), scale.end())))
                    .because("Guidelines I.C.18.i: the stroke scale beside the infarction");
        }
    }

    static Mention mention(String target, String path, int start, int end) {
        return new Mention(
                target, Source.STATUS, path, 2, 0, 0, start, end, SectionKind.NARRATIVE, Assertion.PRESENT, 0, 0, 0);
    }
}
