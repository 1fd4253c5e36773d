package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.AdvanceNotice;

/** The notices to a Medicare beneficiary exclude each other. Source: CMS Claims Processing Manual, chapter 30, section 50; chapter 23, section 20.9. */
final class AdvanceNoticeModifiers implements Edit {
    private static final EditRule RULE = new EditRule(
            "advance-notice-modifiers",
            1,
            Severity.ERROR,
            "CMS Claims Processing Manual, chapter 30, section 50 (Form CMS-R-131), chapter 1, section 60.4.2",
            "A line says one thing of an advance notice: GA, GZ, or GY with or without GX",
            "Keep GA (notice signed), GZ (none signed) or GY (never covered; GX beside it when a notice was given all the same), and take the others off");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            if (AdvanceNotice.contradicts(line.line().modifiers())) {
                found.accept(RULE.finding(
                        line,
                        "modifiers",
                        "The modifiers of line " + line.number() + " contradict each other about an advance notice"));
            }
        }
    }
}
