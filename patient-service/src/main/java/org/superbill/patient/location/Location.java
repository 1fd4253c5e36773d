package org.superbill.patient.location;

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
import org.superbill.events.PracticeChanged;
import org.superbill.patient.field.Address;
import org.superbill.patient.register.Entry;

/** A place where services are given. */
@Entity
@Table(name = "location")
class Location implements Entry<LocationDetails, LocationView> {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    private String name;

    @Column(name = "place_of_service")
    private String placeOfService;

    private @Nullable String npi;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Address address;

    @Column(name = "clia_number")
    private @Nullable String cliaNumber;

    @Column(name = "mammography_certification")
    private @Nullable String mammographyCertification;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Location() {}

    @SuppressWarnings("NullAway.Init") // describe() fills it
    Location(UUID id, LocationDetails details) {
        this.id = id;
        describe(details);
    }

    @Override
    public final void describe(LocationDetails details) {
        name = details.name();
        placeOfService = details.placeOfService();
        npi = details.npi();
        address = details.address();
        cliaNumber = details.cliaNumber();
        mammographyCertification = details.mammographyCertification();
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
    public PracticeChanged changed() {
        return new PracticeChanged(
                id,
                null,
                null,
                new PracticeChanged.Location(
                        name, placeOfService, npi, Address.told(address), cliaNumber, mammographyCertification));
    }

    @Override
    public LocationView view() {
        return new LocationView(id, name, placeOfService, npi, address, cliaNumber, mammographyCertification, revision);
    }
}
