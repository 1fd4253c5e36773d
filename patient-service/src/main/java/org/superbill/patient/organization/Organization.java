package org.superbill.patient.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;
import org.superbill.events.PracticeChanged;
import org.superbill.patient.field.Address;

/** The tenant itself: its id is the {@code organization_id} of everything it owns. */
@Entity
@Table(name = "organization")
class Organization {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    private String name;
    private String npi;

    @Column(name = "tax_id")
    private String taxId;

    @Column(name = "taxonomy_code")
    private @Nullable String taxonomyCode;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Address address;

    @Column(name = "pay_to_address")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Address payToAddress;

    @Column(name = "time_zone")
    private String timeZone;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Contact contact;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Submitter submitter;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Organization() {}

    @SuppressWarnings("NullAway.Init") // describe() fills it
    Organization(UUID id, OrganizationDetails details) {
        this.id = id;
        describe(details);
    }

    final void describe(OrganizationDetails details) {
        name = details.name();
        npi = details.npi();
        taxId = details.taxId();
        taxonomyCode = details.taxonomyCode();
        address = details.address();
        payToAddress = details.payToAddress();
        timeZone = details.timeZone();
        contact = details.contact();
        submitter = details.submitter();
    }

    long revision() {
        return revision;
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    PracticeChanged changed() {
        return new PracticeChanged(
                id,
                new PracticeChanged.Organization(
                        name,
                        npi,
                        taxId,
                        taxonomyCode,
                        address.told(),
                        Address.told(payToAddress),
                        timeZone,
                        contact == null ? null : contact.told(),
                        submitter.told()),
                null,
                null);
    }

    OrganizationView view() {
        return new OrganizationView(
                id, name, npi, taxId, taxonomyCode, address, payToAddress, timeZone, contact, submitter, revision);
    }
}
