package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                   hold_reason is not null as held, assigned_to, completed_by, audited_by, cast(%s as bigint) as score
              from coding_case
             where status in ('READY', 'ASSIGNED', 'IN_PROGRESS', 'QUERY_OPEN')""".formatted(SCORE);
    /** The case at the end of the page before counts with today's score, also when it is open no more. */
    private static final String AFTER = """
            (score < (select cast(%1$s as bigint) from coding_case where id = :after)
                  or score = (select cast(%1$s as bigint) from coding_case where id = :after) and id > :after)""".formatted(SCORE);

    private final EntityManager database;

    OpenCaseStore(EntityManager database) {
        this.database = database;
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
                .and(AFTER, "after", after);
        var query = query(
                "select * from (%s) open where %s order by score desc, id limit :most".formatted(OPEN, conditions),
                policy,
                today);
        conditions.setOn(query);
        return query.setParameter("most", most).getResultList();
    }

    Optional<OpenCase> find(UUID caseId, CodingPolicy policy, LocalDate today) {
        return query("select * from (%s) open where id = :id".formatted(OPEN), policy, today)
                .setParameter("id", caseId)
                .getResultStream()
                .findFirst();
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
        database.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtext('coding-worklist'), hashtext(current_setting('app.organization', true))) as text)")
                .getSingleResult();
    }

    private NativeQuery<OpenCase> query(String sql, CodingPolicy policy, LocalDate today) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, Object[].class)
                .setTupleTransformer((row, names) -> row(row, policy.times().escalateTo()))
                .setParameter("today", today)
                .setParameter("perDay", policy.priority().pointsPerDay())
                .setParameter("perThousand", policy.priority().pointsPerThousandDollars())
                .setParameter("window", policy.priority().filingWindowDays())
                .setParameter("perFilingDay", policy.priority().pointsPerFilingDay())
                .setParameter("escalationDays", policy.times().escalationDays());
    }

    private static OpenCase row(Object[] row, @Nullable String escalateTo) {
        var isEscalated = (Boolean) row[12];
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
                isEscalated,
                isEscalated ? escalateTo : null,
                (Boolean) row[13],
                (String) row[14],
                (String) row[15],
                (String) row[16],
                ((Number) row[17]).longValue());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
