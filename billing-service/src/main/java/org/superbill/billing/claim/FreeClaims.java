package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Holds claims without waiting for who else holds them: for jobs, which may come back to the others. */
@ApplicationScoped
class FreeClaims {
    private static final String KNOWN = "select id from claim where id = any(cast((select :ids) as uuid[]))";

    private final EntityManager entities;

    FreeClaims(EntityManager entities) {
        this.entities = entities;
    }

    /** Holds those that nobody else holds now until the end of the transaction. @return the others */
    Set<UUID> hold(Collection<UUID> claimIds) {
        var free = ids(KNOWN + " order by id for no key update skip locked", claimIds);
        var others = ids(KNOWN, claimIds);
        others.removeAll(free);
        return others;
    }

    private Set<UUID> ids(String sql, Collection<UUID> of) {
        var found = new HashSet<UUID>();
        for (Object id : entities.createNativeQuery(sql, Object.class)
                .setParameter("ids", of.toArray(UUID[]::new))
                .getResultList()) {
            found.add((UUID) id);
        }
        return found;
    }
}
