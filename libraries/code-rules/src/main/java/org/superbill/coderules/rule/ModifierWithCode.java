package org.superbill.coderules.rule;

import java.util.Set;
import java.util.function.Consumer;
import org.superbill.coderules.CodeRule;
import org.superbill.coderules.Finding;
import org.superbill.coderules.KnownLine;
import org.superbill.coderules.KnownSet;
import org.superbill.coderules.Rule;
import org.superbill.coderules.Severity;

/** A modifier on a code that it is not for. Source: CPT, appendix A; NCCI Policy Manual, chapter I, section E. */
final class ModifierWithCode implements CodeRule {
    private static final Rule RULE = new Rule(
            "modifier-with-code",
            Severity.ERROR,
            "CPT, appendix A; NCCI Policy Manual (Medicare), chapter I, section E (modifiers)",
            "Each modifier is on a code that it is for",
            "Remove the modifier, or move it to the line that it is for.");

    /**
     * 24, 25 and 57 say why an evaluation is paid beside a procedure, 27 beside another one at the same hospital; AI is the admitting physician's. HCPCS Level II has visits of its own (G0439, T1015), so only CPT
     * is judged.
     */
    private static final Set<String> FOR_EVALUATIONS = Set.of("24", "25", "27", "57", "AI");

    /** A laboratory test that was repeated for another result on the same day, and one that CLIA waives (Medicare Claims Processing Manual, chapter 16, section 70.8). */
    private static final Set<String> FOR_LABORATORY = Set.of("91", "QW");

    /** The coronary arteries, of procedures on heart and vessels. */
    private static final Set<String> FOR_CORONARY_ARTERIES = Set.of("LC", "LD", "LM", "RC", "RI");

    /** Of a procedure's extent, parts, sides, places and surgeons. */
    private static final Set<String> FOR_PROCEDURES = Set.of(
            "22", "26", "TC", "50", "51", "53", "54", "55", "56", "58", "59", "62", "66", "78", "79", "80", "81", "82",
            "AS", "XE", "XP", "XS", "XU", "RT", "LT", "E1", "E2", "E3", "E4", "FA", "F1", "F2", "F3", "F4", "F5", "F6",
            "F7", "F8", "F9", "TA", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9");

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            for (var m = 0; m < line.modifiers().size(); m++) {
                check(line, m, found);
            }
        }
    }

    private static void check(KnownLine line, int position, Consumer<Finding> found) {
        var modifier = line.modifiers().get(position);
        if (FOR_EVALUATIONS.contains(modifier)
                && Procedures.isCpt(line.code())
                && !Procedures.isEvaluation(line.code())) {
            found.accept(RULE.finding(
                    line.pointer("modifiers", position),
                    "Modifier %s is for evaluation and management, %s is none".formatted(modifier, line.code()),
                    line.code()));
        } else if (FOR_CORONARY_ARTERIES.contains(modifier)
                && Procedures.isCategoryI(line.code())
                && !Procedures.isCardiovascular(line.code())) {
            found.accept(RULE.finding(
                    line.pointer("modifiers", position),
                    "Modifier %s names a coronary artery, which %s is not for".formatted(modifier, line.code()),
                    line.code()));
        } else if (FOR_LABORATORY.contains(modifier)
                && Procedures.isCategoryI(line.code())
                && !Procedures.isLaboratory(line.code())) {
            found.accept(RULE.finding(
                    line.pointer("modifiers", position),
                    "Modifier %s is for laboratory tests, %s is none".formatted(modifier, line.code()),
                    line.code()));
        } else if (FOR_PROCEDURES.contains(modifier) && Procedures.isEvaluation(line.code())) {
            found.accept(RULE.finding(
                    line.pointer("modifiers", position),
                    "Modifier %s is for procedures, %s is evaluation and management".formatted(modifier, line.code()),
                    line.code()));
        }
    }
}
