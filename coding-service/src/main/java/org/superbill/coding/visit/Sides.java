package org.superbill.coding.visit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sides, fingers and toes as a note names them, and the modifiers that say so. Source: CPT, appendix A (50); HCPCS Level II (LT, RT, FA to F9, TA to T9). */
final class Sides {
    /** A side of the body. */
    enum Side {
        LEFT,
        RIGHT
    }

    private static final Pattern BOTH = Pattern.compile(
            "(?i)\\b(?:both|bilateral(?:ly)?|bilat|b/l)\\b|\\b(?:left and right|right and left|each (?:ear|knee|shoulder|hip|side))\\b");
    private static final Pattern LEFT =
            Pattern.compile("(?i)\\bleft\\b(?!-| hand(?:ed|[- ]dominan))|\\blt\\b|(?-i:\\bL\\b(?!\\d))");
    private static final Pattern RIGHT = Pattern.compile(
            "(?i)\\bright\\b(?!-| (?:away|now|after|before)\\b| hand(?:ed|[- ]dominan))|\\brt\\b|(?-i:\\bR\\b)");

    private static final Pattern DIGIT = Pattern.compile(
            "(?i)\\b(left|right|both|bilateral) (?:(great|big|second|2nd|third|3rd|fourth|4th|fifth|5th|little|small) toe(?:nail)?s?"
                    + "|(index|middle|long|ring|little|small|second|2nd|third|3rd|fourth|4th|fifth|5th)(?: trigger)? finger(?:nail)?s?|(thumb)(?:nail)?s?|(hallux))\\b");
    private static final Map<String, Integer> PLACES = Map.ofEntries(
            Map.entry("great", 0),
            Map.entry("big", 0),
            Map.entry("thumb", 0),
            Map.entry("hallux", 0),
            Map.entry("second", 1),
            Map.entry("2nd", 1),
            Map.entry("index", 1),
            Map.entry("third", 2),
            Map.entry("3rd", 2),
            Map.entry("middle", 2),
            Map.entry("long", 2),
            Map.entry("fourth", 3),
            Map.entry("4th", 3),
            Map.entry("ring", 3),
            Map.entry("fifth", 4),
            Map.entry("5th", 4),
            Map.entry("little", 4),
            Map.entry("small", 4));
    private static final List<String> OF_HANDS = List.of("FA", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9");
    private static final List<String> OF_FEET = List.of("TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9");
    private static final int OF_A_SIDE = 5;

    private Sides() {}

    static Set<Side> in(String words) {
        var sides = EnumSet.noneOf(Side.class);
        if (BOTH.matcher(words).find()) {
            return EnumSet.allOf(Side.class);
        }
        if (LEFT.matcher(words).find()) {
            sides.add(Side.LEFT);
        }
        if (RIGHT.matcher(words).find()) {
            sides.add(Side.RIGHT);
        }
        return sides;
    }

    /** 50 for both: then the service is one unit. */
    static List<String> modifiers(Set<Side> sides) {
        if (sides.size() > 1) {
            return List.of("50");
        }
        return sides.stream().map(side -> side == Side.LEFT ? "LT" : "RT").toList();
    }

    /** Of the fingers and toes that are named with their side, each once. */
    static List<String> digits(String words) {
        var digits = new ArrayList<String>();
        var named = DIGIT.matcher(words);
        while (named.find()) {
            var toe = named.group(2) != null || named.group(5) != null;
            var place = Stream.of(named.group(2), named.group(3), named.group(4), named.group(5))
                    .flatMap(Stream::ofNullable)
                    .map(said -> PLACES.get(said.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow();
            for (var side : in(named.group(1))) {
                var modifier = (toe ? OF_FEET : OF_HANDS).get(side == Side.LEFT ? place : OF_A_SIDE + place);
                if (!digits.contains(modifier)) {
                    digits.add(modifier);
                }
            }
        }
        return digits;
    }
}
