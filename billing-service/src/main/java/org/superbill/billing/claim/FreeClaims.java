package org.superbill.billing.claim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Holds claims without waiting for who else holds them: for jobs, which may come back to the others. */
@ApplicationScoped
public class FreeClaims {
    private static final String KNOWN = "select id from claim where id = any(cast((select :ids) as uuid[]))";

    private final ClaimStore store;
    private final EntityManager entities;

    FreeClaims(ClaimStore store, EntityManager entities) {
        this.store = store;
        this.entities = entities;
    }

    /** Holds those that nobody else holds now until the end of the transaction. @return the others */
    Set<UUID> hold(Collection<UUID> claimIds) {
        var free = ids(KNOWN + " order by id for no key update skip locked", claimIds);
        var others = ids(KNOWN, claimIds);
        others.removeAll(free);
        return others;
    }

    /** Holds the claims of those files of which nobody else holds any, until the end of the transaction. @return the other files */
    @Transactional(TxType.MANDATORY)
    public List<UUID> holdFiles(Collection<UUID> submissionIds) {
        return submissionIds.stream()
                .filter(id -> !hold(store.idsOfSubmission(id)).isEmpty())
                .toList();
    }

    /**
     * Until the transaction ends nobody else takes what waits for a file: claims that wait together are judged beside each other, and nobody sees what another is about to write.
     *
     * @return false while somebody else holds it
     */
    @Transactional(TxType.MANDATORY)
    public boolean holdQueue() {
        return (boolean) entities.createNativeQuery(
                        "select pg_try_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/queued-claims', 14))",
                        Object.class) // told Boolean, Hibernate 7.2 keeps a new plan for each execution, until its
                // cache holds nothing else
                .getSingleResult();
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
