package org.superbill.billing.denial;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;

/** The SQL of denials. */
@ApplicationScoped
class DenialStore implements PanacheRepositoryBase<Denial, UUID> {
    /** Amount × chance × urgency: 1 until thirty days before the last day of an appeal, 2 on that day; what is past it comes last. */
    private static final String SCORE = """
            (amount_cents * chance_percent * (case when appeal_due is null then 1.0 when appeal_due < :today then 0.1
              else 1 + greatest(0, 30 - (appeal_due - :today)) / 30.0 end))""";

    List<Denial> list(@Nullable UUID claimId, @Nullable UUID after, int limit) {
        return getEntityManager()
                .createQuery(
                        "from Denial where (:claimId is null or claimId = :claimId) and (:after is null or id > :after) order by id",
                        Denial.class)
                .setParameter("claimId", claimId)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** What is open, the most worth of being worked on first. */
    List<Denial> worklist(DenialFilter filter, LocalDate today, @Nullable UUID after, int limit) {
        var sql = new StringBuilder("select * from denial where state = 'OPEN'");
        sql.append(
                after == null
                        ? ""
                        : " and (%s, id) < (select %s, id from denial where id = :after)".formatted(SCORE, SCORE));
        sql.append(filter.unprocessable() ? "" : " and not unprocessable");
        sql.append(filter.category() == null ? "" : " and category = :category");
        sql.append(filter.rootCause() == null ? "" : " and root_cause = :cause");
        sql.append(filter.dueBefore() == null ? "" : " and appeal_due < :due");
        sql.append(" order by ").append(SCORE).append(" desc, id desc limit :limit");
        var query = getEntityManager()
                .createNativeQuery(sql.toString(), Denial.class)
                .setParameter("today", today)
                .setParameter("limit", limit);
        setIfPresent(query, "after", after);
        setIfPresent(
                query,
                "category",
                filter.category() == null ? null : filter.category().wire());
        setIfPresent(
                query,
                "cause",
                filter.rootCause() == null ? null : filter.rootCause().wire());
        setIfPresent(query, "due", filter.dueBefore());
        var found = new ArrayList<Denial>();
        for (Object row : query.getResultList()) {
            found.add((Denial) row);
        }
        return found;
    }

    private static void setIfPresent(Query query, String name, @Nullable Object value) {
        if (value != null) {
            query.setParameter(name, value);
        }
    }

    /** What has come of the organization's refusals for these reasons; one query. */
    Map<String, DenialChance.Outcomes> outcomes(Collection<String> carcs) {
        var outcomes = new HashMap<String, DenialChance.Outcomes>();
        for (Object row : getEntityManager()
                .createNativeQuery("""
                        select carc, count(*), count(*) filter (where state = 'PAID_LATER') from denial
                         where carc = any(:carcs) and state in ('PAID_LATER', 'REPLACED') and settled_by_payer_id is null group by carc""", Object[].class)
                .setParameter("carcs", carcs.toArray(String[]::new))
                .getResultList()) {
            var columns = (Object[]) row;
            outcomes.put(
                    (String) columns[0],
                    new DenialChance.Outcomes(((Number) columns[1]).longValue(), ((Number) columns[2]).longValue()));
        }
        return outcomes;
    }

    /** Sums over what was decided: refused, still open, and paid after all. */
    List<Object[]> figures(LocalDate from, LocalDate to, ZoneId zone) {
        var rows = new ArrayList<Object[]>();
        for (Object row : getEntityManager()
                .createNativeQuery("""
                        select category, root_cause, count(*), cast(sum(amount_cents) as bigint),
                               count(*) filter (where state = 'OPEN'), count(*) filter (where state = 'PAID_LATER')
                          from denial where not unprocessable and denied_at >= :from and denied_at < :to
                         group by category, root_cause order by 4 desc, 1, 2""", Object[].class)
                .setParameter("from", from.atStartOfDay(zone).toOffsetDateTime())
                .setParameter("to", to.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .getResultList()) {
            rows.add((Object[]) row);
        }
        return rows;
    }

    Optional<UUID> claimOf(UUID id) {
        return getEntityManager()
                .createQuery("select d.claimId from Denial d where d.id = :id", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    List<Denial> ofClaim(UUID claimId) {
        return list("claimId = ?1 order by id", claimId);
    }

    List<RefusedCents> refusedCents(Collection<UUID> claimIds) {
        return getEntityManager()
                .createQuery(
                        "select d.claimId, d.payerId, sum(d.amountCents) from Denial d where (d.state = :state or d.settledByPayerId is not null)"
                                + " and d.claimId in :ids group by d.claimId, d.payerId",
                        Object[].class)
                .setParameter("state", Denial.State.OPEN)
                .setParameter("ids", claimIds)
                .getResultList()
                .stream()
                .map(row -> new RefusedCents((UUID) row[0], (UUID) row[1], (Long) row[2]))
                .toList();
    }

    /** Of these claims, in the order in which payers refused. */
    List<OpenRefusal> openOfPayers(Collection<UUID> claimIds) {
        return refusals("state = ?1 or settledByPayerId is not null", claimIds);
    }

    /** The same by what payers have decided, be it that it was withdrawn since nothing of it is charged. */
    List<OpenRefusal> openAsDecided(Collection<UUID> claimIds) {
        return refusals("state = ?1 or settledByPayerId is not null or closedBecause is not null", claimIds);
    }

    private List<OpenRefusal> refusals(String which, Collection<UUID> claimIds) {
        return list("(%s) and claimId in ?2 order by id".formatted(which), Denial.State.OPEN, claimIds).stream()
                .flatMap(denial -> denial.openRefusal().stream())
                .toList();
    }

    void settled(Collection<UUID> ids, UUID payerId) {
        update(
                "state = ?1, settledByPayerId = ?2, closedBecause = null, closedAt = null where id in ?3",
                Denial.State.REPLACED,
                payerId,
                ids);
    }

    /** What payers have settled of others' refusals is open again, where they take that back; in one statement. */
    List<Denial> reopenSettledBy(Collection<PayersDecision> takenBack) {
        return denials(given("""
                        update denial set state = 'OPEN', settled_by_payer_id = null
                          from given
                         where denial.settled_by_payer_id is not null and denial.claim_id = given.claim_id
                           and (given.payer_id is null or denial.settled_by_payer_id = given.payer_id)
                           and (given.lines = '{}' or denial.line_number is null or denial.line_number = any(cast(given.lines as int[])))
                        returning denial.*""", Denial.class, takenBack));
    }

    /** What a payment had closed is open again; in one statement. */
    List<Denial> notClosed(Collection<UUID> claimIds, UUID remittanceId) {
        flush();
        return denials(getEntityManager()
                .createNativeQuery("""
                        update denial set state = 'OPEN', closed_by_remittance_id = null
                         where claim_id = any(:claims) and closed_by_remittance_id = :remittance and remittance_id <> :remittance
                        returning denial.*""", Denial.class)
                .setParameter("claims", claimIds.toArray(UUID[]::new))
                .setParameter("remittance", remittanceId));
    }

    /** What is open of a claim. @return the ids */
    List<UUID> withdraw(UUID claimId, String because, Instant at) {
        flush();
        return ids(getEntityManager()
                .createNativeQuery("""
                        update denial set state = 'TAKEN_BACK', closed_because = :because, closed_at = :at
                         where claim_id = :claim and state = 'OPEN' returning id""", Object.class)
                .setParameter("because", because)
                .setParameter("at", at)
                .setParameter("claim", claimId));
    }

    /** What {@link #withdraw} has closed of a claim is open again. */
    List<Denial> notWithdrawn(UUID claimId) {
        flush();
        return denials(getEntityManager().createNativeQuery("""
                        update denial set state = 'OPEN', closed_because = null, closed_at = null
                         where claim_id = :claim and closed_because is not null returning denial.*""", Denial.class).setParameter("claim", claimId));
    }

    private static List<Denial> denials(Query query) {
        var found = new ArrayList<Denial>();
        for (Object denial : query.getResultList()) {
            found.add((Denial) denial);
        }
        return found;
    }

    /** Those of them that others had settled. */
    List<Denial> reopen(Collection<UUID> ids) {
        update(
                "state = ?1, settledByPayerId = null where id in ?2 and settledByPayerId is not null",
                Denial.State.OPEN,
                ids);
        return list("id in ?1 and state = ?2", ids, Denial.State.OPEN);
    }

    /** @param sql may read the decisions from {@code given}, a row for each */
    private Query given(String sql, Class<?> result, Collection<PayersDecision> decisions) {
        var turns = new ArrayList<@Nullable Integer>();
        var payers = new ArrayList<@Nullable UUID>();
        var remittances = new ArrayList<@Nullable UUID>();
        decisions.forEach(decision -> {
            turns.add(decision.turn());
            payers.add(decision.payerId());
            remittances.add(decision.remittanceId());
        });
        flush();
        return getEntityManager()
                .createNativeQuery("""
                        with given as (
                            select * from unnest(cast(:claims as uuid[]), cast(:payers as uuid[]), cast(:turns as int[]), cast(:remittances as uuid[]), cast(:lines as text[]), cast(:besides as text[]))
                                as given (claim_id, payer_id, turn, remittance_id, lines, besides))
                        """ + sql, result)
                .setParameter(
                        "claims",
                        decisions.stream().map(PayersDecision::claimId).toArray(UUID[]::new))
                .setParameter("payers", payers.toArray(UUID[]::new))
                .setParameter("turns", turns.toArray(Integer[]::new))
                .setParameter("remittances", remittances.toArray(UUID[]::new))
                .setParameter(
                        "lines",
                        decisions.stream().map(PayersDecision::linesInSql).toArray(String[]::new))
                .setParameter(
                        "besides",
                        decisions.stream().map(PayersDecision::besidesInSql).toArray(String[]::new));
    }

    /** Of these claims, those with an open refusal that is for the coder to look at. */
    Set<UUID> forCoder(Collection<UUID> claimIds) {
        var found = new HashSet<UUID>();
        for (Object id : getEntityManager()
                .createNativeQuery(
                        "select distinct claim_id from denial where state = 'OPEN' and action = :action and claim_id = any(:claims)",
                        Object.class)
                .setParameter("action", Triage.SEND_TO_CODER)
                .setParameter("claims", claimIds.toArray(UUID[]::new))
                .getResultList()) {
            found.add((UUID) id);
        }
        return found;
    }

    /**
     * In one statement. What another payer has settled meanwhile, or {@link #withdraw} has closed, is closed for good: it is not open again when that
     * one takes it back, or it is charged again.
     *
     * @param decisions whose refusals are closed
     * @param by the payment that closes them
     * @return those that were open, settled by another, or withdrawn
     */
    List<UUID> close(Collection<PayersDecision> decisions, Denial.State state, UUID by) {
        return ids(given("""
                        update denial set state = :state, settled_by_payer_id = null, closed_by_remittance_id = :by, closed_because = null, closed_at = null
                          from given
                         where (denial.state = 'OPEN' or denial.settled_by_payer_id is not null or denial.closed_because is not null) and denial.claim_id = given.claim_id
                           and (given.payer_id is null or denial.payer_id is null or denial.payer_id = given.payer_id)
                           and (given.turn is null or denial.payer_turn is null or denial.payer_turn = given.turn)
                           and (given.remittance_id is null or denial.remittance_id = given.remittance_id)
                           and denial.remittance_id <> all(cast(given.besides as uuid[]))
                           and (given.lines = '{}' or denial.line_number = any(cast(given.lines as int[])) or denial.line_number is null and given.remittance_id is not null)
                        returning denial.id""", Object.class, decisions)
                .setParameter("state", state.name())
                .setParameter("by", by));
    }

    private static List<UUID> ids(Query query) {
        var ids = new ArrayList<UUID>();
        for (Object id : query.getResultList()) {
            ids.add((UUID) id);
        }
        return ids;
    }

    /** Of these lines and claims what their payer had refused; in one statement. @param by the payment @return those that were open, or withdrawn */
    List<UUID> paidLater(Collection<PaidLater> paid, UUID by) {
        if (paid.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<@Nullable Integer>();
        paid.forEach(one -> lines.add(one.line()));
        flush();
        return ids(getEntityManager()
                .createNativeQuery("""
                        update denial set state = 'PAID_LATER', closed_by_remittance_id = :by, closed_because = null, closed_at = null
                         where (denial.state = 'OPEN' or denial.closed_because is not null) and denial.claim_id = any(cast(:claims as uuid[]))
                           and exists (select from unnest(cast(:claims as uuid[]), cast(:payers as uuid[]), cast(:lines as int[]), cast(:every as boolean[]))
                                                as given (claim_id, payer_id, line_number, every_line)
                                        where denial.claim_id = given.claim_id and (denial.payer_id is null or denial.payer_id = given.payer_id)
                                          and (given.every_line or denial.line_number is not distinct from given.line_number))
                        returning denial.id""", Object.class)
                .setParameter("claims", paid.stream().map(PaidLater::claimId).toArray(UUID[]::new))
                .setParameter("payers", paid.stream().map(PaidLater::payerId).toArray(UUID[]::new))
                .setParameter("lines", lines.toArray(Integer[]::new))
                .setParameter("every", paid.stream().map(PaidLater::everyLine).toArray(Boolean[]::new))
                .setParameter("by", by));
    }

    boolean hasRefused(UUID payerId, UUID claimId) {
        return count("claimId = ?1 and payerId = ?2 and state <> ?3", claimId, payerId, Denial.State.TAKEN_BACK) > 0;
    }

    @Produces
    @Singleton
    static PatientRows patientsOfDenials() {
        return new PatientRows(
                "select c.patient_id from denial d join claim c on c.id = d.claim_id where d.id = any(:ids)");
    }
}
