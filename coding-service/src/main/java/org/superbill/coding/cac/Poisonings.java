package org.superbill.coding.cac;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One drug has either poisoned or done harm as it was prescribed, never both: where the note tells of an overdose or of a wrong dose, what the drug did is of the poisoning. A class
 * of drugs says nothing more beside the drug of it that is named. Source: ICD-10-CM Official Guidelines I.C.19.e.5.a and b.
 */
final class Poisonings {
    private static final int INTENT = 5;

    /** Whole classes in the Table of Drugs. */
    private static final Set<String> CLASSES = Set.of(
            "opioid",
            "opioids",
            "opiate",
            "narcotic",
            "antidepressant",
            "benzodiazepine",
            "salicylate",
            "analgesic",
            "sedative",
            "hypnotic",
            "drug",
            "medicament",
            "antipsychotic",
            "anticonvulsant",
            "antibiotic",
            "stimulant");

    private Poisonings() {}

    static void apply(Candidates codes, ReadNote note) {
        for (var effect : codes.all("T")) {
            if (isOfDrug(effect, "5")) {
                codes.all("T").stream()
                        .filter(other -> isOfDrug(other, "1234") && isOfSame(other.code(), effect.code()))
                        .findFirst()
                        .ifPresent(poisoning -> {
                            codes.drop(effect);
                            poisoning
                                    .seenIn(effect.mentions())
                                    .because(
                                            "Guidelines I.C.19.e.5.b: what a drug does that was wrongly taken is of the poisoning");
                        });
            }
        }
        for (var general : codes.all("T")) {
            if (isOfDrug(general, "123456")
                    && isClass(general)
                    && codes.all("T").stream()
                            .anyMatch(other -> other != general
                                    && isOfDrug(other, "123456")
                                    && !isClass(other)
                                    && other.code().startsWith(general.code().substring(0, 2))
                                    && isSaidTogether(general, other))) {
                codes.drop(general);
            }
        }
    }

    private static boolean isOfDrug(Candidate candidate, String intents) {
        var code = candidate.code();
        return code.length() == INTENT + 2
                && code.compareTo("T36") >= 0
                && code.compareTo("T51") < 0
                && intents.indexOf(intent(code)) >= 0;
    }

    /** It stands in the sixth place, and in the fifth where an X fills the sixth. */
    private static char intent(String code) {
        return code.charAt(INTENT) == 'X' ? code.charAt(INTENT - 1) : code.charAt(INTENT);
    }

    private static boolean isOfSame(String one, String other) {
        return one.substring(0, INTENT - 1).equals(other.substring(0, INTENT - 1))
                && (one.charAt(INTENT) == 'X' || one.charAt(INTENT - 1) == other.charAt(INTENT - 1));
    }

    private static boolean isClass(Candidate candidate) {
        return candidate.mentions().stream()
                .allMatch(mention -> List.of(
                                mention.path().toLowerCase(Locale.ROOT).split("[^a-z]+"))
                        .stream()
                        .findFirst()
                        .filter(CLASSES::contains)
                        .isPresent());
    }

    private static boolean isSaidTogether(Candidate one, Candidate other) {
        return one.mentions().stream()
                .anyMatch(mention ->
                        other.mentions().stream().anyMatch(beside -> beside.sentence() == mention.sentence()));
    }
}
