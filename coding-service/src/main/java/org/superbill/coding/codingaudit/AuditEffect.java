package org.superbill.coding.codingaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.revision.ReplacedWhole;

/** What a payer is expected to allow for a judged coding: asked, then answered by billing. Apart from its item, whose ETag it leaves alone. */
@Entity
@Table(name = "coding_audit_effect")
class AuditEffect {
    @Id
    @Column(name = "item_id")
    private UUID itemId;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "audit_id")
    private UUID auditId;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "priced_at")
    private @Nullable Instant pricedAt;

    @Column(name = "payer_id")
    private @Nullable UUID payerId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<EffectLine> lines;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AuditEffect() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    AuditEffect(AuditItem item, Instant at) {
        itemId = item.id();
        auditId = item.auditId();
        askedAt = at;
        lines = List.of();
    }

    /** The answer before stays until the next one comes. */
    void askedAgain(Instant at) {
        askedAt = at;
    }

    /** What was asked of an earlier judgment does not hold any more. */
    void forget() {
        pricedAt = null;
        payerId = null;
        lines = List.of();
    }

    void priced(@Nullable UUID payer, List<EffectLine> pricedLines, Instant at) {
        payerId = payer;
        lines = List.copyOf(pricedLines);
        pricedAt = at;
    }

    UUID itemId() {
        return itemId;
    }

    AuditEffectView view() {
        return AuditEffectView.of(askedAt, pricedAt, payerId, lines);
    }
}
