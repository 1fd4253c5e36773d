package org.superbill.billing.x12file;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query of received files. */
@ApplicationScoped
class X12FileStore implements PanacheRepositoryBase<ReceivedFile, UUID> {
    private static final UUID FIRST = new UUID(0, 0);

    /**
     * The same bytes that come twice at the same time are taken one after the other, each in its transaction.
     *
     * @return the instant at which the books say that what this transaction writes was posted
     */
    Instant lock(String sha256) {
        var micros = (Long) getEntityManager()
                .createNativeQuery("""
                        select cast(extract(epoch from now()) * 1000000 as bigint)
                          from pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/' || :sha256, 12))""", Object.class)
                .setParameter("sha256", sha256)
                .getSingleResult();
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    Optional<ReceivedFile> findBySha256(String sha256) {
        return find("sha256", sha256).firstResultOptional();
    }

    Map<String, Long> countByState() {
        var counts = new TreeMap<String, Long>();
        getEntityManager()
                .createQuery("select state, count(*) from ReceivedFile group by state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put(((ReceivedFile.State) row[0]).wire(), (Long) row[1]));
        return counts;
    }

    List<ReceivedFile> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? FIRST : after)
                .page(0, limit)
                .list();
    }
}
