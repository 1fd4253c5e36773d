package org.superbill.patient.payer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.events.PayerChanged;
import org.superbill.patient.register.Entry;

/** Somebody who pays for patients. */
@Entity
@Table(name = "payer")
class Payer implements Entry<PayerDetails, PayerView> {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    private String name;

    @Column(name = "payer_identifier")
    private String payerIdentifier;

    @Column(name = "claim_filing_indicator")
    private String claimFilingIndicator;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private PayerProfile profile;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Payer() {}

    @SuppressWarnings("NullAway.Init") // describe() fills it
    Payer(UUID id, PayerDetails details) {
        this.id = id;
        describe(details);
    }

    @Override
    public final void describe(PayerDetails details) {
        name = details.name();
        payerIdentifier = details.payerId();
        claimFilingIndicator = details.claimFilingIndicator();
        profile = details.profile();
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public PayerChanged changed() {
        return new PayerChanged(id, name, payerIdentifier, claimFilingIndicator, profile.told());
    }

    @Override
    public PayerView view() {
        return new PayerView(id, name, payerIdentifier, claimFilingIndicator, profile, revision);
    }
}
