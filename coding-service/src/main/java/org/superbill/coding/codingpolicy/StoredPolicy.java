package org.superbill.coding.codingpolicy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.superbill.servicekit.ids.Ids;

/** The policy that an organization has set; there is none before the first time. */
@Entity
@Table(name = "coding_policy")
class StoredPolicy {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private CodingPolicy policy;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    private Instant changedAt;

    /** From 1, since 0 stands for the defaults. */
    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected StoredPolicy() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    StoredPolicy(CodingPolicy policy, String by, Instant at) {
        this.id = Ids.next();
        set(policy, by, at);
    }

    final void set(CodingPolicy newPolicy, String by, Instant at) {
        policy = newPolicy;
        changedBy = by;
        changedAt = at;
    }

    CodingPolicy policy() {
        return policy;
    }

    CodingPolicyView view() {
        return new CodingPolicyView(policy, changedBy, changedAt, revision + 1);
    }
}
