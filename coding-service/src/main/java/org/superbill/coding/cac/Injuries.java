package org.superbill.coding.cac;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Open wounds: a bite has a code of its own beside the laceration's. */
final class Injuries {
    private static final Set<String> OPEN_WOUNDS = Set.of("S01", "S41", "S51", "S61", "S71", "S81", "S91");
    private static final int KIND = 4;
    private static final int COMPARTMENT = 4;

    /** What has a code of its own when it comes of an injury. Source: index, under each, "traumatic". */
    private static final Map<String, String> TRAUMATIC = Map.of(
            "J939", "S270XXA",
            "J9383", "S270XXA",
            "J942", "S271XXA",
            "R571", "T794XXA",
            "R578", "T794XXA",
            "K661", "S36893A",
            "K683", "S36892A");

    private static final Pattern AND_AIR = Pattern.compile("(?i)pneumo");
    private static final Pattern RIBS = Pattern.compile("(?i)\\bribs\\b");

    private static final Pattern ACCIDENT = Pattern.compile(
            "(?i)accident|\\btrauma\\b|trauma center|polytrauma|collision|crash|run over|\\bfell\\b|\\bfall from|stab|gunshot|struck by|hit by|\\bMVC\\b|\\bMVA\\b|assault|collid|\\bmotorcyclist|\\bejected from|roll(?:ed)? ?-?over|overturned|\\bkicked by|\\bcrush(?:ed)? (?:by|injur)");

    private static final Pattern HEAD_TRAUMA = Pattern.compile(
            "(?i)head (?:injury|trauma)|(?:injury|trauma|blow) (?:to|of) (?:the|his|her) head|cranial trauma|traumatic brain|\\bfell\\b|\\ba fall\\b|accident|assault");
    private static final Pattern TRAUMATIC_COMPARTMENT =
            Pattern.compile("(?i)(?<!non)(?<!non-)\\btraumatic compartment");

    private Injuries() {}

    /** A pneumothorax or a shock among the injuries of an accident is one of them; more than one rib broken is "multiple". */
    static void trauma(Candidates codes, ReadNote note) {
        for (var rib : codes.all("S223")) {
            if (rib.mentions().stream()
                    .anyMatch(mention -> RIBS.matcher(note.text().substring(mention.start(), mention.end()))
                            .find())) {
                codes.replace(rib, "S224" + rib.code().substring(KIND), "Index: fracture, ribs, more than one");
            }
        }
        if (note.has(HEAD_TRAUMA)) {
            codes.find("I620")
                    .ifPresent(bleeding -> codes.replace(
                            bleeding, "S065XAA", "Index: hemorrhage, subdural, traumatic: the record has the injury"));
        }
        if (!note.has(ACCIDENT)) {
            withoutInjury(codes, note);
        }
        if (!codes.has("S") || !note.has(ACCIDENT)) {
            return;
        }
        codes.find("J942")
                .filter(blood -> blood.mentions().stream()
                        .anyMatch(mention -> AND_AIR.matcher(note.text().substring(mention.start(), mention.end()))
                                .find()))
                .ifPresent(both -> codes.replace(both, "S272XXA", "Index: hemopneumothorax, traumatic"));
        TRAUMATIC.forEach((code, injury) -> codes.find(code)
                .ifPresent(found -> codes.replace(found, injury, "Index: of an injury it is coded as traumatic")));
    }

    /** Source: index, Compartment syndrome, nontraumatic; Rupture, spleen, nontraumatic. */
    private static void withoutInjury(Candidates codes, ReadNote note) {
        if (codes.all("S").stream().allMatch(injury -> injury.begins("S3609"))) {
            codes.all("S3609")
                    .forEach(spleen -> codes.replace(
                            spleen, "D735", "Index: rupture, spleen, nontraumatic: the record has no injury"));
        }
        if (codes.has("S") || note.has(TRAUMATIC_COMPARTMENT)) {
            return;
        }
        for (var syndrome : codes.all("T79A")) {
            var code = syndrome.code();
            codes.replace(
                    syndrome,
                    "M79A" + code.substring(COMPARTMENT, code.length() - 1).replace("X", ""),
                    "Index: compartment syndrome, nontraumatic: the record has no injury");
        }
    }

    /** A laceration of an animal's or a person's teeth is an open bite. Source: index, Bite; Laceration. */
    static void bites(Candidates codes, CodeBook book) {
        if (!codes.has("W540", "W5501", "W503")) {
            return;
        }
        for (var wound : codes.all("S")) {
            var code = wound.code();
            if (code.length() > KIND
                    && OPEN_WOUNDS.contains(code.substring(0, 3))
                    && (code.charAt(KIND) == '1' || code.charAt(KIND) == '2')) {
                var bite = code.substring(0, KIND) + '5' + code.substring(KIND + 1);
                if (book.isBillable(bite)) {
                    codes.replace(wound, bite, "The wound is a bite: index, Bite, by site");
                }
            }
        }
    }
}
