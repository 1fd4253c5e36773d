package org.superbill.coding.cac;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A myocardial infarction with ST elevation and the artery that was closed. Source: Tabular List, I21.0-I21.2; Guidelines I.C.9.e. */
final class Infarctions {
    private static final Pattern ELEVATED =
            Pattern.compile("(?i)\\bSTEMI\\b|ST[- ](?:segment )?elevation|elevation of the ST|elevated ST");
    private static final Pattern NOT_ELEVATED = Pattern.compile("(?i)NSTEMI|non[- ]?ST|without ST");
    private static final Map<Pattern, String> ARTERIES = arteries();

    private Infarctions() {}

    private static Map<Pattern, String> arteries() {
        var arteries = new LinkedHashMap<Pattern, String>();
        arteries.put(closed("left main"), "I2101");
        arteries.put(closed("left anterior descending|anterior descending|\\bLAD\\b"), "I2102");
        arteries.put(closed("right coronary|\\bRCA\\b"), "I2111");
        arteries.put(closed("circumflex"), "I2121");
        return arteries;
    }

    private static Pattern closed(String artery) {
        return Pattern.compile("(?i)(?:occlu\\w+|thromb\\w+|culprit)[^.;,]{0,50}?(?:" + artery + ")|(?:" + artery
                + ")[^.;,]{0,30}?(?:occlu|thromb|culprit)");
    }

    static void apply(Candidates codes, ReadNote note) {
        var infarction = codes.find("I2109", "I2119", "I2129", "I213", "I219");
        if (infarction.isEmpty()
                || infarction.get().begins("I219") && (!note.has(ELEVATED) || note.has(NOT_ELEVATED))) {
            return;
        }
        for (var artery : ARTERIES.entrySet()) {
            if (note.has(artery.getKey())) {
                codes.replace(
                        infarction.get(),
                        artery.getValue(),
                        "Tabular List, I21: the artery that the record says was closed");
                return;
            }
        }
    }
}
