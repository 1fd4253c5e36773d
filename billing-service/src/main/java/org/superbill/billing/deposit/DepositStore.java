package org.superbill.billing.deposit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of deposits and of what was announced. Whoever matches holds the rows, so that nothing is matched twice. */
@ApplicationScoped
class DepositStore implements PanacheRepositoryBase<Deposit, UUID> {

    /** What is announced and what the bank shows under these traces comes one after the other. */
    void lock(Collection<String> traceNumbers) {
        getEntityManager()
                .createNativeQuery("""
                        select cast(pg_advisory_xact_lock(hashtextextended(current_setting('app.organization', true) || '/deposit/' || trace, 22)) as text)
                          from (select distinct trace from unnest(:traces) trace order by trace) traces""")
                .setParameter("traces", traceNumbers.toArray(String[]::new))
                .getResultList();
    }

    /** @throws Problem {@code DEPOSIT_NOT_FOUND}, {@code STALE} */
    Deposit getLocked(UUID id, @Nullable Revision expected) {
        var deposit = getLocked(id);
        Revision.requireMatch(expected, deposit.revision());
        return deposit;
    }

    /** One that follows what is done with another. @throws Problem {@code DEPOSIT_NOT_FOUND} */
    Deposit getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(DepositProblem.DEPOSIT_NOT_FOUND, "No deposit with this id"));
    }

    Optional<Deposit> returnOf(Deposit deposit) {
        return find("returnsDepositId", deposit.id()).firstResultOptional();
    }

    /** Who has read it before comes too late from here on. */
    void moveOn(Deposit deposit) {
        getEntityManager().lock(deposit, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    Set<String> knownHashes(Collection<String> hashes) {
        return new HashSet<>(getEntityManager()
                .createQuery("select lineHash from Deposit where lineHash in :hashes", String.class)
                .setParameter("hashes", hashes)
                .getResultList());
    }

    void keep(ExpectedPayment expected) {
        getEntityManager().persist(expected);
    }

    Optional<ExpectedPayment> announced(UUID id) {
        return Optional.ofNullable(getEntityManager().find(ExpectedPayment.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<ExpectedPayment> announced(Collection<UUID> ids) {
        return getEntityManager()
                .createQuery("from ExpectedPayment where id in :ids order by id", ExpectedPayment.class)
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<ExpectedPayment> ofDeposits(Collection<UUID> depositIds) {
        return depositIds.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("from ExpectedPayment where depositId in :ids order by id", ExpectedPayment.class)
                        .setParameter("ids", depositIds)
                        .getResultList();
    }

    List<ExpectedPayment> awaited(Collection<String> traceNumbers) {
        return getEntityManager()
                .createQuery(
                        "from ExpectedPayment where depositId is null and not withdrawn and traceNumber in :traces order by id",
                        ExpectedPayment.class)
                .setParameter("traces", traceNumbers)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    List<Deposit> open(Collection<String> traceNumbers) {
        return find("state = ?1 and traceNumber in ?2 order by id", Deposit.State.OPEN, traceNumbers)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<ExpectedPayment> awaited(UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from ExpectedPayment where depositId is null and not withdrawn and id > :after order by id",
                        ExpectedPayment.class)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    List<Deposit> list(Deposit.@Nullable State state, UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from Deposit where (:state is null or state = :state) and id > :after order by id",
                        Deposit.class)
                .setParameter("state", state)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }
}
