package org.superbill.coderules.rule;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * Hypertension coded apart from the heart disease or chronic kidney disease that the classification presumes to come from it, or with the wrong one of their common
 * codes. Source: guideline I.C.9.a.
 */
final class HypertensionPresumed implements CodeRule {
    private static final Rule RULE = new Rule(
            "hypertension-presumed",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.C.9.a (hypertension with heart disease and chronic kidney disease)",
            "Hypertension is coded with the heart disease and chronic kidney disease that are presumed to come from it",
            "Code I11, I12 or I13, unless the record says that they are unrelated.");

    private static final List<String> HEART_DISEASES =
            List.of("I514", "I515", "I516", "I517", "I5189", "I519"); // I.C.9.a.1
    private static final List<String> LAST_STAGES = List.of("N185", "N186");

    /** What is known of the heart. */
    private enum Heart {
        WELL,
        ILL,
        FAILING
    }

    /** What is known of the kidneys. */
    private enum Kidney {
        WELL,
        ILL,
        /** Stage 5 or end-stage. */
        FAILING
    }

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var heart = heart(set);
        var kidney = set.diagnoses().stream()
                .filter(diagnosis -> diagnosis.code().startsWith("N18"))
                .findFirst();
        if (heart.isEmpty() && kidney.isEmpty()) {
            return;
        }
        for (var hypertension : set.diagnoses()) {
            var code = hypertension.code();
            if (!Codes.isUnder(code, List.of("I10", "I11", "I12", "I13"))) {
                continue;
            }
            var together = together(
                    later(heartOf(code), heart.map(KnownDiagnosis::code).map(HypertensionPresumed::heartOf)),
                    kidney.map(KnownDiagnosis::code)
                            .map(HypertensionPresumed::kidneyOf)
                            .orElseGet(() -> kidneyOf(code)));
            if (!together.equals(hypertension.written())) {
                var heartIsSaid = heart.isEmpty()
                        || heartOf(code).compareTo(heartOf(heart.get().code())) >= 0;
                var other = heartIsSaid ? kidney.or(() -> heart).orElseThrow() : heart.orElseThrow();
                found.accept(RULE.finding(
                        List.of(hypertension.pointer(), other.pointer()),
                        "%s with %s is presumed to be one disease".formatted(hypertension.written(), other.written()),
                        "Code %s, unless the record says that they are unrelated.".formatted(together),
                        hypertension.written(),
                        other.written()));
            }
        }
    }

    /** Heart failure where there is one, else another disease of the heart that is presumed to come from hypertension. */
    private static Optional<KnownDiagnosis> heart(KnownSet set) {
        return set.diagnoses().stream()
                .filter(diagnosis ->
                        diagnosis.code().startsWith("I50") || Codes.isUnder(diagnosis.code(), HEART_DISEASES))
                .max(Comparator.comparing((KnownDiagnosis diagnosis) -> heartOf(diagnosis.code()))
                        .thenComparing(KnownDiagnosis::index, Comparator.reverseOrder()));
    }

    private static Heart later(Heart one, Optional<Heart> other) {
        return other.filter(heart -> heart.compareTo(one) > 0).orElse(one);
    }

    /** What a code of hypertension or of the heart says of it. */
    private static Heart heartOf(String code) {
        if (Codes.isUnder(code, List.of("I50", "I110", "I130", "I132"))) {
            return Heart.FAILING;
        }
        return code.startsWith("I11") || code.startsWith("I13") || Codes.isUnder(code, HEART_DISEASES)
                ? Heart.ILL
                : Heart.WELL;
    }

    /** What a code of hypertension or of the kidneys says of them. */
    private static Kidney kidneyOf(String code) {
        if (Codes.isUnder(code, List.of("I120", "I1311", "I132")) || Codes.isUnder(code, LAST_STAGES)) {
            return Kidney.FAILING;
        }
        return Codes.isUnder(code, List.of("I12", "I13", "N18")) ? Kidney.ILL : Kidney.WELL;
    }

    /** The code of the tabular list, I10 to I13, as it is written. */
    private static String together(Heart heart, Kidney kidney) {
        return switch (heart) {
            case WELL -> kidney == Kidney.WELL ? "I10" : kidney == Kidney.ILL ? "I12.9" : "I12.0";
            case ILL -> kidney == Kidney.WELL ? "I11.9" : kidney == Kidney.ILL ? "I13.10" : "I13.11";
            case FAILING -> kidney == Kidney.WELL ? "I11.0" : kidney == Kidney.ILL ? "I13.0" : "I13.2";
        };
    }
}
