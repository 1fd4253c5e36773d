package org.superbill.billing.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every query of submissions. */
@ApplicationScoped
class SubmissionStore implements PanacheRepositoryBase<Submission, UUID> {
    private static final UUID FIRST = new UUID(0, 0);

    long nextControlNumber() {
        return (Long) getEntityManager()
                .createNativeQuery("select nextval('interchange_control_number')", Long.class)
                .getSingleResult();
    }

    /** The oldest file to be sent now; held, so that another replica passes it over. */
    Optional<Submission> nextToSendLocked(Instant now) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        select id from submission where state = 'WRITTEN' and (next_attempt_at is null or next_attempt_at <= :now)
                         order by id limit 1 for update skip locked""", UUID.class)
                .setParameter("now", now)
                .getResultList();
        return ids.isEmpty() ? Optional.empty() : findByIdOptional((UUID) ids.get(0));
    }

    boolean anyWritten() {
        return count("state", Submission.State.WRITTEN) > 0;
    }

    /** Waits for whoever is sending one of them. */
    List<Submission> allLocked(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("select id from submission where id = any(:ids) order by id for update", UUID.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return list("id in ?1 order by id", ids);
    }

    Optional<UUID> idByControlNumber(String interchangeControlNumber) {
        return getEntityManager()
                .createQuery(
                        "select id from Submission where interchangeControlNumber = :number order by id desc",
                        UUID.class)
                .setParameter("number", interchangeControlNumber)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<Submission> list(@Nullable UUID after, int limit) {
        return find("id > ?1 order by id", after == null ? FIRST : after)
                .page(0, limit)
                .list();
    }
}
