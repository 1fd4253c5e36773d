package org.superbill.billing.adjustment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;

/** The SQL of adjustments and of their limits. */
@ApplicationScoped
class AdjustmentStore implements PanacheRepositoryBase<Adjustment, UUID> {

    List<Adjustment> list(@Nullable UUID claimId, UUID after, int limit) {
        return find("(?1 is null or claimId = ?1) and id > ?2 order by id", claimId, after)
                .page(0, limit)
                .list();
    }

    /** By the id of what they take back. */
    Map<UUID, UUID> reversals(Collection<UUID> ids) {
        var reversals = new HashMap<UUID, UUID>();
        if (!ids.isEmpty()) {
            getEntityManager()
                    .createQuery("select reverses, id from Adjustment where reverses in :ids", Object[].class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> reversals.put((UUID) row[0], (UUID) row[1]));
        }
        return reversals;
    }

    /** What was not taken back of claims, newest first; one query. */
    List<Adjustment> standing(Collection<UUID> claimIds) {
        return claimIds.isEmpty()
                ? List.of()
                : list(
                        "from Adjustment moved where claimId in ?1 and reverses is null and not exists (select 1 from Adjustment back where back.reverses = moved.id) order by id desc",
                        claimIds);
    }

    /** What was given up of a claim and not taken back, in cents by authority. */
    Map<String, Long> lost(UUID claimId, Collection<AdjustmentKind> losses) {
        var lost = new HashMap<String, Long>();
        getEntityManager()
                .createQuery("""
                        select authority, sum(amountCents) from Adjustment lost
                         where claimId = :claim and kind in :losses and reverses is null
                           and not exists (select 1 from Adjustment back where back.reverses = lost.id)
                         group by authority""", Object[].class)
                .setParameter("claim", claimId)
                .setParameter("losses", losses)
                .getResultList()
                .forEach(row -> lost.put((String) row[0], ((Number) row[1]).longValue()));
        return lost;
    }

    Optional<WriteOffLimits> limits() {
        return getEntityManager()
                .createQuery("from WriteOffLimits", WriteOffLimits.class)
                .getResultStream()
                .findFirst();
    }

    void keep(WriteOffLimits limits) {
        getEntityManager().persist(limits);
        flush();
    }

    @Produces
    @Singleton
    static PatientRows patientsOfAdjustments() {
        return PatientRows.of("ledger_adjustment", "id");
    }
}
