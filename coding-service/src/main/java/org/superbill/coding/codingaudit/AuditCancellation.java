package org.superbill.coding.codingaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.TenantId;

/** That an audit ended before all of it was judged. Apart from the audit, which nothing changes. */
@Entity
@Table(name = "coding_audit_cancellation")
class AuditCancellation {
    @Id
    @Column(name = "audit_id")
    private UUID auditId;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    private String reason;

    @Column(name = "cancelled_by")
    private String cancelledBy;

    @Column(name = "cancelled_at")
    private Instant cancelledAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AuditCancellation() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    AuditCancellation(UUID auditId, String reason, String by, Instant at) {
        this.auditId = auditId;
        this.reason = reason;
        cancelledBy = by;
        cancelledAt = at;
    }

    /** As callers see it. */
    @Schema(name = "CodingAuditCancellation")
    record View(String reason, String cancelledBy, Instant cancelledAt) {}

    View view() {
        return new View(reason, cancelledBy, cancelledAt);
    }
}
