package org.superbill.billing.denial;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A refusal; it stays, whatever comes of it. */
@Entity
class Denial {
    /** What has become of it. */
    enum State {
        OPEN,
        PAID_LATER,
        REPLACED,
        TAKEN_BACK
    }

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "claim_id")
    private UUID claimId;

    @Column(name = "encounter_id")
    private UUID encounterId;

    @Column(name = "claim_version")
    private int claimVersion;

    @Column(name = "remittance_id")
    private UUID remittanceId;

    @Column(name = "line_number")
    private @Nullable Integer lineNumber;

    @Column(name = "group_code")
    private String groupCode;

    private String carc;
    private String rarcs;

    @Column(name = "amount_cents")
    private long amountCents;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "denied_at")
    private Instant deniedAt;

    @SuppressWarnings("NullAway.Init")
    protected Denial() {}

    @SuppressWarnings("NullAway.Init")
    Denial(UUID id, Denied denied, Instant at) {
        this.id = id;
        this.claimId = denied.claimId();
        this.encounterId = denied.encounterId();
        this.claimVersion = denied.claimVersion();
        this.remittanceId = denied.remittanceId();
        this.lineNumber = denied.lineNumber();
        this.groupCode = denied.groupCode();
        this.carc = denied.carc();
        this.rarcs = String.join(" ", denied.rarcs());
        this.amountCents = denied.amountCents();
        this.state = State.OPEN;
        this.deniedAt = at;
    }

    DenialView view() {
        var codes = rarcs.isEmpty() ? List.<String>of() : List.of(rarcs.split(" "));
        return new DenialView(
                id,
                claimId,
                encounterId,
                claimVersion,
                remittanceId,
                lineNumber,
                groupCode,
                carc,
                codes,
                ReasonWords.explain(carc, codes),
                amountCents,
                state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                deniedAt);
    }
}
