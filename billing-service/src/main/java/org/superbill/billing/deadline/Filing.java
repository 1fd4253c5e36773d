package org.superbill.billing.deadline;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.reference.ClaimFacts;
import org.superbill.billing.reference.FacilityStay;
import org.superbill.events.EncounterCoded;

/**
 * A claim that has to reach its payer.
 *
 * @param claimFilingIndicator SBR09: {@code MA} and {@code MB} are Medicare
 * @param profileDays the limit of the payer's profile; 0 for none
 * @param served the date of service that counts: the earliest of its lines; the last day of the statement of a facility's claim to Medicare
 *     (Medicare Claims Processing Manual, chapter 1, section 70.4)
 * @param remittedOn when the remittance came that a corrected or secondary claim follows; absent when there is none
 */
public record Filing(
        UUID claimId,
        UUID payerId,
        ClaimType claimType,
        String claimFilingIndicator,
        int profileDays,
        LocalDate served,
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
                counting(facts, served),
                remittedOn);
    }

    /** @param served of a line, or of all of them */
    private static LocalDate counting(ClaimFacts facts, LocalDate served) {
        return facts.isInstitutional() && isMedicare(facts.payer().claimFilingIndicator())
                ? FacilityStay.of(facts.encounter()).through()
                : served;
    }

    boolean isMedicare() {
        return isMedicare(claimFilingIndicator);
    }

    /** @param claimFilingIndicator SBR09 */
    static boolean isMedicare(String claimFilingIndicator) {
        return claimFilingIndicator.equals("MA") || claimFilingIndicator.equals("MB");
    }
}
