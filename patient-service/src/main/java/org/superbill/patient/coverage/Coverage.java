package org.superbill.patient.coverage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.events.CoverageChanged;
import org.superbill.events.Relationship;

/** A patient's insurance with one payer, from one day to another. */
@Entity
@Table(name = "coverage")
class Coverage {
    static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "payer_id")
    private UUID payerId;

    @Column(name = "member_id")
    private String memberId;

    @Column(name = "group_number")
    private @Nullable String groupNumber;

    @Column(name = "group_name")
    private @Nullable String groupName;

    private int sequence;

    @Column(name = "relationship_to_subscriber")
    @Enumerated(EnumType.STRING)
    private Relationship relationshipToSubscriber;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable SubscriberDetails subscriber;

    @Column(name = "effective_from")
    private LocalDate effectiveFrom;

    @Column(name = "effective_to")
    private @Nullable LocalDate effectiveTo;

    @Column(name = "medicare_secondary_type")
    private @Nullable String medicareSecondaryType;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Coverage() {}

    @SuppressWarnings("NullAway.Init") // describe() fills it
    Coverage(UUID id, UUID patientId, CoverageDetails details) {
        this.id = id;
        this.patientId = patientId;
        describe(details);
    }

    final void describe(CoverageDetails details) {
        payerId = details.payerId();
        memberId = details.memberId();
        groupNumber = details.groupNumber();
        groupName = details.groupName();
        sequence = details.sequence();
        relationshipToSubscriber = details.relationshipToSubscriber();
        subscriber = details.subscriber();
        effectiveFrom = details.effectiveFrom();
        effectiveTo = details.effectiveTo();
        medicareSecondaryType = details.medicareSecondaryType();
    }

    boolean isInEffectOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && !day.isAfter(lastDay());
    }

    UUID id() {
        return id;
    }

    UUID patientId() {
        return patientId;
    }

    int sequence() {
        return sequence;
    }

    LocalDate firstDay() {
        return effectiveFrom;
    }

    LocalDate lastDay() {
        return effectiveTo == null ? NO_END : effectiveTo;
    }

    long revision() {
        return revision;
    }

    CoverageChanged changed() {
        return new CoverageChanged(
                id,
                patientId,
                payerId,
                memberId,
                groupNumber,
                groupName,
                sequence,
                relationshipToSubscriber,
                subscriber == null ? null : subscriber.told(),
                effectiveFrom,
                effectiveTo,
                medicareSecondaryType);
    }

    CoverageView view() {
        return new CoverageView(
                id,
                patientId,
                payerId,
                memberId,
                groupNumber,
                groupName,
                sequence,
                relationshipToSubscriber,
                subscriber,
                effectiveFrom,
                effectiveTo,
                medicareSecondaryType,
                revision);
    }
}
