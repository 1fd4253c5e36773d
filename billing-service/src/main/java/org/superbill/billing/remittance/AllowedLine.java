package org.superbill.billing.remittance;

import org.superbill.billing.denial.ReasonWords;
import org.superbill.billing.denial.Treatment;
import org.superbill.billing.ledger.Cents;
import org.superbill.events.EncounterCoded;

/**
 * What a payer holds a line, or a part of it, worth, before what it leaves to the patient, before sequestration and before what
 * another payer has paid.
 *
 * @param told whether the payer says so (AMT*B6); else it is the charge less what the contract takes off
 */
record AllowedLine(EncounterCoded.Line line, Cents allowed, boolean told) {
    static AllowedLine of(Remitted.Line remitted, EncounterCoded.Line line) {
        if (remitted.allowed() != null) {
            return new AllowedLine(line, remitted.allowed(), true);
        }
        var takenOff = Cents.ZERO;
        for (var adjustment : remitted.adjustments()) {
            if (!adjustment.group().equals("PR") && ReasonWords.treatment(adjustment.carc()) == Treatment.CONTRACTUAL) {
                takenOff = takenOff.plus(adjustment.amount());
            }
        }
        return new AllowedLine(line, remitted.charge().minus(takenOff), false);
    }
}
