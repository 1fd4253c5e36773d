package org.superbill.coding.codingaudit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.revision.ReplacedWhole;

/** An audit with the population that its sample was drawn of. */
@Entity
@Table(name = "coding_audit")
class CodingAudit {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private AuditPlan plan;

    private long seed;

    /** In the order of the ids. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(ReplacedWhole.class)
    private List<Sample.Member> population;

    /** The accuracy that was expected when it began. */
    private BigDecimal standard;

    @Column(name = "begun_by")
    private String begunBy;

    @Column(name = "begun_at")
    private Instant begunAt;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected CodingAudit() {}

    @SuppressWarnings("NullAway.Init") // the organization is Hibernate's to fill
    CodingAudit(AuditPlan plan, long seed, List<Sample.Member> population, BigDecimal standard, String by, Instant at) {
        id = Ids.next();
        this.plan = plan;
        this.seed = seed;
        this.population = List.copyOf(population);
        this.standard = standard;
        begunBy = by;
        begunAt = at;
    }

    /** The same every time. */
    List<Sample.Member> drawn() {
        return Sample.draw(population, seed, plan.sampling().size());
    }

    /** The subject of who leads it. */
    String begunBy() {
        return begunBy;
    }

    UUID id() {
        return id;
    }

    AuditPlan plan() {
        return plan;
    }

    BigDecimal standard() {
        return standard;
    }

    CodingAuditView view(AuditResult result, AuditCancellation.@Nullable View cancelled) {
        return new CodingAuditView(id, plan, seed, population.size(), standard, begunBy, begunAt, result, cancelled);
    }
}
