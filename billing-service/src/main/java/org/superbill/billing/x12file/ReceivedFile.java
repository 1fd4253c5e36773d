package org.superbill.billing.x12file;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.TenantId;
import org.superbill.billing.reference.FactsJson;

/** A file as it came; its bytes are in the archive under its id and never change. What could not be read of it may be read later. */
@Entity
@Table(name = "x12_file")
class ReceivedFile {
    /** Whether it could be read. */
    @Schema(name = "X12FileState")
    public enum State {
        PROCESSED,
        /** Some of its transaction sets could not be read. */
        PARTLY_PROCESSED,
        /** Nothing of it was applied. */
        REJECTED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String sha256;
    private String kind;

    @Enumerated(EnumType.STRING)
    private State state;

    private String source;

    @Column(name = "size_bytes")
    private long sizeBytes;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String outcomes;

    @SuppressWarnings("NullAway.Init")
    protected ReceivedFile() {}

    @SuppressWarnings("NullAway.Init")
    ReceivedFile(
            UUID id,
            String sha256,
            String kind,
            State state,
            String source,
            long sizeBytes,
            Instant at,
            List<Outcome> outcomes) {
        this.id = id;
        this.sha256 = sha256;
        this.kind = kind;
        this.state = state;
        this.source = source;
        this.sizeBytes = sizeBytes;
        this.receivedAt = at;
        this.outcomes = FactsJson.write(outcomes);
    }

    static State stateOf(List<Outcome> outcomes) {
        return outcomes.stream().anyMatch(Outcome::isRejected) ? State.PARTLY_PROCESSED : State.PROCESSED;
    }

    void readAgain(String newKind, List<Outcome> newOutcomes) {
        kind = newKind;
        state = stateOf(newOutcomes);
        outcomes = FactsJson.write(newOutcomes);
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    List<Outcome> outcomes() {
        return FactsJson.read(outcomes, new TypeReference<>() {});
    }

    X12FileView view() {
        return new X12FileView(id, sha256, kind, state, source, sizeBytes, receivedAt, outcomes());
    }
}
