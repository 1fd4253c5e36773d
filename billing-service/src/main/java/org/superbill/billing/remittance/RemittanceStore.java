package org.superbill.billing.remittance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query of remittances. */
@ApplicationScoped
class RemittanceStore implements PanacheRepositoryBase<Remittance, UUID> {
    private static final UUID FIRST = new UUID(0, 0);

    /** Two files with the same trace are posted one after the other. */
    List<Remittance> postedOfTraceLocked(String traceNumber, String originator) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/' || :trace || '/' || :originator, 835)) as text)")
                .setParameter("trace", traceNumber)
                .setParameter("originator", originator)
                .getSingleResult();
        return list(
                "traceNumber = ?1 and originator = ?2 and state = ?3",
                traceNumber,
                originator,
                Remittance.State.POSTED);
    }

    void keep(Remittance remittance, Collection<RemittanceClaim> claims) {
        persist(remittance);
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

    List<Remittance> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? FIRST : after)
                .page(0, limit)
                .list();
    }
}
