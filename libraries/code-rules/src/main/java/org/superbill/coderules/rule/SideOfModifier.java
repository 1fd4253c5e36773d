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
import org.superbill.coderules.Side;

/**
 * A line whose modifier names the other side than all the diagnoses with a side that it points to. Where it points to one without a side too, the work may be for
 * that one: a breast removed as a precaution beside the diseased one (guideline I.C.21.c.13), a haematoma drained on one side and the palsy of the other. Source: guideline I.B.13; NCCI Policy Manual, chapter I, section E (anatomic
 * modifiers).
 */
final class SideOfModifier implements CodeRule {
    private static final Rule RULE = new Rule(
            "laterality-modifier",
            Severity.ERROR,
            "ICD-10-CM Official Guidelines for Coding and Reporting, section I.B.13 (laterality); NCCI Policy Manual (Medicare), chapter I, section E (anatomic modifiers)",
            "The modifiers of a line and its diagnoses name the same side",
            "Look in the record for the side; correct the modifier or the diagnosis. It is a warning where the line also points to a diagnosis without a side, which the work may be for.");
    private static final Rule UNSURE = RULE.asWarning();

    @Override
    public Rule rule() {
        return RULE;
    }

    @Override
    public void check(KnownSet set, Consumer<Finding> found) {
        for (var line : set.lines()) {
            for (var m = 0; m < line.modifiers().size(); m++) {
                var side = ModifierSides.of(line.modifiers().get(m));
                if (side != null) {
                    check(set, line, m, side, found);
                }
            }
        }
    }

    /** A diagnosis without a side, or of both sides, contradicts no modifier. */
    private static void check(KnownSet set, KnownLine line, int modifier, Side side, Consumer<Finding> found) {
        var pointedTo = set.pointedTo(line);
        var sided = pointedTo.stream()
                .filter(diagnosis -> diagnosis.place().laterality() != null)
                .toList();
        if (sided.isEmpty() || sided.stream().anyMatch(diagnosis -> agree(side, diagnosis))) {
            return;
        }
        var code = sided.get(0).written();
        var rule = sided.size() == pointedTo.size() ? RULE : UNSURE;
        found.accept(rule.finding(
                List.of(line.pointer("modifiers", modifier), sided.get(0).pointer()),
                "Modifier %s is for the %s side, %s for the %s one"
                        .formatted(
                                line.modifiers().get(modifier),
                                side.word(),
                                code,
                                Sides.side(sided.get(0)).word()),
                RULE.fix(),
                line.code(),
                code));
    }

    private static boolean agree(Side side, KnownDiagnosis diagnosis) {
        var coded = Sides.side(diagnosis);
        return coded == side || coded == Side.BILATERAL || coded == Side.UNSPECIFIED;
    }
}
