package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.events.EncounterCoded;

/**
 * A claim that has to reach its payer.
 *
 * @param claimFilingIndicator SBR09: {@code MA} and {@code MB} are Medicare
 * @param profileDays the limit of the payer's profile; 0 for none
 * @param firstServiceDate the earliest date of service of its lines
 * @param remittedOn when the remittance came that a corrected or secondary claim follows; absent when there is none
 */
public record Filing(
        UUID claimId,
        UUID payerId,
        ClaimType claimType,
        String claimFilingIndicator,
        int profileDays,
        LocalDate firstServiceDate,
        @Nullable LocalDate remittedOn) {

    public static Filing of(UUID claimId, ClaimFacts facts, ClaimType claimType, @Nullable LocalDate remittedOn) {
        var first = facts.encounter().lines().stream()
                .map(EncounterCoded.Line::serviceDate)
                .min(LocalDate::compareTo)
                .orElse(facts.encounter().serviceDate());
        return of(claimId, facts, claimType, first, remittedOn);
    }

    /** Of services that may be on no claim yet. @param served on which day */
    public static Filing of(ClaimFacts facts, ClaimType claimType, LocalDate served, @Nullable LocalDate remittedOn) {
        return of(facts.encounter().encounterId(), facts, claimType, served, remittedOn);
    }

    private static Filing of(
            UUID subject, ClaimFacts facts, ClaimType claimType, LocalDate served, @Nullable LocalDate remittedOn) {
        var payer = facts.payer();
        return new Filing(
                subject,
                payer.payerId(),
                claimType,
                payer.claimFilingIndicator(),
                payer.profile().filingLimitDays(),
                served,
                remittedOn);
    }

    boolean isMedicare() {
        return isMedicare(claimFilingIndicator);
    }

    /** @param claimFilingIndicator SBR09 */
    static boolean isMedicare(String claimFilingIndicator) {
        return claimFilingIndicator.equals("MA") || claimFilingIndicator.equals("MB");
    }
}
