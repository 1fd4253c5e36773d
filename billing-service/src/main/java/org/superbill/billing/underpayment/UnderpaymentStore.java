package org.superbill.billing.underpayment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of underpayments. */
@ApplicationScoped
class UnderpaymentStore implements PanacheRepositoryBase<Underpayment, UUID> {
    private static final String WITHDRAW =
            "state = ?1, decidedAt = ?2, revision = revision + 1 where claimId in ?3 and state in ?4";

    Underpayment get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(
                        () -> new Problem(UnderpaymentProblem.UNDERPAYMENT_NOT_FOUND, "No underpayment with this id"));
    }

    /** To change it. @throws Problem when it is not there, or not at the revision that the caller has read */
    Underpayment getLocked(UUID id, @Nullable Revision expected) {
        var found = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(
                        () -> new Problem(UnderpaymentProblem.UNDERPAYMENT_NOT_FOUND, "No underpayment with this id"));
        Revision.requireMatch(expected, found.revision());
        return found;
    }

    /** @param payerId absent for all payers of the claims */
    void withdraw(@Nullable UUID payerId, Collection<UUID> claimIds, Instant at) {
        var states = List.of(Underpayment.State.OPEN, Underpayment.State.DISPUTED);
        if (payerId == null) {
            update(WITHDRAW, Underpayment.State.WITHDRAWN, at, claimIds, states);
        } else {
            update(WITHDRAW + " and payerId = ?5", Underpayment.State.WITHDRAWN, at, claimIds, states, payerId);
        }
    }

    List<Underpayment> list(Underpayment.@Nullable State state, @Nullable UUID claimId, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from Underpayment where (:state is null or state = :state) and (:claim is null or claimId = :claim) and id > :after order by id",
                        Underpayment.class)
                .setParameter("state", state)
                .setParameter("claim", claimId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
