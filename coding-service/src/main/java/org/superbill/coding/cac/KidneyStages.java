package org.superbill.coding.cac;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The stage of a chronic kidney disease in every way of writing it: "CKD 3", "CKD G3aA2", "CKD stage IIIb", "stage IV CKD". Source: Tabular List, N18.1-N18.5. */
final class KidneyStages {
    private static final String STAGE = "(V|IV|III|II|I|[1-5]) ?([abAB])?";

    /** Not "CKD, 3 months": a number that counts something is none. */
    private static final Pattern BEHIND = Pattern.compile(
            "^[\\s,:(-]{0,3}(?:(?i:stage|grade|st\\.|G)[\\s-]{0,2})?" + STAGE
                    + "(?:(?=[/ ]?A[123]\\b)|(?![\\w%]|[ -]?(?:months?|mos?|days?|weeks?|wks?|years?|yrs?|times|x|mg|tabs?)\\b)(?![./]\\d))");

    private static final Pattern BEFORE =
            Pattern.compile("\\b(?i:stage|grade|G)[\\s-]{0,2}" + STAGE + "[\\s),-]{0,3}$");
    private static final Pattern WITHOUT_DIALYSIS = Pattern.compile(
            "(?i)\\bnot (?:yet |currently )?(?:on|requiring|receiving|started on|dependent on) (?:\\w+ ){0,2}dialysis|\\bno need for dialysis|\\bpre-?dialysis (?:CKD|stage|chronic)|\\bdeclin\\w+ (?:\\w+ )?dialysis");
    private static final int REACH = 20;

    private KidneyStages() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var disease : codes.all("N189")) {
            for (var mention : List.copyOf(disease.mentions())) {
                var text = note.text();
                var behind =
                        BEHIND.matcher(text.substring(mention.end(), Math.min(text.length(), mention.end() + REACH)));
                var before = BEFORE.matcher(text.substring(Math.max(0, mention.start() - REACH), mention.start()));
                if (behind.find()) {
                    stage(codes, disease, behind.toMatchResult());
                    break;
                } else if (before.find()) {
                    stage(codes, disease, before.toMatchResult());
                    break;
                }
            }
        }
        if (note.has(WITHOUT_DIALYSIS)) {
            codes.dropAll("Z992");
        } else if (codes.has("Z992")) {
            codes.find("N185")
                    .ifPresent(last -> codes.replace(
                            last, "N186", "Tabular List, N18.6: chronic kidney disease requiring chronic dialysis"));
        }
    }

    private static void stage(Candidates codes, Candidate disease, MatchResult said) {
        var number = switch (said.group(1)) {
            case "I" -> 1;
            case "II" -> 2;
            case "III" -> 3;
            case "IV" -> 4;
            case "V" -> 5;
            default -> Integer.parseInt(said.group(1));
        };
        var part = said.group(2) == null
                ? "0"
                : said.group(2).toLowerCase(Locale.ROOT).equals("a") ? "1" : "2";
        codes.replace(
                disease,
                "N18" + number + (number == 3 ? part : ""),
                "Tabular List, N18: the stage that stands beside it");
    }
}
