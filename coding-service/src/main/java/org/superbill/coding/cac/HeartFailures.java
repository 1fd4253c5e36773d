package org.superbill.coding.cac;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The kind of a heart failure and how it has come, wherever they stand beside it: "CHF, EF 60 percent, diastolic, acute on chronic". Source: Tabular List, I50.2-I50.4; Guidelines
 * I.C.9.a.1: beside a hypertensive heart disease the failure keeps its code.
 */
final class HeartFailures {
    private static final String WORD =
            "(?:acute on chronic|acute|chronic|diastolic|systolic|combined|and|decompensated|congestive|worsening|new|HFpEF|HFrEF"
                    + "|with (?:preserved|reduced) (?:ejection fraction|EF)|(?:LV)?EF\\W{0,2}(?:of |is |was )?\\d\\d(?: ?- ?\\d\\d)? ?(?:%|percent)?)";
    private static final Pattern BEHIND =
            Pattern.compile("(?i)^[\\s,(:-]{0,3}" + WORD + "(?:[\\s,()-]{1,3}" + WORD + ")*");
    private static final Pattern BEFORE =
            Pattern.compile("(?i)" + WORD + "(?:[\\s,()-]{1,3}" + WORD + ")*[\\s,(-]{1,3}$");
    private static final Pattern SYSTOLIC = Pattern.compile("(?i)systolic|HFrEF|reduced");
    private static final Pattern DIASTOLIC = Pattern.compile("(?i)diastolic|HFpEF|preserved");
    private static final Pattern BOTH = Pattern.compile("(?i)acute on chronic");
    private static final Pattern ACUTE = Pattern.compile("(?i)acute|decompensated");
    private static final Pattern CHRONIC = Pattern.compile("(?i)chronic");
    private static final Map<String, String> OPEN = Map.of("I509", "", "I5020", "2", "I5030", "3", "I5040", "4");
    private static final int REACH = 60;

    private HeartFailures() {}

    static void apply(Candidates codes, ReadNote note) {
        if (!codes.has("I50")) {
            codes.find("I110", "I130", "I132")
                    .ifPresent(hypertensive -> codes.add("I509", hypertensive.mentions())
                            .because("Tabular List, I11.0, I13.0: use additional code for the heart failure"));
        }
        for (var failure : codes.all("I50")) {
            if (OPEN.containsKey(failure.code())) {
                for (var mention : List.copyOf(failure.mentions())) {
                    var code = code(failure.code(), said(mention, note));
                    if (!code.equals(failure.code())) {
                        codes.replace(failure, code, "Tabular List, I50: the kind and the course that stand beside it");
                        break;
                    }
                }
            }
        }
    }

    /** The words of the failure and those that qualify it before and behind. */
    private static String said(Mention mention, ReadNote note) {
        var sentence = note.sentences().get(mention.sentence());
        var text = note.text();
        var before =
                BEFORE.matcher(text.substring(Math.max(sentence.start(), mention.start() - REACH), mention.start()));
        var behind = BEHIND.matcher(text.substring(
                mention.end(), Math.max(mention.end(), Math.min(sentence.end(), mention.end() + REACH))));
        return (before.find() ? before.group() : "") + " " + text.substring(mention.start(), mention.end()) + " "
                + (behind.find() ? behind.group() : "");
    }

    private static String code(String open, String said) {
        var systolic = SYSTOLIC.matcher(said).find();
        var diastolic = DIASTOLIC.matcher(said).find();
        var kind = systolic && diastolic ? "4" : systolic ? "2" : diastolic ? "3" : OPEN.getOrDefault(open, "");
        if (kind.isEmpty()) {
            return open;
        }
        var course = BOTH.matcher(said).find()
                ? "3"
                : ACUTE.matcher(said).find() ? "1" : CHRONIC.matcher(said).find() ? "2" : "0";
        return "I50" + kind + course;
    }
}
