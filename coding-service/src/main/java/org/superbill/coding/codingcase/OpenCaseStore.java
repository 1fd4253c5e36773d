package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;
import org.superbill.coding.codingpolicy.CodingPolicy;

/** The SQL of worklists: ordered by a score that the database computes, since a page of it must not read every case. */
@ApplicationScoped
class OpenCaseStore {
    private static final String SCORE = """
            greatest(0, :today - coalesce(discharge_date, service_date)) * :perDay
             + charge_cents * :perThousand / 100000
             + case when filing_deadline is null then 0
                    else greatest(0, :window - (filing_deadline - :today)) * :perFilingDay end""";
    private static final String OPEN = """
            select id, kind, encounter_id, setting, status, specialty, payer_id, charge_cents,
                   coalesce(discharge_date, service_date) as since, filing_deadline, due_on,
                   greatest(0, :today - due_on) as days_overdue, :today - due_on > :escalationDays as escalated,
                   case when escalated_version = version then escalated_on end as escalated_on,
                   case when escalated_version = version then escalated_to end as escalated_to,
                   hold_reason is not null as held, assigned_to, completed_by, audited_by, cast(%s as bigint) as score,
                   coalesce(lease_until > :now, false) as in_use
              from coding_case
             where status in ('READY', 'ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN')""".formatted(SCORE);
    private static final String TURN =
            "hashtext('coding-worklist'), hashtext(current_setting('app.organization', true))";
    /** The case at the end of the page before counts with today's score, also when it is open no more. */
    private static final String AFTER = """
            (score < (select cast(%1$s as bigint) from coding_case where id = :after)
                  or score = (select cast(%1$s as bigint) from coding_case where id = :after) and id > :after)""".formatted(SCORE);

    /** A row that another changes at this moment is left out rather than waited for: who gives cases away holds others up meanwhile. */
    private static final String GIVE = """
            with free as (
                select coding_case.id, given.coder
                  from unnest((select cast(:ids as uuid[])), (select cast(:coders as text[]))) as given (id, coder)
                  join coding_case on coding_case.id = given.id
                 where status in ('READY', 'ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN') and hold_reason is null
                   and assigned_to is distinct from given.coder and (lease_until is null or lease_until <= :now)
                   for update of coding_case skip locked)
            update coding_case set assigned_to = free.coder, status = case status when 'READY' then 'ASSIGNED' else status end,
                   lease_by = null, lease_until = null, changed_at = :now, revision = revision + 1
              from free where coding_case.id = free.id
            returning coding_case.id, coding_case.assigned_to""";

    private static final String ESCALATE = """
            with late as (
                select id from coding_case
                 where status in ('READY', 'ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN') and due_on < cast(:before as date)
                   and escalated_version is distinct from version
                 limit :most for update skip locked)
            update coding_case set escalated_on = :today, escalated_to = cast(:to as text), escalated_version = version
              from late where coding_case.id = late.id""";

    private final EntityManager database;
    private final Clock clock;

