package org.superbill.patient.encounter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;

/** One thing that happened to an encounter. */
@Entity
@Immutable
@Table(name = "journey_step")
class JourneyStep {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    private Instant at;
    private String step;
    private String detail;

    @Column(name = "claim_id")
    private @Nullable UUID claimId;

    @Column(name = "event_id")
    private @Nullable UUID eventId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected JourneyStep() {}

    JourneyStep(
            UUID encounterId, Instant at, String step, String detail, @Nullable UUID claimId, @Nullable UUID eventId) {
        this.id = Ids.next();
        this.encounterId = encounterId;
        this.at = at;
        this.step = step;
        this.detail = detail;
        this.claimId = claimId;
        this.eventId = eventId;
    }

    /** Something that was done here. */
    static JourneyStep here(UUID encounterId, Instant at, String step, String detail) {
        return new JourneyStep(encounterId, at, step, detail, null, null);
    }

    UUID id() {
        return id;
    }

    UUID encounterId() {
        return encounterId;
    }

    JourneyView.Step view() {
        return new JourneyView.Step(at, step, detail, claimId, eventId);
    }
}
