package org.superbill.coding.coder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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

/** Somebody who codes for the organization. */
@Entity
@Table(name = "coder")
class Coder {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String subject;

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<Credential> credentials;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<String> specialties;

    @Column(name = "load_limit")
    private @Nullable Integer loadLimit;

    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Coder() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    Coder(CoderDetails details, Instant at) {
        id = Ids.next();
        subject = details.subject();
        createdAt = at;
        set(details);
    }

    /** @throws Problem {@code IF_MATCH_MISSING}, {@code STALE}, {@code CODER_SUBJECT_FIXED} */
    void change(CoderDetails details, @Nullable Revision expected) {
        Revision.requireMatch(expected, revision);
        if (!details.subject().equals(subject)) {
            throw new Problem(CoderProblem.CODER_SUBJECT_FIXED, "The subject is not the one that the coder has");
        }
        set(details);
    }

    private void set(CoderDetails details) {
        name = details.name();
        credentials = List.copyOf(details.credentials());
        specialties = List.copyOf(details.specialties());
        loadLimit = details.loadLimit();
        active = details.active() == null || details.active();
    }

    UUID id() {
        return id;
    }

    CoderView view() {
        return new CoderView(id, subject, name, credentials, specialties, loadLimit, active, createdAt, revision);
    }
}
