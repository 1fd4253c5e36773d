package org.superbill.coding.codingcase;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.hibernate.Session;

/** Figures of the cases, counted by the database. */
@ApplicationScoped
public class CaseFigures {
    /**
     * A row for each finalized case, and one for each audit of a coding, which another may have amended since. When the version that was finalized was opened is not kept
     * once the next one is open; then the one before it was finalized last. What is charged is what was charged when the case was finalized: late charges count once they are
     * coded.
     */
    private static final String CODED = """
            select %s as key, count(*) filter (where counts), count(*) filter (where passed_through),
                   coalesce(sum(charge_cents), 0), coalesce(sum(work), 0),
                   coalesce(sum(turnaround) filter (where not passed_through), 0),
                   coalesce(percentile_cont(0.5) within group (order by turnaround) filter (where counts and not passed_through), 0),
                   count(*) filter (where queries > 0), coalesce(sum(queries), 0),
                   coalesce(sum(audit_items), 0), coalesce(sum(audit_right), 0), coalesce(sum(undecided), 0)
              from (select true as counts, c.coded_by, c.specialty, c.payer_id, c.kind, c.coded_at, c.passed_through,
                           case when c.status in ('CODED', 'IN_AUDIT', 'RELEASED') then c.charge_cents
                                else coalesce((select charge_cents from coding_case_state state where state.case_id = c.id and state.since <= c.coded_at
                                                order by since desc, id desc limit 1), c.charge_cents) end as charge_cents, c.queries,
                           extract(epoch from coded_at - case
                                   when coded_at >= version_opened_at then version_opened_at
                                   else coalesce((select max(kept.coded_at) from coding_case_version kept
                                                   where kept.case_id = c.id and kept.coded_at < c.coded_at), c.created_at) end) as turnaround,
                           (select sum(extract(epoch from last_at - started_at)) from coding_work_span span
                             where span.case_id = c.id and span.coder = c.coded_by) as work,
                           0 as audit_items, 0 as audit_right, 0 as undecided
                      from coding_case c
                     where coded_at >= :from and coded_at < :before and status <> 'VOID'
                    union all
                    select false, audit.coder, c.specialty, c.payer_id, c.kind, audit.coded_at, false, 0, 0, 0, 0,
                           audit.items, audit.correct, case when audit.undecided then audit.items - audit.correct else 0 end
                      from coding_case_audit audit join coding_case c on c.id = audit.case_id
                     where audit.coded_at >= :from and audit.coded_at < :before and c.status <> 'VOID') coded
             where %s
             group by 1 order by 1""";

    /** What each case was at a moment; nothing of one that came later, or whose record begins later. */
    private static final String THEN = """
            left join lateral (select status, assigned_to, coded_by, charge_cents from coding_case_state
                                where case_id = c.id and since < :before order by since desc, id desc limit 1) as told on true""";

    private static final String NOW =
            "cross join lateral (select c.status, c.assigned_to, c.coded_by, c.charge_cents) as told";

    private static final String STATE = """
            case when told.status = 'READY' then 'nobody-has-it'
                 when told.status in ('ASSIGNED', 'IN_PROGRESS') then 'in-coding'
                 when told.status = 'QUERY_OPEN' then 'query-open'
                 when told.status in ('CODED', 'IN_AUDIT') then 'waits-for-audit'
                 when told.status is not null then 'coded-not-billed'
                 else %s end""";

    /** Of a case whose states were not kept yet, from the times that it has: of a version that was opened after the day the released versions before it tell. */
    private static final String STATE_BEFORE_THE_RECORD = """
            case when version_opened_at >= :before then
                     case when exists (select from coding_case_version kept where kept.case_id = c.id and kept.coded_at < :before)
                          then 'coded-not-billed' else 'in-coding' end
                 when c.coded_at is null or c.coded_at < version_opened_at or c.coded_at >= :before then 'in-coding'
                 when released_at >= c.coded_at and released_at < :before then 'coded-not-billed'
                 else 'waits-for-audit' end""";

    private static final String STATE_THEN = STATE.formatted(STATE_BEFORE_THE_RECORD);
    private static final String STATE_TODAY = STATE.formatted("null");

    /** Who has it, or the practitioner who was asked first of those who have not answered. */
    private static final String WAITS_FOR = """
            case when told.status in ('ASSIGNED', 'IN_PROGRESS') then told.assigned_to
                 when told.status = 'QUERY_OPEN' then
                     (select cast(practitioner_id as text) from coding_query query
                       where query.case_id = c.id and opened_at < :before and (closed_at is null or closed_at >= :before)
                       order by opened_at, query.id limit 1) end""";

