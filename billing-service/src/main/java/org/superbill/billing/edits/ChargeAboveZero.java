package org.superbill.billing.edits;

import java.util.function.Consumer;
import org.superbill.billing.edittable.EditTables;
import org.superbill.billing.reference.Services;
import org.superbill.events.EncounterCoded;

/**
 * A service without a charge is not billed, but for what nobody charges: a performance measure (CPT category II, and what the physician fee schedule has for reporting
 * only, status M) and a vaccine that the state supplies. Source: 005010X222A1, loop 2400, SV102; Medicare Claims Processing Manual, chapter 18, section 10; CMS, MIPS, quality
 * data codes on claims, which have a charge of 0.00 or 0.01.
 */
final class ChargeAboveZero implements Edit {
    /** A vaccine that the state supplies. */
    private static final String STATE_SUPPLIED = "SL";

    /** Status in the fee schedule. Source: CMS, PPRRVU record layout. */
    private static final String MEASURE = "M";

    private static final EditRule RULE = new EditRule(
            "charge-above-zero",
            4,
            Severity.ERROR,
            "005010X222A1, loop 2400, SV102; CPT category II; the physician fee schedule's status M; HCPCS modifier SL",
            "Each line has a charge above zero; only category II codes, measures of the fee schedule's status M and vaccines with modifier SL may have none",
            "Enter the charge of the service");

    @Override
    public EditRule rule() {
        return RULE;
    }

    @Override
    public void check(KnownClaim claim, Consumer<Finding> found) {
        for (var line : claim.lines()) {
            if (line.line().chargeCents() < 0
                    || (line.line().chargeCents() == 0
                            && !mayBeFree(line.line(), claim.context().tables()))) {
                found.accept(RULE.finding(line, "chargeCents", "Line " + line.number() + " has no charge above zero"));
            }
        }
    }

    private static boolean mayBeFree(EncounterCoded.Line line, EditTables tables) {
        return isCategoryTwo(line.procedureCode())
                || tables.feeIndicator(line.procedureCode(), "", line.serviceDate())
                        .filter(indicator -> indicator.status().equals(MEASURE))
                        .isPresent()
                || (line.modifiers().contains(STATE_SUPPLIED) && Services.isVaccine(line));
    }

    private static boolean isCategoryTwo(String procedure) {
        return procedure.length() == 5 && procedure.charAt(4) == 'F' && Form.digits(procedure.substring(0, 4), 4);
    }
}
