package org.superbill.coding.cac;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How grave a dementia is, and with what it shows itself, are of its code. Source: Tabular List, F01-F03; index, Dementia, with; Guidelines I.C.5.d (the severity that the provider
 * documents; without one it is unspecified).
 */
final class Dementias {
    private static final Pattern GRAVE = Pattern.compile(
            "(?i)\\b(mild|moderate|severe)\\b(?:[\\s-]+(?!(?:with|and|or)\\b)[\\w'-]+){0,5}?[\\s-]+dementia"
                    + "|\\bdementia[\\s,(]+(?:(?:of|is|was|in|the|stage|currently)\\s+){0,3}(mild|moderate|severe)\\b");
    private static final String LINKED = "(?:\\bwith\\b|,|\\(|:|\\band\\b)[^.;]{0,50}?";

    /** What it shows itself with, by the ending of the code; the symptom of the same words says nothing more. */
    private record Disturbance(String ending, Pattern words, List<String> symptoms) {}

    private static final List<Disturbance> DISTURBANCES = List.of(
            new Disturbance(
                    "11",
                    Pattern.compile("(?i)" + LINKED + "\\b(?:agitat|aggressi|combative|violent)"),
                    List.of("R451", "R4689", "R456")),
            new Disturbance(
                    "2",
                    Pattern.compile("(?i)" + LINKED + "\\b(?:psychotic|psychosis|hallucinat|delusion|paranoi)"),
                    List.of("F29", "F22", "R44", "F28")),
            new Disturbance(
                    "3",
                    Pattern.compile("(?i)\\bwith (?:\\w+ ){0,3}?(?:depress|mood disturbance|apathy|anhedonia)"),
                    List.of("F32A", "R453")),
            new Disturbance("4", Pattern.compile("(?i)\\bwith (?:\\w+ ){0,3}?(?:anxiety|anxious)"), List.of("F419")));
    private static final Pattern OF_BEHAVIOR = Pattern.compile("(?i)\\bwith (?:\\w+ ){0,2}?behaviou?ral disturbance");
    private static final Map<String, String> SEVERITIES = Map.of("mild", "A", "moderate", "B", "severe", "C");
    private static final int SEVERITY = 3;
    private static final int BESIDE = 14;

    private Dementias() {}

    static void apply(Candidates codes, ReadNote note, CodeBook book) {
        for (var beginning : List.of("F01", "F02", "F03")) {
            for (var dementia : codes.all(beginning)) {
                ofAlzheimer(codes, dementia, note);
            }
            for (var dementia : codes.all(beginning)) {
                refine(codes, dementia, note, book);
            }
        }
    }

    /** "Alzheimer dementia" names both. Source: index, Dementia, in Alzheimer's disease. */
    private static void ofAlzheimer(Candidates codes, Candidate dementia, ReadNote note) {
        if (dementia.begins("F03")
                && said(dementia, note).toLowerCase(Locale.ROOT).contains("alzheimer")) {
            if (!codes.has("G30")) {
                codes.add("G309", dementia.mentions()).because("Index: dementia, in, Alzheimer's disease");
            }
            codes.replace(
                    dementia,
                    "F02" + dementia.code().substring(SEVERITY).replaceFirst("^9", "8"),
                    "Index: dementia, in, Alzheimer's disease");
        }
    }

    private static String said(Candidate dementia, ReadNote note) {
        var said = new StringBuilder();
        dementia.mentions()
                .forEach(mention -> said.append(note.text(), Math.max(0, mention.start() - BESIDE), mention.end())
                        .append(' '));
        return said.toString();
    }

    private static void refine(Candidates codes, Candidate dementia, ReadNote note, CodeBook book) {
        var severity = dementia.code().substring(SEVERITY, SEVERITY + 1);
        var endings = new ArrayList<Disturbance>();
        var behavior = false;
        for (var mention : dementia.mentions()) {
            var sentence = note.sentences().get(mention.sentence());
            var grave = GRAVE.matcher(note.text()).region(sentence.start(), sentence.end());
            if (Character.isDigit(severity.charAt(0)) && grave.find()) {
                var word = grave.group(1) == null ? grave.group(2) : grave.group(1);
                severity = SEVERITIES.getOrDefault(word.toLowerCase(Locale.ROOT), severity);
            }
            for (var disturbance : DISTURBANCES) {
                if (note.says(disturbance.words(), mention.start(), sentence.end()) && !endings.contains(disturbance)) {
                    endings.add(disturbance);
                }
            }
            behavior |= note.says(OF_BEHAVIOR, mention.start(), sentence.end());
        }
        var base = dementia.code().substring(0, SEVERITY) + severity;
        var without = dementia.code().endsWith("0");
        var all = endings.stream().map(Disturbance::ending).toList();
        if (without && all.isEmpty()) {
            all = List.of(behavior ? "18" : "0");
        }
        if (!without && severity.equals(dementia.code().substring(SEVERITY, SEVERITY + 1)) && all.isEmpty()) {
            return;
        }
        if (all.isEmpty()) {
            all = List.of(dementia.code().substring(SEVERITY + 1));
        }
        var why = "Tabular List, F01-F03: the severity and the disturbance that the record says";
        for (var ending : all) {
            if (book.isBillable(base + ending)) {
                if (codes.has(dementia.code())) {
                    codes.replace(dementia, base + ending, why);
                } else {
                    codes.add(base + ending, dementia.mentions()).because(why);
                }
            }
        }
        endings.forEach(disturbance -> disturbance.symptoms().forEach(codes::dropAll));
    }
}
