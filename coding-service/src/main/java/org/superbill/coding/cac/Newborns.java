package org.superbill.coding.cac;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A newborn's conditions have codes of their own. Source: ICD-10-CM Official Guidelines I.C.16. */
final class Newborns {
    private static final Pattern NEWBORN =
            Pattern.compile("(?i)newborn|neonat|\\bNICU\\b|days? old|preterm infant|liveborn|day of life");
    private static final Pattern OF_NEWBORN = Pattern.compile(
            "\\b(?:of|in|affecting)?\\s*(?:the )?newborn\\b|\\bneonatal\\b|originating in the perinatal period|\\bunspecified\\b|\\bnot elsewhere classified\\b|\\bother\\b");
    private static final Pattern WEIGHT = Pattern.compile(
            "(?i)(?:birth ?weight(?: of| was|:)?|weighing|weighed)\\s*(\\d[\\d,.]*)\\s*(g|grams|kg)\\b");
    private static final int[] WEIGHTS = {500, 750, 1000, 1250, 1500, 1750, 2000, 2500};
    private static final List<String> WEIGHT_CODES =
            List.of("P0701", "P0702", "P0703", "P0714", "P0715", "P0716", "P0717", "P0718");
    private static final List<String> WEEK_CODES = List.of(
            "P0722", "P0723", "P0724", "P0725", "P0726", "P0731", "P0732", "P0733", "P0734", "P0735", "P0736", "P0737",
            "P0738", "P0739");
    private static final int FIRST_WEEK = 23;
    private static final int FULL_TERM = 37;
    private static final int GRAMS = 1_000;

    private final Map<String, String> byWords = new HashMap<>();

    Newborns(CodeBook book) {
        for (var entry : book.entries()) {
            if (entry.code().startsWith("P") && book.isBillable(entry.code())) {
                byWords.putIfAbsent(words(entry.text()), entry.code());
            }
        }
    }

    static boolean isNewborn(ReadNote note, Encounter encounter) {
        var age = encounter.ageYears();
        return (age == null || age == 0) && note.has(NEWBORN);
    }

    /** The code of chapter 16 that says of a newborn what the code says of others. */
    Optional<String> code(String code, String title) {
        return "PQSTVWXYZO".indexOf(code.charAt(0)) >= 0
                ? Optional.empty()
                : Optional.ofNullable(byWords.get(words(title)));
    }

    private static String words(String title) {
        var bare = OF_NEWBORN.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(" ");
        return Arrays.stream(bare.split("[^a-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    /** Guidelines I.C.16.d: both the weight and the weeks, the weight first. */
    static void prematurity(Candidates codes, ReadNote note) {
        var weight = WEIGHT.matcher(note.text());
        if (weight.find()) {
            var grams = grams(weight.group(1), weight.group(2));
            for (var i = 0; i < WEIGHTS.length; i++) {
                if (grams < WEIGHTS[i]) {
                    codes.add(
                                    WEIGHT_CODES.get(i),
                                    List.of(Measures.mention("P07", "Birth weight", weight.start(), weight.end())))
                            .because("Guidelines I.C.16.d: the weight at birth, as the record says it");
                    break;
                }
            }
        }
        note.weeks()
                .filter(weeks -> weeks.value() >= FIRST_WEEK - 1 && weeks.value() < FULL_TERM)
                .ifPresent(weeks -> {
                    var code = weeks.value() < FIRST_WEEK ? "P0721" : WEEK_CODES.get(weeks.value() - FIRST_WEEK);
                    codes.add(code, List.of(Measures.mention("P07", "Weeks of gestation", weeks.start(), weeks.end())))
                            .because("Guidelines I.C.16.d: the weeks of gestation of a preterm newborn");
                });
    }

    private static double grams(String number, String unit) {
        if (unit.equalsIgnoreCase("kg")) {
            return Double.parseDouble(number.replace(',', '.').replaceAll("[.]$", "")) * GRAMS;
        }
        return Double.parseDouble(number.replaceAll("[,.]", ""));
    }
}