    OpenCaseStore(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<OpenCase> list(OpenCaseFilter filter, CodingPolicy policy, LocalDate today, @Nullable UUID after, int most) {
        var conditions = new Conditions(filter.isOfNobody() ? "assigned_to is null" : "true")
                .and("assigned_to = :assignedTo", "assignedTo", filter.isOfNobody() ? null : filter.assignedTo())
                .and("status = :status", "status", name(filter.status()))
                .and("kind = :kind", "kind", name(filter.kind()))
                .and("starts_with(specialty, :specialty)", "specialty", filter.specialty())
                .and("payer_id = :payer", "payer", filter.payerId())
                .and("held = :held", "held", filter.held())
                .and("(days_overdue > 0) = :overdue", "overdue", filter.overdue())
                .and("escalated = :escalated", "escalated", filter.escalated())
                .and("escalated_to = :escalatedTo", "escalatedTo", filter.escalatedTo())
                .and("in_use = :inUse", "inUse", filter.inUse())
                .and(AFTER, "after", after);
        var query = query(
                "select * from (%s) open where %s order by score desc, id limit :most".formatted(OPEN, conditions),
                policy,
                today);
        conditions.setOn(query);
        return query.setParameter("most", most).getResultList();
    }

    /** Of these cases those that can be given away, most urgent first. */
    List<OpenCase> free(List<UUID> ids, CodingPolicy policy, LocalDate today, int most) {
        return query("""
                        select * from (%s) open
                         where id = any(cast((select :ids) as uuid[])) and assigned_to is null and not held and not in_use
                         order by score desc, id limit :most""".formatted(OPEN), policy, today)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("most", most)
                .getResultList();
    }

    /**
     * To the coders who were chosen for them; a case that has gone elsewhere meanwhile, or that another is changing, stays where it is.
     * The step is the entity's {@code assign}, for many at once.
     *
     * @return those that were given
     */
    List<GivenCase> give(List<GivenCase> chosen) {
        return database.unwrap(Session.class)
                .createNativeQuery(GIVE, Object[].class)
                .setTupleTransformer((row, names) -> new GivenCase((UUID) row[0], (String) row[1]))
                .setParameter("ids", chosen.stream().map(GivenCase::caseId).toArray(UUID[]::new))
                .setParameter("coders", chosen.stream().map(GivenCase::coder).toArray(String[]::new))
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** Whether nobody has it, and nobody else changes it until the transaction ends. */
    boolean lockFree(UUID caseId) {
        return !database.createNativeQuery(
                        "select id from coding_case where id = :id and assigned_to is null for update skip locked")
                .setParameter("id", caseId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Records of cases that are overdue for too long that they are escalated, once for each version.
     *
     * @param before the day; those that were due earlier are escalated
     * @return how many
     */
    int escalate(LocalDate today, LocalDate before, @Nullable String to, int most) {
        return database.unwrap(Session.class)
                .createNativeMutationQuery(ESCALATE)
                .setParameter("today", today)
                .setParameter("before", before)
                .setParameter("to", to, String.class)
                .setParameter("most", most)
                .executeUpdate();
    }

    Map<String, Long> loads() {
        var loads = new HashMap<String, Long>();
        database.unwrap(Session.class)
                .createNativeQuery("""
                        select assigned_to, count(*) from coding_case
                         where status in ('ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN') and assigned_to is not null and hold_reason is null
                         group by assigned_to""", Object[].class)
                .getResultStream()
                .forEach(row -> loads.put((String) row[0], ((Number) row[1]).longValue()));
        return loads;
    }

    long unassigned() {
        return ((Number) database.createNativeQuery("""
                                select count(*) from coding_case
                                 where status in ('READY', 'ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN')
                                   and assigned_to is null and hold_reason is null""").getSingleResult()).longValue();
    }

    void takeTurn() {
        database.createNativeQuery("select cast(pg_advisory_xact_lock(%s) as text)".formatted(TURN))
                .getSingleResult();
    }

    boolean tryTurn() {
        return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(%s)".formatted(TURN))
                .getSingleResult();
    }

    private NativeQuery<OpenCase> query(String sql, CodingPolicy policy, LocalDate today) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setTupleTransformer((row, names) -> row(row))
                .setParameter("now", clock.instant())
                .setParameter("today", today)
                .setParameter("perDay", policy.priority().pointsPerDay())
                .setParameter("perThousand", policy.priority().pointsPerThousandDollars())
                .setParameter("window", policy.priority().filingWindowDays())
                .setParameter("perFilingDay", policy.priority().pointsPerFilingDay())
                .setParameter("escalationDays", policy.times().escalationDays());
    }

    private static OpenCase row(Object[] row) {
        return new OpenCase(
                (UUID) row[0],
                CaseKind.valueOf((String) row[1]),
                (UUID) row[2],
                CareSetting.valueOf((String) row[3]),
                CaseStatus.valueOf((String) row[4]),
                (String) row[5],
                (UUID) row[6],
                ((Number) row[7]).longValue(),
                (LocalDate) row[8],
                (LocalDate) row[9],
                (LocalDate) row[10],
                ((Number) row[11]).intValue(),
                (Boolean) row[12],
                (LocalDate) row[13],
                (String) row[14],
                (Boolean) row[15],
                (String) row[16],
                (String) row[17],
                (String) row[18],
                ((Number) row[19]).longValue());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
