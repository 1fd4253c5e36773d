package org.superbill.coding.cac;

import java.util.Map;
import java.util.regex.Pattern;

/** Varicose veins of the legs that hurt, swell, are inflamed or ulcerated are not the asymptomatic ones. Source: Alphabetic Index, Varix, with. */
final class VaricoseVeins {
    private static final String WHY = "Index: varix, with what the sentence says of it: not asymptomatic";
    private static final Pattern ULCER = Pattern.compile("(?i)\\bulcer");
    private static final Pattern INFLAMED = Pattern.compile("(?i)\\binflam|stasis dermatitis");
    private static final Pattern PAIN = Pattern.compile("(?i)\\bpain|\\bach(?:e|es|ing|y)\\b|\\btender");
    private static final Pattern OTHER = Pattern.compile(
            "(?i)\\bedema|\\bo?edematous|\\bswelling|\\bswollen|\\bheav(?:y|iness)|\\bitch|\\bbleed|\\bsymptomatic");

    /** By the last character of I83.9-: unspecified, right, left, both. */
    private static final Map<Character, Character> SIDES = Map.of('0', '9', '1', '1', '2', '2', '3', '3');

    private VaricoseVeins() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var veins : codes.all("I839")) {
            var last = veins.code().charAt(veins.code().length() - 1);
            var both = last == '3';
            if (said(veins, note, ULCER) && !both) {
                codes.replace(veins, "I830" + last + place(veins, note), WHY);
            } else if (said(veins, note, INFLAMED) && !both) {
                codes.replace(veins, "I831" + last, WHY);
            } else if (said(veins, note, PAIN)) {
                dropPain(codes, veins);
                codes.replace(veins, "I8381" + SIDES.get(last), WHY);
            } else if (said(veins, note, OTHER)) {
                codes.replace(veins, "I8389" + SIDES.get(last), WHY);
            }
        }
    }

    private static boolean said(Candidate veins, ReadNote note, Pattern what) {
        return veins.mentions().stream().anyMatch(mention -> {
            var sentence = note.sentences().get(mention.sentence());
            return note.says(what, sentence.start(), sentence.end());
        });
    }

    /** The pain of the legs is that of the veins. */
    private static void dropPain(Candidates codes, Candidate veins) {
        for (var pain : codes.all("M796")) {
            if (pain.mentions().stream()
                    .allMatch(told -> veins.mentions().stream().anyMatch(said -> said.sentence() == told.sentence()))) {
                codes.drop(pain);
            }
        }
    }

    /** Source: Tabular List, I83.01-: thigh, calf, ankle, heel and midfoot, other part of foot, unspecified. */
    private static char place(Candidate veins, ReadNote note) {
        var places = Map.of(
                Pattern.compile("(?i)\\bthigh"), '1',
                Pattern.compile("(?i)\\bcalf"), '2',
                Pattern.compile("(?i)\\bankle|malleol"), '3',
                Pattern.compile("(?i)\\bheel|midfoot"), '4',
                Pattern.compile("(?i)\\btoe|forefoot"), '5',
                Pattern.compile("(?i)\\bshin"), '8');
        return places.entrySet().stream()
                .filter(place -> said(veins, note, place.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse('9');
    }
}
