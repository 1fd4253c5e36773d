package org.superbill.billing.reference;

import java.util.List;
import java.util.UUID;
import org.superbill.events.CoverageChanged;
import org.superbill.events.EncounterCoded;
import org.superbill.events.PatientChanged;
import org.superbill.events.PayerChanged;
import org.superbill.events.PracticeChanged;
import org.superbill.events.Relationship;

/**
 * All that a claim says, as it was known when a version of it was made. Stored with the version, so that what was sent can be
 * told years later. Edits point into this record by JSON Pointer, e.g. {@code /coverage/memberId}.
 *
 * @param coverage the coverage that is billed
 * @param nextPayers who is billed after this payer, in order
 */
public record ClaimFacts(
        UUID organizationId,
        EncounterCoded encounter,
        PracticeChanged.Organization organization,
        PracticeChanged.Practitioner practitioner,
        PracticeChanged.Location location,
        PatientChanged patient,
        CoverageChanged coverage,
        PayerChanged payer,
        List<UUID> nextPayers) {

    public ClaimFacts {
        nextPayers = List.copyOf(nextPayers);
    }

    /** CLM02. */
    public long totalChargeCents() {
        return encounter.lines().stream()
                .mapToLong(EncounterCoded.Line::chargeCents)
                .reduce(0, Math::addExact);
    }

    /** Then loop 2000C is left out and the patient's own data stand in loop 2010BA. */
    public boolean patientIsSubscriber() {
        return coverage.relationshipToSubscriber() == Relationship.self;
    }
}
