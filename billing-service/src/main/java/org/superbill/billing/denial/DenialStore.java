package org.superbill.billing.denial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The SQL of denials. */
@ApplicationScoped
class DenialStore implements PanacheRepositoryBase<Denial, UUID> {
    List<Denial> list(@Nullable UUID claimId, @Nullable UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from Denial where (:claimId is null or claimId = :claimId) and (:after is null or id > :after) order by id",
                        Denial.class)
                .setParameter("claimId", claimId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<Denial> ofClaim(UUID claimId) {
        return list("claimId = ?1 order by id", claimId);
    }

    Map<UUID, Long> openCents(Collection<UUID> claimIds) {
        var cents = new HashMap<UUID, Long>();
        getEntityManager()
                .createQuery(
                        "select d.claimId, sum(d.amountCents) from Denial d where d.state = :state and d.claimId in :ids group by d.claimId",
                        Object[].class)
                .setParameter("state", Denial.State.OPEN)
                .setParameter("ids", claimIds)
                .getResultList()
                .forEach(row -> cents.put((UUID) row[0], (Long) row[1]));
        return cents;
    }

    void close(Collection<UUID> claimIds, Denial.State state) {
        update("state = ?1 where state = ?2 and claimId in ?3", state, Denial.State.OPEN, claimIds);
    }
}
