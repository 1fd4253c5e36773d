package org.superbill.patient.patient;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A word of a patient's names, or one of the names written in one. A trigger keeps them; here they are only asked for. */
@Entity
@Immutable
@Table(name = "patient_name")
@IdClass(PatientName.Key.class)
class PatientName {
    /** What tells two of them apart within an organization. */
    record Key(String word, UUID patientId) implements Serializable {}

    @TenantId
    @Column(name = "organization_id")
    @Nullable
    String organizationId;

    /** Small letters and digits of ASCII. */
    @Id
    String word;

    @Id
    @Column(name = "patient_id")
    UUID patientId;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected PatientName() {}
}
