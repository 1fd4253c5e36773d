package org.superbill.patient.patient;

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
import org.superbill.events.PatientChanged;
import org.superbill.events.Sex;
import org.superbill.patient.field.Address;

/** Somebody who is treated. */
@Entity
@Table(name = "patient")
class Patient {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "middle_name")
    private @Nullable String middleName;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Address address;

    private @Nullable String phone;

    @Column(name = "medical_record_number")
    private @Nullable String medicalRecordNumber;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Patient() {}

    @SuppressWarnings("NullAway.Init") // describe() fills it
    Patient(UUID id, PatientDetails details) {
        this.id = id;
        describe(details);
    }

    final void describe(PatientDetails details) {
        firstName = details.firstName();
        middleName = details.middleName();
        lastName = details.lastName();
        birthDate = details.birthDate();
        sex = details.sex();
        address = details.address();
        phone = details.phone();
        medicalRecordNumber = details.medicalRecordNumber();
    }

    UUID id() {
        return id;
    }

    @Nullable
    String medicalRecordNumber() {
        return medicalRecordNumber;
    }

    long revision() {
        return revision;
    }

    PatientChanged changed() {
        return new PatientChanged(
                id, firstName, middleName, lastName, birthDate, sex, address.told(), medicalRecordNumber);
    }

    PatientView view() {
        return new PatientView(
                id, firstName, middleName, lastName, birthDate, sex, address, phone, medicalRecordNumber, revision);
    }
}
