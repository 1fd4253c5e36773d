package org.superbill.billing.denial;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as a remittance tells it.
 *
 * @param id that it gets as a denial
 * @param payerId which of the claim's payers refuses
 * @param payerTurn by which of the claim's coverages, from 1
 * @param lineNumber absent when it concerns the whole claim
 * @param rarcs remark codes of the line and of the claim
 * @param claimFilingIndicator SBR09 of the payer, which says how its decisions are contested
 * @param decidedOn the date of the payment, from which the days of an appeal count
 * @param caseKind as {@link org.superbill.events.EncounterCoded#kind}
 */
public record Denied(
        UUID id,
        UUID claimId,
        UUID encounterId,
        int claimVersion,
        UUID remittanceId,
        @Nullable UUID payerId,
        int payerTurn,
        @Nullable Integer lineNumber,
        String groupCode,
        String carc,
        List<String> rarcs,
        long amountCents,
        @Nullable String claimFilingIndicator,
        LocalDate decidedOn,
        @Nullable String caseKind) {

    public Denied {
        rarcs = List.copyOf(rarcs);
    }

    /** The payer calls it the patient's, and it may be: then it is settled by that. */
    public boolean isPatients() {
        return isPatients(groupCode, carc);
    }

    static boolean isPatients(String groupCode, String carc) {
        return groupCode.equals("PR") && ReasonWords.treatment(carc) != Treatment.NEXT_PAYER;
    }

    /** As {@link Denials#openOfPayers} tells it once it is kept; empty for what is the patient's. */
    public Optional<OpenRefusal> openRefusal() {
        return payerId == null || isPatients()
                ? Optional.empty()
                : Optional.of(new OpenRefusal(
                        id,
                        claimId,
                        payerId,
                        payerTurn,
                        remittanceId,
                        null,
                        lineNumber,
                        groupCode + "-" + carc,
                        amountCents));
    }
}
