package org.superbill.billing.appeal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.denial.AppealLevel;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** Every query of appeals. */
@ApplicationScoped
class AppealStore implements PanacheRepositoryBase<Appeal, UUID> {

    Appeal get(UUID id) {
        return findByIdOptional(id).orElseThrow(AppealStore::notFound);
    }

    /** @throws Problem when it is not there */
    UUID claimOf(UUID id) {
        return getEntityManager()
                .createQuery("select a.claimId from Appeal a where a.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(AppealStore::notFound);
    }

    /** To change them; those of a claim that are not decided yet. */
    List<Appeal> openOfClaimLocked(UUID claimId) {
        return find(
                        "claimId = ?1 and state in ?2 order by id",
                        claimId,
                        List.of(AppealState.PREPARED, AppealState.SENT))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** To change it. @throws Problem when it is not there, or not at the revision that the caller has read */
    Appeal getLocked(UUID id, @Nullable Revision expected) {
        var appeal = findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(AppealStore::notFound);
        Revision.requireMatch(expected, appeal.revision());
        return appeal;
    }

    private static Problem notFound() {
        return new Problem(AppealProblem.APPEAL_NOT_FOUND, "No appeal with this id");
    }

    void keep(Appeal appeal, Collection<UUID> denialIds) {
        persist(appeal);
        flush();
        getEntityManager()
                .createNativeQuery("insert into appeal_denial (appeal_id, denial_id) select :appeal, unnest(:denials)")
                .setParameter("appeal", appeal.id())
                .setParameter("denials", denialIds.toArray(UUID[]::new))
                .executeUpdate();
    }

    List<Appeal> list(@Nullable UUID claimId, @Nullable AppealState state, UUID after, int limit) {
        return find(
                        "(?1 is null or claimId = ?1) and (?2 is null or state = ?2) and id > ?3 order by id",
                        claimId,
                        state,
                        after)
                .page(0, limit)
                .list();
    }

    /** Whether one of the refusals is or was contested at a level, but for appeals that were taken back; nobody contests them meanwhile. */
    boolean isContestedLocked(Collection<UUID> denialIds, AppealLevel level) {
        getEntityManager()
                .createNativeQuery(
                        "select id from denial where id = any(:denials) order by id for no key update", Object.class)
                .setParameter("denials", denialIds.toArray(UUID[]::new))
                .getResultList();
        return !getEntityManager()
                .createNativeQuery("""
                        select a.id from appeal_denial d join appeal a on a.organization_id = d.organization_id and a.id = d.appeal_id
                         where d.denial_id = any(:denials) and a.level = :level and a.state <> 'WITHDRAWN' limit 1""", Object.class)
                .setParameter("denials", denialIds.toArray(UUID[]::new))
                .setParameter("level", level.name())
                .getResultList()
                .isEmpty();
    }

    List<Appeal> list(Collection<UUID> ids) {
        return list("id in ?1 order by id", ids);
    }

    /** What it contests. */
    List<UUID> denialsOf(UUID appealId) {
        return denials(List.of(appealId)).getOrDefault(appealId, List.of());
    }

    /** By appeal. */
    Map<UUID, List<UUID>> denials(Collection<UUID> appealIds) {
        var denials = new HashMap<UUID, List<UUID>>();
        for (Object row : getEntityManager()
                .createNativeQuery(
                        "select appeal_id, denial_id from appeal_denial where appeal_id = any(:appeals) order by appeal_id, denial_id",
                        Object[].class)
                .setParameter("appeals", appealIds.toArray(UUID[]::new))
                .getResultList()) {
            var columns = (Object[]) row;
            denials.computeIfAbsent((UUID) columns[0], id -> new ArrayList<>()).add((UUID) columns[1]);
        }
        return denials;
    }

    /** Names by appeal. */
    Map<UUID, List<String>> documents(Collection<UUID> appealIds) {
        var names = new HashMap<UUID, List<String>>();
        for (Object row : getEntityManager()
                .createNativeQuery(
                        "select appeal_id, name from appeal_enclosure where appeal_id = any(:appeals) order by appeal_id, id",
                        Object[].class)
                .setParameter("appeals", appealIds.toArray(UUID[]::new))
                .getResultList()) {
            var columns = (Object[]) row;
            names.computeIfAbsent((UUID) columns[0], id -> new ArrayList<>()).add((String) columns[1]);
        }
        return names;
    }

    void enclose(UUID appealId, String name, byte[] pdf) {
        getEntityManager()
                .createNativeQuery(
                        "insert into appeal_enclosure (id, appeal_id, name, media_type, content) values (:id, :appeal, :name, 'application/pdf', :content)")
                .setParameter("id", Ids.next())
                .setParameter("appeal", appealId)
                .setParameter("name", name)
                .setParameter("content", pdf)
                .executeUpdate();
    }

    List<byte[]> contents(UUID appealId) {
        var contents = new ArrayList<byte[]>();
        for (Object row : getEntityManager()
                .createNativeQuery(
                        "select content from appeal_enclosure where appeal_id = :appeal order by id", byte[].class)
                .setParameter("appeal", appealId)
                .getResultList()) {
            contents.add((byte[]) row);
        }
        return contents;
    }

    List<AppealFigures.Row> figures(LocalDate from, LocalDate to) {
        var rows = new ArrayList<AppealFigures.Row>();
        for (Object row : getEntityManager()
                .createNativeQuery("""
                        select level, count(*), count(*) filter (where state in ('OVERTURNED', 'PARTLY_OVERTURNED')),
                               cast(sum(amount_cents) as bigint), cast(coalesce(sum(recovered_cents), 0) as bigint)
                          from appeal
                         where state in ('OVERTURNED', 'PARTLY_OVERTURNED', 'UPHELD', 'DISMISSED') and decided_on between :from and :to
                         group by level order by level""", Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()) {
            var columns = (Object[]) row;
            rows.add(new AppealFigures.Row(
                    AppealLevel.valueOf((String) columns[0]),
                    number(columns[1]),
                    number(columns[2]),
                    number(columns[3]),
                    number(columns[4])));
        }
        return rows;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    @Produces
    @Singleton
    static PatientRows patientsOfAppeals() {
        return PatientRows.of("appeal", "id");
    }
}
