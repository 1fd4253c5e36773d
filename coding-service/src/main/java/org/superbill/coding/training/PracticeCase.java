package org.superbill.coding.training;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingcase.CaseCoding;
import org.superbill.coding.codingcase.CaseKind;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.revision.ReplacedWhole;

/** A practice case. It is retired, never edited: an attempt was scored by the answer that was right then. */
@Entity
@Table(name = "practice_case")
class PracticeCase {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String title;

    @Enumerated(EnumType.STRING)
    private CaseKind kind;

    @Column(name = "service_date")
    private LocalDate serviceDate;

    private String note;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<PracticeCaseDetails.PracticeService> services;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CaseCoding gold;

    private @Nullable String explanation;

    @Column(name = "made_by")
    private String madeBy;

    @Column(name = "made_at")
    private Instant madeAt;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PracticeCase() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    PracticeCase(PracticeCaseDetails details, String by, Instant at) {
        id = Ids.next();
        title = details.title();
        kind = details.kind();
        serviceDate = details.serviceDate();
        note = details.note();
        services = details.services();
        gold = details.gold().coding();
        explanation = details.explanation();
        madeBy = by;
        madeAt = at;
    }

    void retire(Instant at) {
        if (retiredAt == null) {
            retiredAt = at;
        }
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    /** Who made it knows the right answer. */
    boolean isMadeBy(String subject) {
        return madeBy.equals(subject);
    }

    UUID id() {
        return id;
    }

    CaseCoding gold() {
        return gold;
    }

    @Nullable
    String explanation() {
        return explanation;
    }

    PracticeCaseView view() {
        return new PracticeCaseView(id, title, kind, serviceDate, note, services, madeBy, madeAt, isRetired());
    }
}
