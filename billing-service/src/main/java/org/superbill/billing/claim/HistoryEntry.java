package org.superbill.billing.claim;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;

/** One thing that happened to a claim; only ever added. */
@Entity
@Table(name = "claim_history")
class HistoryEntry {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "claim_version")
    private int claimVersion;

    private Instant at;
    private String step;
    private String detail;
    private @Nullable String actor; // absent in entries of before it was kept, as is the source

    @Column(name = "source_kind")
    private @Nullable String sourceKind;

    @Column(name = "source_id")
    private @Nullable String sourceId;

    @SuppressWarnings("NullAway.Init")
    protected HistoryEntry() {}

    @SuppressWarnings("NullAway.Init")
    HistoryEntry(UUID claimId, int claimVersion, Instant at, String step, String detail, Source source) {
        this.id = Ids.next();
        this.claimId = claimId;
        this.claimVersion = claimVersion;
        this.at = at;
        this.step = step;
        this.detail = detail;
        this.actor = source.actor();
        this.sourceKind = source.kind();
        this.sourceId = source.id();
    }

    ClaimHistory.Step view() {
        var source = sourceKind == null ? null : new ClaimHistory.StepSource(sourceKind, sourceId);
        return new ClaimHistory.Step(at, claimVersion, step, detail, actor, source, null);
    }
}
