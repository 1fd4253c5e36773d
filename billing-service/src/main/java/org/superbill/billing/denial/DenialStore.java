package org.superbill.billing.denial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
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

    void close(Collection<UUID> claimIds, Denial.State state) {
        update("state = ?1 where state = ?2 and claimId in ?3", state, Denial.State.OPEN, claimIds);
    }
}
