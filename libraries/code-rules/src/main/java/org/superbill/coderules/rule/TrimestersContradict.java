package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownDiagnosis;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * Codes of different trimesters, or of a trimester and weeks outside of it. A stay may reach from one trimester into the next (I.C.15.a.4), whoever bills it, and care of a pregnancy
 * that is billed as one does; an encounter of one day does not.
 * Source: the note on trimesters at chapter 15 of the Tabular List; guidelines I.C.15.a.3 and 4.
 */
final class TrimestersContradict implements CodeRule {
    private static final Rule RULE = new Rule(
            "trimesters-contradict",
            Severity.ERROR,
            "ICD-10-CM Tabular List, note at chapter 15 (trimesters); Official Guidelines for Coding and Reporting, sections I.C.15.a.3 and I.C.15.a.4 (trimester)",
            "All codes of a pregnancy name the same trimester, and its weeks lie in it",
            "Code each condition with the trimester of the encounter, and the completed weeks of gestation.");

    private static final Rule OVER_TIME = RULE.asWarning();
    private static final String WEEKS = "Z3A";
    private static final int LENGTH = 5;
    /** The first trimester has less than 14 weeks and 0 days, the second less than 28 and 0. */
    private static final int SECOND_FROM = 14;

    private static final int THIRD_FROM = 28;

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var first = set.diagnoses().stream()
                .filter(diagnosis -> trimester(diagnosis) > 0)
                .findFirst()
                .orElse(null);
        if (first != null) {
            set.diagnoses().stream()
                    .filter(other -> trimester(other) > 0 && trimester(other) != trimester(first))
                    .findFirst()
                    .ifPresent(other -> found.accept(finding(set, first, other)));
        }
    }

    private static Finding finding(KnownSet set, KnownDiagnosis one, KnownDiagnosis other) {
        return (lasts(set) ? OVER_TIME : RULE)
                .finding(
                        List.of(other.pointer(), one.pointer()),
                        "%s is of trimester %d, %s of trimester %d"
                                .formatted(one.written(), trimester(one), other.written(), trimester(other)),
                        RULE.fix(),
                        one.written(),
                        other.written());
    }

    /** A professional's claim of a stay is no inpatient's, since its lines are judged by their own days; it lasts as the stay does. */
    private static boolean lasts(KnownSet set) {
        var encounter = set.encounter();
        var discharged = encounter.dischargeDate();
        return encounter.inpatient()
                || discharged != null && discharged.isAfter(encounter.serviceDate())
                || set.lines().stream().anyMatch(line -> Procedures.isCareOfPregnancy(line.code()))
                || set.lines().stream().map(KnownLine::date).distinct().count() > 1;
    }

    /** 1 to 3; 0 for a code that is of none. */
    private static int trimester(KnownDiagnosis diagnosis) {
        return diagnosis.code().startsWith(WEEKS)
                ? ofWeeks(diagnosis.code())
                : diagnosis.place().trimester();
    }

    /** Z3A.01 is less than 8 weeks, Z3A.49 more than 42; Z3A.00 does not say. */
    private static int ofWeeks(String code) {
        var weeks = code.length() == LENGTH ? code.substring(WEEKS.length()) : "00";
        if (weeks.equals("00") || !weeks.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return 0;
        }
        var completed = Integer.parseInt(weeks);
        return completed < SECOND_FROM ? 1 : completed < THIRD_FROM ? 2 : 3;
    }
}
