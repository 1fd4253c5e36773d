package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/**
 * A code that leaves open what another one of the same condition says: a pressure ulcer of the same site with its stage, the chronic obstructive pulmonary disease with its exacerbation.
 * A second ulcer of the site may lack its stage, so this is a warning. Source: guideline I.B.18; the titles of the codes.
 */
final class FullerBeside implements CodeRule {
    private static final Rule RULE = new Rule(
            "fuller-beside",
            Severity.WARNING,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.18 (unspecified codes); the titles of the codes",
            "No unspecified code stands beside one that says more of the same condition",
            "Leave the unspecified code out; where it is of another condition, say so.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var open : set.diagnoses()) {
            var other = Sides.among(set, open, open.place().beside().fuller());
            if (other != null) {
                found.accept(RULE.finding(
                        List.of(open.pointer(), other.pointer()),
                        "%s leaves open what %s says of the same condition".formatted(open.written(), other.written()),
                        RULE.fix(),
                        open.written(),
                        other.written()));
            }
        }
    }
}
