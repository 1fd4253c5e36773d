package org.superbill.patient.encounter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A claim made of an encounter, as far as the encounter needs to know it. Billing owns the claim. */
@Entity
@Table(name = "encounter_claim")
@IdClass(EncounterClaim.Key.class)
class EncounterClaim {
    @Id
    @Column(name = "claim_id")
    private UUID claimId;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    @Id
    @Column(name = "encounter_id")
    private UUID encounterId;

    private boolean settled;

    @Column(name = "as_of")
    private Instant asOf;

    /** A claim may be of several encounters, an encounter have several claims. */
    record Key(UUID claimId, UUID encounterId) implements Serializable {}

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected EncounterClaim() {}

    EncounterClaim(UUID claimId, UUID encounterId, boolean settled, Instant asOf) {
        this.claimId = claimId;
        this.encounterId = encounterId;
        this.settled = settled;
        this.asOf = asOf;
    }

    /** Submission and status are told on topics of their own: the later of the two is right. */
    void told(boolean isSettled, Instant at) {
        if (!at.isBefore(asOf)) {
            settled = isSettled;
            asOf = at;
        }
    }

    UUID claimId() {
        return claimId;
    }

    UUID encounterId() {
        return encounterId;
    }

    boolean isSettled() {
        return settled;
    }
}
