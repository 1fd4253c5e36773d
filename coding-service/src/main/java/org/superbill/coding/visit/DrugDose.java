package org.superbill.coding.visit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A dose as a note has it, and what it is of.
 *
 * @param said where in the words
 */
record DrugDose(DrugCode.Dose dose, Role role, Span said) {
    /** What a dose is of. */
    enum Role {
        GIVEN,
        /** What the vial holds. */
        VIAL,
        DISCARDED
    }

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** Neither a concentration, nor a dose by weight, nor the end of a range. */
    private static final Pattern DOSE = Pattern.compile(
            "(?i)(?<![\\w.])(?<![0-9],)(?<![0-9] ?(?:-|\\u2013|to) ?)([0-9][0-9,]*(?:\\.[0-9]+)?|\\.[0-9]+)\\s*(million)?\\s*"
                    + "(mg|mcg|micrograms?|milligrams?|grams?|gm|g|units?|iu|ml|cc|meq)\\b(?!\\s*(?:/|per\\b|-|\\u2013))");

    private static final Pattern VIAL_BEHIND =
            Pattern.compile("(?i)^ ?-?(?:(?:single|multi(?:ple)?)[- ]?(?:dose|use) )?(?:vial|ampule?|SDV|MDV)\\b");
    private static final Pattern VIAL_BEFORE =
            Pattern.compile("(?i)\\b(?:vial|ampule?|SDV|MDV) (?:of|with|containing) $");
    private static final Pattern DISCARDED_BEHIND = Pattern.compile(
            "(?i)^ (?:of (?:it|the drug|drug|[a-z-]+) )?(?:(?:was|were|is) )?(?:then )?(?:wasted?|wastage|discarded|thrown away)\\b");
    private static final Pattern DISCARDED_BEFORE =
            Pattern.compile("(?i)\\b(?:wasted?|wastage|discarded)(?::| of| was| =)? ?$");

    static List<DrugDose> in(String words) {
        var found = new ArrayList<DrugDose>();
        var dose = DOSE.matcher(words);
        while (dose.find()) {
            var amount = new BigDecimal(dose.group(1).replace(",", ""));
            found.add(new DrugDose(
                    DrugCode.Dose.of(
                            dose.group(2) == null ? amount : amount.multiply(MILLION),
                            dose.group(3).toLowerCase(Locale.ROOT)),
                    role(words.substring(0, dose.start()), words.substring(dose.end())),
                    new Span(dose.start(), dose.end())));
        }
        return found;
    }

    private static Role role(String before, String behind) {
        if (DISCARDED_BEHIND.matcher(behind).find()
                || DISCARDED_BEFORE.matcher(before).find()) {
            return Role.DISCARDED;
        }
        return VIAL_BEHIND.matcher(behind).find() || VIAL_BEFORE.matcher(before).find() ? Role.VIAL : Role.GIVEN;
    }
}
