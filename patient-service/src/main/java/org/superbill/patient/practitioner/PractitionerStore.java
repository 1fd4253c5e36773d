package org.superbill.patient.practitioner;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The queries on practitioners alone; the others are those of every register. */
@ApplicationScoped
class PractitionerStore implements PanacheRepositoryBase<Practitioner, UUID> {
    /** Whether another one has what only one may have. */
    boolean hasAnother(UUID id, PractitionerDetails details) {
        return count("npi = ?1 and id <> ?2", details.npi(), id) > 0;
    }
}