    private static final String HELD_TODAY = "hold_reason is not null";
    private static final String HELD_THEN = """
            exists (select from coding_case_hold span
                     where span.case_id = c.id and span.held_at < :before and (span.ended_at is null or span.ended_at >= :before))""";

    /**
     * Of a day gone by what was known when it ended, as a report of that day had it: what was registered later was no account yet. Without a coverage there is nobody to bill
     * but the patient, who gets a statement and no claim.
     */
    private static final String UNBILLED = """
            select key, reason, case when reason in ('in-coding', 'query-open') then coalesce(waits_for, '') else '' end, recorded,
                   count(*), sum(cents)
              from (select %s as key, *,
                           case when held then 'on-hold'
                                when :day - coalesce(discharge_date, service_date) < :billHoldDays then 'bill-hold'
                                else state end as reason
                      from (select discharge_date, service_date, primary_coverage_id, specialty, payer_id, kind,
                                   coalesce(told.charge_cents, c.charge_cents) as cents,
                                   case when told.status is null then coalesce(c.assigned_to, c.coded_by)
                                        else coalesce(told.assigned_to, told.coded_by) end as who,
                                   told.status is not null as recorded,
                                   %s as state, %s as waits_for, %s as held
                              from coding_case c %s
                             where created_at < :before
                               and coalesce(told.status, c.status) <> 'VOID' and coalesce(discharge_date, service_date) <= :day
                               and (billed_at is null or not :isToday and billed_at >= :before)) cases) unbilled
             where not (state = 'coded-not-billed' and primary_coverage_id is null) and %s
             group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

    private static final String REVENUE = """
            select coalesce(sum(coalesce(told.charge_cents, c.charge_cents)), 0) from coding_case c %s
             where created_at < :before and coalesce(told.status, c.status) <> 'VOID'
               and coalesce(discharge_date, service_date) > :after and coalesce(discharge_date, service_date) <= :day""";

    private final EntityManager database;

    CaseFigures(EntityManager database) {
        this.database = database;
    }

    /** @param zone by which days are told apart */
    @Transactional
    public List<CodedFigures> coded(FigureBy by, FigureFilter filter, Instant from, Instant before, ZoneId zone) {
        var conditions = filter.conditions("coded_by");
        var query = session()
                .createNativeQuery(CODED.formatted(by.ofCoded(), conditions), Object[].class)
                .setTupleTransformer((row, names) -> new CodedFigures(
                        (String) row[0],
                        number(row[1]),
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6]),
                        number(row[7]),
                        number(row[8]),
                        number(row[9]),
                        number(row[10]),
                        number(row[11])))
                .setParameter("from", from)
                .setParameter("before", before);
        conditions.setOn(query);
        if (by == FigureBy.DAY) {
            query.setParameter("zone", zone.getId());
        }
        return query.getResultList();
    }

    /**
     * What was discharged on a day or before, and not billed when it was over, as it was known then.
     *
     * @param before the moment at which the day is over
     * @param isToday whether the day goes on: cases then wait for what they wait for at this moment
     */
    @Transactional
    public List<UnbilledFigures> unbilled(
            FigureBy by, FigureFilter filter, LocalDate day, Instant before, boolean isToday, int billHoldDays) {
        var conditions = filter.conditions("who");
        var query = session()
                .createNativeQuery(
                        UNBILLED.formatted(
                                by.ofUnbilled(),
                                isToday ? STATE_TODAY : STATE_THEN,
                                WAITS_FOR,
                                isToday ? HELD_TODAY : HELD_THEN,
                                isToday ? NOW : THEN,
                                conditions),
                        Object[].class)
                .setTupleTransformer((row, names) -> new UnbilledFigures(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Boolean) row[3],
                        number(row[4]),
                        number(row[5])))
                .setParameter("day", day)
                .setParameter("before", before)
                .setParameter("isToday", isToday)
                .setParameter("billHoldDays", billHoldDays);
        conditions.setOn(query);
        return query.getResultList();
    }

    /** What was charged for services of so many days up to this one, itself included, in cents; days as {@link #unbilled}. */
    @Transactional
    public long revenueCents(LocalDate day, Instant before, boolean isToday, int days) {
        var revenue = session()
                .createNativeQuery(REVENUE.formatted(isToday ? NOW : THEN), Object.class)
                .setParameter("before", before)
                .setParameter("day", day)
                .setParameter("after", day.minusDays(days))
                .getSingleResult();
        return ((BigDecimal) revenue).longValueExact();
    }

    private Session session() {
        return database.unwrap(Session.class);
    }

    private static long number(Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.setScale(0, RoundingMode.HALF_UP).longValueExact()
                : Math.round(((Number) value).doubleValue());
    }
}
