package org.superbill.coderules.rule;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;
import org.superbill.coderules.Terminology;

/** A modifier that no loaded release has. Source: CPT, appendix A; HCPCS Level II, modifiers. */
final class UnknownModifier implements CodeRule {
    private static final Rule RULE = new Rule(
            "modifier-unknown",
            Severity.ERROR,
            "CPT, appendix A; HCPCS Level II, modifiers",
            "Every modifier is one of CPT or HCPCS Level II",
            "Look the modifier up in CPT or HCPCS Level II.");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public Stream<Finding> check(KnownSet set) {
        return set.lines().stream()
                .filter(line -> set.facts().covers(Terminology.MODIFIER, line.date()))
                .flatMap(line -> IntStream.range(0, line.modifiers().size())
                        .filter(m ->
                                Terminology.MODIFIER.accepts(line.modifiers().get(m)))
                        .filter(m -> set.facts()
                                        .find(
                                                Terminology.MODIFIER,
                                                line.modifiers().get(m),
                                                line.date())
                                == null)
                        .mapToObj(m -> RULE.finding(
                                line.pointer("modifiers", m),
                                "There is no modifier %s"
                                        .formatted(line.modifiers().get(m)),
                                line.code())));
    }
}
