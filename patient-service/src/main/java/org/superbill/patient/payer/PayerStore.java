package org.superbill.patient.payer;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.patient.payer.PayerProblem.PAYER_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.UUID;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on payers. */
@ApplicationScoped
class PayerStore implements PanacheRepositoryBase<Payer, UUID> {
    Payer get(UUID id) {
        return findByIdOptional(id).orElseThrow(PayerStore::notFound);
    }

    Payer getForUpdate(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(PayerStore::notFound);
    }

    boolean has(UUID id) {
        return count("id = ?1", id) > 0;
    }

    List<Payer> list(PageRequest page) {
        return find("id > ?1 order by id", page.after()).page(0, page.fetch()).list();
    }

    /** Whether another one has what only one may have; asked before the change is written. */
    boolean hasAnother(Payer payer) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from Payer where payerIdentifier = :payerIdentifier and name = :name and id <> :id",
                                Long.class)
                        .setParameter("payerIdentifier", payer.payerIdentifier())
                        .setParameter("name", payer.name())
                        .setParameter("id", payer.id())
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    private static Problem notFound() {
        return new Problem(PAYER_NOT_FOUND, "There is no payer with this id");
    }
}
