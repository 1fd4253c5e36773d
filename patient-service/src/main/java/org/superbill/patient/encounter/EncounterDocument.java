package org.superbill.patient.encounter;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.events.EncounterCompleted;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.ids.Sha256;

/** A document of the record: what a clinician wrote of an encounter. Never edited. */
@Entity
@Immutable
@Table(name = "encounter_document")
class EncounterDocument {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    private String kind;

    private @Nullable String title;

    private String text;

    private String sha256;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected EncounterDocument() {}

    EncounterDocument(UUID encounterId, DocumentDetails details, String createdBy, Instant at) {
        this.id = Ids.next();
        this.encounterId = encounterId;
        this.kind = details.kind();
        this.title = details.title();
        this.text = details.text();
        this.sha256 = Sha256.hex(details.text());
        this.createdBy = createdBy;
        this.createdAt = at;
    }

    UUID id() {
        return id;
    }

    EncounterCompleted.Document told() {
        return new EncounterCompleted.Document(id, kind, sha256, createdBy, createdAt);
    }

    /**
     * As the API shows it.
     *
     * @param withText else the list's shorter form
     * @param completedAt when the encounter was completed last
     */
    DocumentView view(boolean withText, Optional<Instant> completedAt) {
        return new DocumentView(
                id,
                encounterId,
                kind,
                title,
                withText ? text : null,
                sha256,
                createdAt,
                createdBy,
                completedAt.filter(last -> !createdAt.isAfter(last)).isPresent());
    }
}
