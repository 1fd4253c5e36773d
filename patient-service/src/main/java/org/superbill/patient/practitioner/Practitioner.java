package org.superbill.patient.practitioner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.superbill.events.PracticeChanged;
import org.superbill.patient.register.Entry;

/** Somebody who treats patients here. */
@Entity
@Table(name = "practitioner")
class Practitioner implements Entry<PractitionerDetails, PractitionerView> {
    @Id
    private UUID id;

    @TenantId
    @Column(name = "organization_id")
    private @Nullable String organizationId;

    private String npi;

    @Column(name = "first_name")
    private String firstName;

    @Column(name = "middle_name")
    private @Nullable String middleName;

    @Column(name = "last_name")
    private String lastName;

    @Column(name = "taxonomy_code")
    private @Nullable String taxonomyCode;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init") // Hibernate fills it
    protected Practitioner() {}

    @SuppressWarnings("NullAway.Init") // describe() fills it
    Practitioner(UUID id, PractitionerDetails details) {
        this.id = id;
        describe(details);
    }

    @Override
    public final void describe(PractitionerDetails details) {
        npi = details.npi();
        firstName = details.firstName();
        middleName = details.middleName();
        lastName = details.lastName();
        taxonomyCode = details.taxonomyCode();
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
                id, null, new PracticeChanged.Practitioner(npi, firstName, middleName, lastName, taxonomyCode), null);
    }

    @Override
    public PractitionerView view() {
        return new PractitionerView(id, npi, firstName, middleName, lastName, taxonomyCode, revision);
    }
}
