package org.superbill.coderules.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;
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
            "NCCI Policy Manual (Medicare), chapter I, section E; Medicare Claims Processing Manual, chapter 12, sections 20.2, 20.4.3, 40.7 and 190.6",
            "No two modifiers of a line contradict each other",
            "Keep the one that the record supports; a service on both sides has modifier 50 and one unit, or two lines.");

    private static final List<List<String>> PAIRS = List.of(
            List.of("RT", "LT"),
            List.of("50", "RT"),
            List.of("50", "LT"),
            List.of("26", "TC"),
            List.of("76", "77"),
            List.of("54", "55"),
            List.of("78", "79"), // for a complication of the surgery, or unrelated to it; 58 is planned
            List.of("58", "78"),
            List.of("58", "79"),
            List.of("80", "81"),
            List.of("80", "82"),
            List.of("81", "82"),
            List.of("59", "XE"), // the special ones say what 59 leaves open
            List.of("59", "XP"),
            List.of("59", "XS"),
            List.of("59", "XU"));

    /** Medicare takes one of them only; some payers ask for both. */
    private static final List<List<String>> PAIRS_OF_MEDICARE = List.of(
            List.of("AS", "80"), // a physician assistant or nurse practitioner, or a physician
            List.of("AS", "81"),
            List.of("AS", "82"),
            List.of("95", "GT"), // seen live, told twice
            List.of("95", "93"), // seen, or heard only
            List.of("95", "GQ"),
            List.of("GT", "GQ"));

    private static final Rule BY_PAYER = RULE.asWarning();

    /** Lids, fingers and toes of one side, which the other side's modifier contradicts. */
    private static final Map<String, Set<String>> OF_THE_OTHER_SIDE = Map.of(
            "RT", Set.of("E1", "E2", "FA", "F1", "F2", "F3", "F4", "TA", "T1", "T2", "T3", "T4"),
            "LT", Set.of("E3", "E4", "F5", "F6", "F7", "F8", "F9", "T5", "T6", "T7", "T8", "T9"));

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
                found.accept(finding(RULE, line, pair.get(0), pair.get(1)));
            }
        }
        for (var pair : PAIRS_OF_MEDICARE) {
            if (line.modifiers().containsAll(pair)) {
                found.accept(finding(BY_PAYER, line, pair.get(0), pair.get(1)));
            }
        }
        for (var side : line.modifiers()) {
            var others = OF_THE_OTHER_SIDE.getOrDefault(side, Set.of());
            line.modifiers().stream()
                    .filter(others::contains)
                    .forEach(part -> found.accept(finding(RULE, line, side, part)));
        }
    }

    private static Finding finding(Rule rule, KnownLine line, String one, String other) {
        return rule.finding(
                line.pointer("modifiers"),
                "Modifiers %s and %s contradict each other".formatted(one, other),
                line.code());
    }
}
