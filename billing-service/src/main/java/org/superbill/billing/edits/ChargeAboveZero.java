package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.reference.Services;
import org.superbill.events.EncounterCoded;

/**
 * A service without a charge is not billed, but for what nobody charges: a performance measure (CPT category II) and a vaccine that the state supplies. Source:
 * 005010X222A1, loop 2400, SV102; Medicare Claims Processing Manual, chapter 18, section 10.
 */
final class ChargeAboveZero implements Edit {
    /** A vaccine that the state supplies. */
    private static final String STATE_SUPPLIED = "SL";

    private static final EditRule RULE = new EditRule(
            "charge-above-zero",
            3,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV102; CPT category II; HCPCS modifier SL",
            "Each line has a charge above zero; only category II codes and vaccines with modifier SL may have none",
            "Enter the charge of the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            if (line.line().chargeCents() < 0 || (line.line().chargeCents() == 0 && !mayBeFree(line.line()))) {
                found.accept(RULE.finding(line, "chargeCents", "Line " + line.number() + " has no charge above zero"));
            }
        }
    }

    private static boolean mayBeFree(EncounterCoded.Line line) {
        return isCategoryTwo(line.procedureCode())
                || (line.modifiers().contains(STATE_SUPPLIED) && Services.isVaccine(line));
    }

    private static boolean isCategoryTwo(String procedure) {
        return procedure.length() == 5 && procedure.charAt(4) == 'F' && Form.digits(procedure.substring(0, 4), 4);
    }
}
