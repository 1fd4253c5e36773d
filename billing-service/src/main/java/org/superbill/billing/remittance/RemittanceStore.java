package org.superbill.billing.remittance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of remittances. */
@ApplicationScoped
class RemittanceStore implements PanacheRepositoryBase<Remittance, UUID> {
    private static final UUID FIRST = new UUID(0, 0);

    /** Those whose cash is in the books. Two files with the same trace are posted one after the other. */
    List<Remittance> bookedOfTraceLocked(String traceNumber, String originator) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/' || :trace || '/' || :originator, 835)) as text)")
                .setParameter("trace", traceNumber)
                .setParameter("originator", originator)
                .getSingleResult();
        return list(
                "traceNumber = ?1 and originator = ?2 and state in ?3",
                traceNumber,
                originator,
                List.of(Remittance.State.POSTED, Remittance.State.UNAPPLIED));
    }

    void keep(Remittance remittance, Collection<RemittanceClaim> claims) {
        persist(remittance);
        claims.forEach(getEntityManager()::persist);
    }

    /** To change it. @throws Problem when it is not there, or not at the revision that the caller has read */
    Remittance getLocked(UUID id, @Nullable Revision expected) {
        var remittance = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(RemittanceProblem.REMITTANCE_NOT_FOUND, "No remittance with this id"));
        Revision.requireMatch(expected, remittance.revision());
        return remittance;
    }

    void replaceClaims(UUID remittanceId, Collection<RemittanceClaim> claims) {
        getEntityManager()
                .createQuery("delete from RemittanceClaim where remittanceId = :remittance")
                .setParameter("remittance", remittanceId)
                .executeUpdate();
        claims.forEach(getEntityManager()::persist);
    }

    List<RemittanceClaim> claims(UUID remittanceId) {
        return getEntityManager()
                .createQuery(
                        "from RemittanceClaim where remittanceId = :remittance order by position",
                        RemittanceClaim.class)
                .setParameter("remittance", remittanceId)
                .getResultList();
    }

    /** What was posted about these claims, in its order. */
    List<Settled> settled(Collection<UUID> claimIds) {
        var settled = new ArrayList<Settled>();
        var rows = getEntityManager()
                .createNativeQuery(
                        "select * from remittance_claim where claim_id = any(:claims) and posting = 'posted' and status_code <> '25' order by id",
                        RemittanceClaim.class)
                .setParameter("claims", claimIds.toArray(UUID[]::new))
                .getResultList();
        for (Object row : rows) {
            settled.add(((RemittanceClaim) row).settled());
        }
        return settled;
    }

    List<Remittance> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? FIRST : after)
                .page(0, limit)
                .list();
    }
}
