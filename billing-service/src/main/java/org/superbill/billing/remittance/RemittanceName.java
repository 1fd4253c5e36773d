package org.superbill.billing.remittance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;

/** A name (N102) under which a payer remits, as a person has taught it. */
@Entity
@Table(name = "remittance_name")
class RemittanceName {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private String organizationId;

    @Column(name = "payer_id")
    private UUID payerId;

    private String name;

    @Column(name = "plain_name")
    private String plainName;

    @Column(name = "remittance_id")
    private UUID remittanceId;

    @Column(name = "taught_by")
    private String taughtBy;

    @Column(name = "taught_at")
    private Instant taughtAt;

    private String reason;

    @Column(name = "withdrawn_by")
    private @Nullable String withdrawnBy;

    @Column(name = "withdrawn_at")
    private @Nullable Instant withdrawnAt;

    @Column(name = "withdrawn_because")
    private @Nullable String withdrawnBecause;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected RemittanceName() {}

    /** @param taught who has accepted the payment as the payer's, when and why */
    @SuppressWarnings("NullAway.Init")
    RemittanceName(UUID payerId, String name, UUID remittanceId, Remittance.Decision taught) {
        this.id = Ids.next();
        this.payerId = payerId;
        this.name = name;
        this.plainName = PayerOfClaim.plain(name);
        this.remittanceId = remittanceId;
        this.taughtBy = taught.by();
        this.taughtAt = taught.at();
        this.reason = taught.reason();
    }

    /** Payments that are posted by it stay so. @throws Problem {@code REMITTANCE_STEP_NOT_ALLOWED} */
    void withdraw(Remittance.Decision decision) {
        if (withdrawnAt != null) {
            throw new Problem(RemittanceProblem.REMITTANCE_STEP_NOT_ALLOWED, "The name was withdrawn before");
        }
        withdrawnBy = decision.by();
        withdrawnAt = decision.at();
        withdrawnBecause = decision.reason();
    }

    UUID payerId() {
        return payerId;
    }

    long revision() {
        return revision;
    }

    RemittanceNameView view() {
        return new RemittanceNameView(
                id,
                payerId,
                name,
                remittanceId,
                taughtBy,
                taughtAt,
                reason,
                withdrawnBy,
                withdrawnAt,
                withdrawnBecause,
                revision);
    }
}
