package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Aftercare beside an injury that is healing: its 7th character says so already. Source: guidelines I.C.19.a, I.C.19.c.1 and I.C.21.c.7; the Excludes1 notes at Z47 and Z48. */
final class AftercareOfInjury implements CodeRule {
    private static final Rule RULE = new Rule(
            "aftercare-of-injury",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, sections I.C.19.a, I.C.19.c.1 and I.C.21.c.7 (aftercare); ICD-10-CM Tabular List, Excludes1 notes at Z47 and Z48",
            "The aftercare of an injury is told by the 7th character of the injury",
            "Leave the aftercare code out and keep the injury with its 7th character; where the aftercare is that of something else, say so.");

    private static final List<String> AFTERCARE = List.of("Z47", "Z48");
    private static final int SEVENTH = 6;
    /** First treatment (A; of open fractures B and C) and sequela (S): the others are of healing. */
    private static final String NOT_HEALING = "ABCS";

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var aftercare = Codes.firstUnder(set, AFTERCARE);
        if (aftercare == null) {
            return;
        }
        set.diagnoses().stream()
                .filter(diagnosis -> isHealingInjury(diagnosis.code()))
                .findFirst()
                .ifPresent(injury -> found.accept(RULE.finding(
                        List.of(aftercare.pointer(), injury.pointer()),
                        "%s is aftercare, and %s says by its 7th character that the injury is healing"
                                .formatted(aftercare.written(), injury.written()),
                        RULE.fix(),
                        aftercare.written(),
                        injury.written())));
    }

    /** S00-T34: injuries by site, burns and frostbite. */
    private static boolean isHealingInjury(String code) {
        return code.length() > SEVENTH
                && (code.charAt(0) == 'S' || code.startsWith("T") && code.compareTo("T35") < 0)
                && NOT_HEALING.indexOf(code.charAt(SEVENTH)) < 0;
    }
}
