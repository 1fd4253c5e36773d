package org.superbill.coding.codingcase;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** An encounter that must not become a case, though we may hear of its completion only after its end. */
@Entity
@Table(name = "voided_encounter")
class VoidedEncounter {
    @Id
    @Column(name = "encounter_id")
    private UUID encounterId;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected VoidedEncounter() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    VoidedEncounter(UUID encounterId) {
        this.encounterId = encounterId;
    }
}
