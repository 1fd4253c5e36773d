package org.superbill.billing.submission;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
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
                .createNativeQuery("select nextval('interchange_control_number')", Object.class)
                .getSingleResult();
    }

    /**
     * The oldest file to be sent now; held, so that another replica passes it over.
     *
     * @param away connections whose files have to wait
     */
    Optional<Submission> nextToSendLocked(Instant now, Collection<String> away) {
        List<?> next = getEntityManager()
                .createNativeQuery("""
                        select * from submission where state in ('WRITTEN', 'STAGED') and (next_attempt_at is null or next_attempt_at <= :now)
                           and connection <> all (cast(:away as text[])) order by id limit 1 for update skip locked""", Submission.class)
                .setParameter("now", now)
                .setParameter("away", away.toArray(String[]::new))
                .getResultList();
        return next.stream().map(Submission.class::cast).findFirst();
    }

    boolean anyToSend() {
        return (Boolean) getEntityManager()
                .createNativeQuery(
                        "select exists (select from submission where state in ('WRITTEN', 'STAGED'))", Object.class)
                .getSingleResult();
    }

    /** Those of them that are not marked as sent; waits for whoever is sending one of them. */
    List<Submission> notSentLocked(Collection<UUID> ids) {
        var notSent = getEntityManager()
                .createNativeQuery("""
                        select id from submission where id = any(:ids) and state in ('WRITTEN', 'STAGED')
                         order by id for update""", Object.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
        return notSent.isEmpty() ? List.of() : list("id in ?1 order by id", notSent);
    }

    /** The receiver has taken what was sent of these. @return those that it had not answered before */
    List<UUID> received(Collection<UUID> ids, Instant at) {
        List<?> received = getEntityManager()
                .createNativeQuery("""
                        with received as (
                            update submission set state = 'RECEIVED', answered_at = :at,
                                acknowledgment = concat_ws(', ', acknowledgment, 'claims answered')
                             where id = any(:ids) and state = 'SENT' returning id)
                        select id from received""", Object.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("at", at)
                .getResultList();
        return received.stream().map(UUID.class::cast).toList();
    }

    Submission getLocked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<FileTotals.FileTotal> totals(Submission.Kind kind) {
        return getEntityManager()
                .createQuery(
                        "select id, state, claimCount, totalChargeCents, sentAt from Submission where kind = :kind order by id",
                        FileTotals.FileTotal.class)
                .setParameter("kind", kind.set())
                .getResultList();
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

    List<Submission> list(@Nullable SubmissionState state, @Nullable UUID payerId, @Nullable UUID after, int limit) {
        var where = new StringBuilder("id > :after");
        var values = new HashMap<String, Object>();
        values.put("after", after == null ? FIRST : after);
        if (state != null) {
            where.append(" and state = :state");
            values.put("state", state);
        }
        if (payerId != null) {
            where.append(" and payerId = :payer");
            values.put("payer", payerId);
        }
        return find(where + " order by id", values).page(0, limit).list();
    }
}
