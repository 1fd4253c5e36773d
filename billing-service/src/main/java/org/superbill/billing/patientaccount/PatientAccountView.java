package org.superbill.billing.patientaccount;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A patient's account.
 *
 * @param balanceCents what the patient owes; below zero is a credit
 */
@Schema(name = "PatientAccount")
record PatientAccountView(UUID patientId, long balanceCents, List<ClaimBalance> claims) {
    /** One claim of the account. */
    @Schema(name = "PatientAccountClaim")
    record ClaimBalance(UUID claimId, long patientBalanceCents, long insuranceBalanceCents, long chargedCents) {}
}
