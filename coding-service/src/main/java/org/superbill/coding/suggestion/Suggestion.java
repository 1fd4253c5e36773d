package org.superbill.coding.suggestion;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.ReplacedWhole;
import org.superbill.servicekit.revision.Revision;

/** A code that was proposed for a case; a person accepts or rejects it, once. */
@Entity
@Table(name = "suggestion")
class Suggestion {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "case_id")
    private UUID caseId;

    private String system;

    private String code;

    private String title;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<String> modifiers;

    private int units;

    private double confidence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<Place> evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<String> why;

    private String source;

    private @Nullable String missing;

    private String release;

    /** Null where it was proposed before that was kept. */
    @Column(name = "asked_by")
    private @Nullable String askedBy;

    /** Whether it was read in documents of the case's record, and in nothing else. */
    @Column(name = "of_record")
    private boolean ofRecord;

    /** Whether the decision is what is learned of this case and code. */
    @SuppressWarnings("UnusedVariable") // queries read it
    private boolean counted;

    @Enumerated(EnumType.STRING)
    private SuggestionStatus status;

    private @Nullable String reason;

    @Column(name = "decided_by")
    private @Nullable String decidedBy;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Suggestion() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    Suggestion(UUID caseId, ProposedCode proposed, String release, boolean ofRecord, String askedBy, Instant at) {
        id = Ids.next();
        this.caseId = caseId;
        system = proposed.system();
        code = proposed.code();
        title = proposed.title();
        modifiers = proposed.modifiers();
        units = proposed.units();
        confidence = proposed.confidence();
        evidence = proposed.evidence().stream().map(Place::withoutText).toList();
        why = proposed.why();
        source = proposed.source();
        missing = proposed.missing();
        this.release = release;
        this.ofRecord = ofRecord;
        this.askedBy = askedBy;
        status = SuggestionStatus.PROPOSED;
        createdAt = at;
    }

    UUID caseId() {
        return caseId;
    }

    String system() {
        return system;
    }

    String code() {
        return code;
    }

    boolean isOfRecord() {
        return ofRecord;
    }

    void count() {
        counted = true;
    }

    void requireRevision(@Nullable Revision expected) {
        Revision.requireMatch(expected, revision);
    }

    /** @throws Problem {@code SUGGESTION_DECIDED} */
    void decide(SuggestionStatus decision, @Nullable String because, String person, Instant at) {
        if (status != SuggestionStatus.PROPOSED) {
            throw new Problem(SuggestionProblem.SUGGESTION_DECIDED, "The suggestion is " + status.id());
        }
        status = decision;
        reason = because;
        decidedBy = person;
        decidedAt = at;
    }

    SuggestionView view() {
        return new SuggestionView(
                id,
                caseId,
                new ProposedCode(system, code, title, modifiers, units, confidence, evidence, why, source, missing),
                release,
                status,
                reason,
                decidedBy,
                decidedAt,
                createdAt,
                revision);
    }
}
