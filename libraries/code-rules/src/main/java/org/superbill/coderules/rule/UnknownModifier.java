package org.superbill.coderules.rule;

import java.util.function.Consumer;
import org.superbill.coderules.AmbulanceModifiers;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A modifier that no loaded release has, and that is not where a transport began and ended. Source: CPT, appendix A; HCPCS Level II, modifiers. */
final class UnknownModifier implements CodeRule {
    private static final Rule RULE = new Rule(
            "modifier-unknown",
            Severity.ERROR,
            "CPT, appendix A; HCPCS Level II, modifiers",
            "Every modifier is one of CPT or HCPCS Level II",
            "Look the modifier up in CPT or HCPCS Level II; one that is newer than the loaded list comes with CMS's quarterly file.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            for (var m = 0; m < line.modifiers().size(); m++) {
                var modifier = line.modifiers().get(m);
                if (Terminology.MODIFIER.accepts(modifier)
                        && set.facts().find(Terminology.MODIFIER, modifier, line.date()) == null
                        && set.facts().covers(Terminology.MODIFIER, line.date())
                        && !(AmbulanceModifiers.areFor(line.code())
                                && AmbulanceModifiers.isOriginAndDestination(modifier))) {
                    found.accept(RULE.finding(
                            line.pointer("modifiers", m), "There is no modifier %s".formatted(modifier), line.code()));
                }
            }
        }
    }
}
