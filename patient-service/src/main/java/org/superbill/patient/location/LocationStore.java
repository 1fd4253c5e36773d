package org.superbill.patient.location;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.patient.location.LocationProblem.LOCATION_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on locations. */
@ApplicationScoped
class LocationStore implements PanacheRepositoryBase<Location, UUID> {
    Location get(UUID id) {
        return findByIdOptional(id).orElseThrow(LocationStore::notFound);
    }

    Location getForUpdate(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(LocationStore::notFound);
    }

    boolean has(UUID id) {
        return count("id = ?1", id) > 0;
    }

    List<Location> list(PageRequest page) {
        return find("id > ?1 order by id", page.after()).page(0, page.fetch()).list();
    }

    /** Whether another one has what only one may have; asked before the change is written. */
    boolean hasAnother(Location location) {
        return getEntityManager()
                        .createQuery("select count(*) from Location where name = :name and id <> :id", Long.class)
                        .setParameter("name", location.name())
                        .setParameter("id", location.id())
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    private static Problem notFound() {
        return new Problem(LOCATION_NOT_FOUND, "There is no location with this id");
    }
}
