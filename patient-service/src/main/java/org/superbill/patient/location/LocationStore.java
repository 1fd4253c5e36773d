package org.superbill.patient.location;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The queries on locations alone; the others are those of every register. */
@ApplicationScoped
class LocationStore implements PanacheRepositoryBase<Location, UUID> {
    /** Whether another one has what only one may have. */
    boolean hasAnother(UUID id, LocationDetails details) {
        return count("name = ?1 and id <> ?2", details.name(), id) > 0;
    }
}
