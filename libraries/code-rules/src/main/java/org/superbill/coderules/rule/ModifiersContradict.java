package org.superbill.coderules.rule;

import java.util.List;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** Modifiers that cannot stand on one line. Source: NCCI Policy Manual, chapter I; Medicare Claims Processing Manual, chapter 12. */
final class ModifiersContradict implements CodeRule {
    private static final Rule RULE = new Rule(
            "modifiers-contradict",
            Severity.ERROR,
            "NCCI Policy Manual (Medicare), chapter I, section E; Medicare Claims Processing Manual, chapter 12, sections 20.2 and 40.7",
            "No two modifiers of a line contradict each other",
            "Keep the one that the record supports; a service on both sides has modifier 50 and one unit, or two lines.");

    private static final List<List<String>> PAIRS = List.of(
            List.of("RT", "LT"),
            List.of("50", "RT"),
            List.of("50", "LT"),
            List.of("26", "TC"),
            List.of("76", "77"),
            List.of("54", "55"),
            List.of("80", "82"),
            List.of("59", "XE"), // the special ones say what 59 leaves open
            List.of("59", "XP"),
            List.of("59", "XS"),
            List.of("59", "XU"));

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            if (line.modifiers().size() > 1) {
                check(line, found);
            }
        }
    }

    private static void check(KnownLine line, Consumer<Finding> found) {
        for (var pair : PAIRS) {
            if (line.modifiers().containsAll(pair)) {
                found.accept(RULE.finding(
                        line.pointer("modifiers"),
                        "Modifiers %s and %s contradict each other".formatted(pair.get(0), pair.get(1)),
                        line.code()));
            }
        }
    }
}
