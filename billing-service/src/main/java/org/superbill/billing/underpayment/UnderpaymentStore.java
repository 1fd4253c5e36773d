package org.superbill.billing.underpayment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.PayersDecision;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of underpayments. */
@ApplicationScoped
class UnderpaymentStore implements PanacheRepositoryBase<Underpayment, UUID> {
    private static final String WITHDRAW = """
            update underpayment set state = 'WITHDRAWN', disputed_at = case when withdrawn_because is null then decided_at else disputed_at end, decided_at = :at,
                   withdrawn_by_remittance_id = :by, withdrawn_because = null, revision = revision + 1
              from unnest(cast(:claims as uuid[]), cast(:payers as uuid[]), cast(:remittances as uuid[]), cast(:lines as text[]))
                       as given (claim_id, payer_id, remittance_id, lines)
             where (state in ('OPEN', 'DISPUTED') or withdrawn_because is not null) and underpayment.claim_id = given.claim_id
               and (given.payer_id is null or underpayment.payer_id = given.payer_id)
               and (given.remittance_id is null or underpayment.remittance_id = given.remittance_id)
               and (given.lines = '{}' or underpayment.line_number = any(cast(given.lines as int[])))""";

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

    /** In one statement. @param by the payment that takes them back, or whose posting is undone */
    void withdraw(Collection<PayersDecision> decisions, UUID by, Instant at) {
        var payers = new ArrayList<@Nullable UUID>();
        var remittances = new ArrayList<@Nullable UUID>();
        decisions.forEach(decision -> {
            payers.add(decision.payerId());
            remittances.add(decision.remittanceId());
        });
        flush();
        getEntityManager()
                .createNativeQuery(WITHDRAW)
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter(
                        "claims",
                        decisions.stream().map(PayersDecision::claimId).toArray(UUID[]::new))
                .setParameter("payers", payers.toArray(UUID[]::new))
                .setParameter("remittances", remittances.toArray(UUID[]::new))
                .setParameter(
                        "lines",
                        decisions.stream().map(PayersDecision::linesInSql).toArray(String[]::new))
                .executeUpdate();
    }

    /** What the payment had withdrawn of others' is as it was; in one statement. */
    void notWithdrawn(Collection<UUID> claimIds, UUID by) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        update underpayment set state = case when disputed_at is null then 'OPEN' else 'DISPUTED' end, decided_at = disputed_at,
                               disputed_at = null, withdrawn_by_remittance_id = null, revision = revision + 1
                         where claim_id = any(:claims) and withdrawn_by_remittance_id = :by and remittance_id <> :by""")
                .setParameter("claims", claimIds.toArray(UUID[]::new))
                .setParameter("by", by)
                .executeUpdate();
    }

    /** What stands of a claim. */
    void withdraw(UUID claimId, String because, Instant at) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        update underpayment set state = 'WITHDRAWN', disputed_at = decided_at, decided_at = :at, withdrawn_because = :because, revision = revision + 1
                         where claim_id = :claim and state in ('OPEN', 'DISPUTED')""")
                .setParameter("at", at)
                .setParameter("because", because)
                .setParameter("claim", claimId)
                .executeUpdate();
    }

    /** What was withdrawn so is as it was. */
    void notWithdrawn(UUID claimId) {
        flush();
        getEntityManager().createNativeQuery("""
                        update underpayment set state = case when disputed_at is null then 'OPEN' else 'DISPUTED' end, decided_at = disputed_at,
                               disputed_at = null, withdrawn_because = null, revision = revision + 1
                         where claim_id = :claim and withdrawn_because is not null""").setParameter("claim", claimId).executeUpdate();
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

    @Produces
    @Singleton
    static PatientRows patientsOfUnderpayments() {
        return new PatientRows(
                "select c.patient_id from underpayment u join claim c on c.id = u.claim_id where u.id = any(:ids)");
    }
}
