package org.superbill.billing.refund;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of refunds. */
@ApplicationScoped
class RefundStore implements PanacheRepositoryBase<Refund, UUID> {
    Refund get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(RefundProblem.REFUND_NOT_FOUND, "No refund with this id"));
    }

    /** To change it. @throws Problem when it is not there, or not at the revision that the caller has read */
    Refund getLocked(UUID id, @Nullable Revision expected) {
        var refund = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(RefundProblem.REFUND_NOT_FOUND, "No refund with this id"));
        Revision.requireMatch(expected, refund.revision());
        return refund;
    }

    /** Nobody else asks for the same until the end of the transaction. @param what a payer's reference, or a patient */
    void hold(String what) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/refund/' || :what, 90)) as text)")
                .setParameter("what", what)
                .getSingleResult();
    }

    List<Refund> standing(Collection<UUID> claimIds) {
        return claimIds.isEmpty()
                ? List.of()
                : list(
                        "claimId in ?1 and state in ?2 order by id",
                        claimIds,
                        List.of(Refund.State.APPROVED, Refund.State.PAID, Refund.State.ACKNOWLEDGED));
    }

    /** The one that was paid to this payer with this amount and is called so; two are none. */
    Optional<Refund> paidLocked(UUID payerId, String reference, long amountCents) {
        var found = find(
                        "payerId = ?1 and state = ?2 and amountCents = ?3 and ?4 in (payerReference, payerClaimNumber, checkNumber) order by id",
                        payerId,
                        Refund.State.PAID,
                        amountCents,
                        reference)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Whether another one of the same letter is here; whoever asks holds the claim. */
    boolean isRecorded(Refund asked) {
        return list("claimId = ?1 and state <> ?2", asked.claimId(), Refund.State.WITHDRAWN).stream()
                .anyMatch(asked::isOfTheSameLetterAs);
    }

    List<Refund> acknowledgedBy(UUID remittanceId) {
        return list("acknowledgedBy = ?1 order by id", remittanceId);
    }

    List<Refund> list(Refund.@Nullable State state, @Nullable UUID claimId, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from Refund where (:state is null or state = :state) and (:claim is null or claimId = :claim) and id > :after order by id",
                        Refund.class)
                .setParameter("state", state)
                .setParameter("claim", claimId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    @Produces
    @Singleton
    static PatientRows patientsOfRefunds() {
        return PatientRows.of("refund", "id");
    }
}
