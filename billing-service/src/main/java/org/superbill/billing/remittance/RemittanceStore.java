package org.superbill.billing.remittance;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
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

    /** What is written from here on can be taken back without ending the transaction. */
    void markSavepoint() {
        statement("savepoint posting"); // Hibernate writes before it what is not written yet
    }

    /** Forgets what was done since, here and in the database. */
    void rollBackToSavepoint() {
        getEntityManager().clear();
        statement("rollback to savepoint posting");
        releaseSavepoint();
    }

    void releaseSavepoint() {
        statement("release savepoint posting");
    }

    private void statement(String sql) {
        getEntityManager().createNativeQuery(sql).executeUpdate();
    }

    void keep(Collection<RemittanceClaim> claims) {
        claims.forEach(getEntityManager()::persist);
    }

    /** What was found for money that waited is posted now, and not when the money came: it is later than all that is posted by then. */
    void replace(RemittanceClaim waiting, RemittanceClaim posted) {
        getEntityManager().remove(waiting);
        getEntityManager().persist(posted);
    }

    /** Whose payments of this originator were, as the newest of them says that says it. */
    Optional<UUID> payerOfOriginator(String originator) {
        return find("originator = ?1 and payerId is not null order by id desc", originator)
                .firstResultOptional()
                .map(Remittance::payerId);
    }

    /** Whether something was posted about a claim of this payment after it. */
    boolean isFollowed(UUID remittanceId) {
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        select exists (
                            select from remittance_claim ours
                              join remittance_claim later on later.organization_id = ours.organization_id and later.claim_id = ours.claim_id
                             where ours.remittance_id = :remittance and later.remittance_id <> :remittance
                               and later.posting = 'posted' and later.id > ours.id)""", Object.class)
                .setParameter("remittance", remittanceId)
                .getSingleResult();
    }

    /**
     * Those that did not fit what was known of their claims when they were judged, where more of one of them was posted since; all that
     * is posted of them is of earlier days than the payment, so that only the order in which the files came was wrong.
     */
    List<UUID> waitingForWhatWasPosted(int limit) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                        select id from (
                            select waiting.id, bool_and(posted.payment_date < waiting.payment_date
                                       or posted.payment_date = waiting.payment_date and waiting.explanation like '%coverage-undecided%') as earlier,
                                   bool_or(decided.id > coalesce(waiting.judged_up_to, said.id)) as more
                              from remittance waiting
                              join remittance_claim said on said.organization_id = waiting.organization_id and said.remittance_id = waiting.id
                              join claim_version ours on ours.organization_id = said.organization_id and ours.claim_number = said.claim_number
                              join remittance_claim decided on decided.organization_id = ours.organization_id and decided.claim_id = ours.claim_id
                              join remittance posted on posted.organization_id = decided.organization_id and posted.id = decided.remittance_id
                             where waiting.state = 'WAITING' and waiting.explanation like 'A person has to look:%' and decided.posting = 'posted'
                             group by waiting.id) judged
                         where earlier and more order by id limit :limit""", Object.class)
                .setParameter("limit", limit)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Claims whose money the rule may match, oldest first; held until the end of the transaction. A payment that a person has kept from being posted is matched by a person. */
    List<RemittanceClaim> unappliedLocked(UUID after, int limit) {
        return getEntityManager()
                .createQuery("""
                        from RemittanceClaim waiting where posting = 'unapplied' and id > :after
                         and exists (select 1 from Remittance payment where payment.id = waiting.remittanceId and payment.state <> :kept)
                         order by id""", RemittanceClaim.class)
                .setParameter("after", after)
                .setParameter("kept", Remittance.State.UNAPPLIED)
                .setMaxResults(limit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Those of one payment are held until the end of the transaction, so that nobody finds their claims meanwhile. */
    void lockUnapplied(UUID remittanceId) {
        getEntityManager()
                .createNativeQuery(
                        "select id from remittance_claim where remittance_id = :remittance and posting = 'unapplied' order by id for update",
                        Object.class)
                .setParameter("remittance", remittanceId)
                .getResultList();
    }

    /** What a payment pays for claims waits for them with the whole of it, or does so no longer. */
    void unapply(UUID remittanceId, boolean unapplied) {
        flush();
        getEntityManager()
                .createNativeQuery(
                        "update remittance_claim set posting = :to where remittance_id = :remittance and posting = :from and paid_cents <> 0")
                .setParameter("to", unapplied ? "unapplied" : "none")
                .setParameter("from", unapplied ? "none" : "unapplied")
                .setParameter("remittance", remittanceId)
                .executeUpdate();
    }

    /** Whether a person has found the claim of some of a payment's money. */
    boolean isMatched(UUID remittanceId) {
        return !getEntityManager()
                .createNativeQuery(
                        "select 1 from remittance_claim where remittance_id = :remittance and posting = 'posted' limit 1",
                        Object.class)
                .setParameter("remittance", remittanceId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Of a payment whose cash a person has put into unapplied.
     *
     * @param matched of claims that a person has found
     * @param toPay of the others those above zero, {@code toTakeBack} those below
     */
    record OfUnapplied(Cents matched, Cents toPay, Cents toTakeBack) {}

    /** @param besides position of a CLP that is not counted among those that wait */
    OfUnapplied ofUnapplied(UUID remittanceId, int besides) {
        var row = (Tuple) getEntityManager()
                .createNativeQuery("""
                        select cast(coalesce(sum(paid_cents) filter (where posting = 'posted'), 0) as bigint) as matched,
                               cast(coalesce(sum(paid_cents) filter (where posting = 'unapplied' and position <> :besides and paid_cents > 0), 0) as bigint) as to_pay,
                               cast(coalesce(sum(paid_cents) filter (where posting = 'unapplied' and position <> :besides and paid_cents < 0), 0) as bigint) as to_take_back
                          from remittance_claim where remittance_id = :remittance""", Tuple.class)
                .setParameter("remittance", remittanceId)
                .setParameter("besides", besides)
                .getSingleResult();
        return new OfUnapplied(
                Cents.of(row.get("matched", Long.class)),
                Cents.of(row.get("to_pay", Long.class)),
                Cents.of(row.get("to_take_back", Long.class)));
    }

    /** One of them; empty when its money does not wait, or no longer. */
    Optional<RemittanceClaim> unappliedAtLocked(UUID remittanceId, int position) {
        return getEntityManager()
                .createQuery(
                        "from RemittanceClaim where remittanceId = :remittance and position = :position and posting = 'unapplied'",
                        RemittanceClaim.class)
                .setParameter("remittance", remittanceId)
                .setParameter("position", position)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Of these, those of whose number, or of whose member and charge, a claim had left when the payment came. */
    List<RemittanceClaim> unappliedOfSentLocked(UUID after, int limit) {
        var ids = getEntityManager()
                .createNativeQuery("""
                        select waiting.id from remittance_claim waiting
                          join remittance payment on payment.organization_id = waiting.organization_id and payment.id = waiting.remittance_id
                         where waiting.posting = 'unapplied' and waiting.id > :after and payment.state <> 'UNAPPLIED'
                           and (exists (select from claim_version sent
                                         where sent.organization_id = waiting.organization_id and sent.claim_number = waiting.claim_number
                                           and sent.sent_at <= payment.received_at)
                             or exists (select from claim_version sent
                                         where sent.organization_id = waiting.organization_id and sent.member_id = waiting.member_id
                                           and sent.total_charge_cents = abs(waiting.charge_cents) and sent.sent_at <= payment.received_at))
                         order by waiting.id limit :limit""", Object.class)
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultList();
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery(
                                "from RemittanceClaim where posting = 'unapplied' and id in :ids order by id",
                                RemittanceClaim.class)
                        .setParameter("ids", ids)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
    }

    List<RemittanceClaim> unapplied(UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from RemittanceClaim where posting = 'unapplied' and id > :after order by id",
                        RemittanceClaim.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** To change it. @throws Problem when it is not there, or not at the revision that the caller has read */
    Remittance getLocked(UUID id, @Nullable Revision expected) {
        var remittance = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(RemittanceProblem.REMITTANCE_NOT_FOUND, "No remittance with this id"));
        Revision.requireMatch(expected, remittance.revision());
        return remittance;
    }

    /** As it is by now, held until the end of the transaction. Whoever matches some of a payment or undoes it holds it first and its claims then. */
    void refreshLocked(Remittance remittance) {
        getEntityManager().refresh(remittance, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The rows that were kept of it before it was posted. */
    void forgetClaims(UUID remittanceId) {
        getEntityManager()
                .createQuery("delete from RemittanceClaim where remittanceId = :remittance")
                .setParameter("remittance", remittanceId)
                .executeUpdate();
    }

    /** In the payer's order. @param after the position of the last that was seen, 0 at first */
    List<RemittanceClaim> claims(UUID remittanceId, int after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from RemittanceClaim where remittanceId = :remittance and position > :after order by position",
                        RemittanceClaim.class)
                .setParameter("remittance", remittanceId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<RemittanceClaim> claimsById(UUID remittanceId, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from RemittanceClaim where remittanceId = :remittance and id > :after order by id",
                        RemittanceClaim.class)
                .setParameter("remittance", remittanceId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Our claims that it is about. */
    List<UUID> claimIds(UUID remittanceId) {
        return getEntityManager()
                .createQuery(
                        "select distinct claimId from RemittanceClaim where remittanceId = :remittance and claimId is not null",
                        UUID.class)
                .setParameter("remittance", remittanceId)
                .getResultList();
    }

    /** Writes what is not written yet and keeps nothing in memory. */
    void flushAndForget() {
        getEntityManager().flush();
        getEntityManager().clear();
    }

    /** What was posted about these claims, in its order. */
    List<Settled> settled(Collection<UUID> claimIds) {
        var settled = new ArrayList<Settled>();
        var rows = getEntityManager()
                .createNativeQuery(
                        "select * from remittance_claim where claim_id = any(:claims) and posting = 'posted' and (status_code <> '25' or entry_id is not null) order by id",
                        RemittanceClaim.class)
                .setParameter("claims", claimIds.toArray(UUID[]::new))
                .getResultList();
        for (Object row : rows) {
            settled.add(((RemittanceClaim) row).settled());
        }
        return settled;
    }

    Map<UUID, LocalDate> paymentDates(Collection<UUID> remittanceIds) {
        return remittanceIds.isEmpty()
                ? Map.of()
                : list("id in ?1", remittanceIds).stream().collect(toMap(Remittance::id, Remittance::paymentDate));
    }

    /** @param state absent for all */
    List<Remittance> list(Remittance.@Nullable State state, @Nullable UUID after, int limit) {
        var from = after == null ? FIRST : after;
        return (state == null
                        ? find("id > ?1 order by id", from)
                        : find("state = ?1 and id > ?2 order by id", state, from))
                .page(0, limit)
                .list();
    }
}
