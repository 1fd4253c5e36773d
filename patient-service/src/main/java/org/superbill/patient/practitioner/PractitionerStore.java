package org.superbill.patient.practitioner;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.patient.practitioner.PractitionerProblem.PRACTITIONER_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on practitioners. */
@ApplicationScoped
class PractitionerStore implements PanacheRepositoryBase<Practitioner, UUID> {
    Practitioner get(UUID id) {
        return findByIdOptional(id).orElseThrow(PractitionerStore::notFound);
    }

    Practitioner getForUpdate(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(PractitionerStore::notFound);
    }

    boolean has(UUID id) {
        return count("id = ?1", id) > 0;
    }

    List<Practitioner> list(PageRequest page) {
        return find("id > ?1 order by id", page.after()).page(0, page.fetch()).list();
    }

    /** Whether another one has what only one may have; asked before the change is written. */
    boolean hasAnother(Practitioner practitioner) {
        return getEntityManager()
                        .createQuery("select count(*) from Practitioner where npi = :npi and id <> :id", Long.class)
                        .setParameter("npi", practitioner.npi())
                        .setParameter("id", practitioner.id())
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    private static Problem notFound() {
        return new Problem(PRACTITIONER_NOT_FOUND, "There is no practitioner with this id");
    }
}
