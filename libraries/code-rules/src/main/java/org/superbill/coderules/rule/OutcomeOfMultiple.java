package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A multiple gestation with the outcome of a single one, or the reverse. A fetus may have been lost before the delivery (O31). Source: titles of categories O30
 * and Z37 in the Tabular List; guideline I.C.15.b.5.
 */
final class OutcomeOfMultiple implements CodeRule {
    private static final Rule RULE = new Rule(
            "outcome-of-multiple",
            Severity.WARNING,
            "ICD-10-CM Tabular List, categories O30 and Z37; Official Guidelines for Coding and Reporting, section I.C.15.b.5 (outcome of delivery)",
            "The outcome of delivery counts as many infants as the pregnancy",
            "Code the outcome of all infants; where one was lost before, code that of category O31 too.");

    private static final List<String> MULTIPLE = List.of("O30");
    private static final List<String> LOSS_OF_ONE = List.of("O31");
    private static final List<String> OUTCOMES_OF_ONE = List.of("Z370", "Z371");
    private static final List<String> OUTCOMES_OF_SEVERAL = List.of("Z372", "Z373", "Z374", "Z375", "Z376", "Z377");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        var multiple = Codes.firstUnder(set, MULTIPLE);
        var ofOne = Codes.firstUnder(set, OUTCOMES_OF_ONE);
        var ofSeveral = Codes.firstUnder(set, OUTCOMES_OF_SEVERAL);
        if (multiple != null && ofOne != null && Codes.firstUnder(set, LOSS_OF_ONE) == null) {
            found.accept(RULE.finding(
                    List.of(ofOne.pointer(), multiple.pointer()),
                    "%s is the outcome of one infant, and %s is a multiple gestation"
                            .formatted(ofOne.written(), multiple.written()),
                    RULE.fix(),
                    ofOne.written(),
                    multiple.written()));
        } else if (multiple == null && ofSeveral != null) {
            found.accept(RULE.finding(
                    ofSeveral.pointer(),
                    "%s is the outcome of several infants, and no multiple gestation (O30) is coded"
                            .formatted(ofSeveral.written()),
                    ofSeveral.written()));
        }
    }
}
