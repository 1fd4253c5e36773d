package org.superbill.coding.codingquery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on queries; each sees the current organization only. */
@ApplicationScoped
class QueryStore implements PanacheRepositoryBase<CodingQuery, UUID> {
    /** One transaction reminds of so many at most. */
    private static final int MOST = 200;

    /** @throws Problem {@code CODING_QUERY_NOT_FOUND} */
    CodingQuery get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(QueryProblem.CODING_QUERY_NOT_FOUND, "No coding query has this id"));
    }

    /** In the order of the ids, one row more than the page holds. */
    List<CodingQuery> list(QueryFilter filter, PageRequest page) {
        var conditions = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>(Map.of("after", page.after()));
        add(conditions, parameters, "status", filter.status());
        add(conditions, parameters, "caseId", filter.caseId());
        add(conditions, parameters, "practitionerId", filter.practitionerId());
        add(conditions, parameters, "askedBy", filter.askedBy());
        add(conditions, parameters, "escalatedTo", filter.escalatedTo());
        return find(conditions + " order by id", parameters)
                .page(0, page.fetch())
                .list();
    }

    long openOfCase(UUID caseId) {
        return count("caseId = ?1 and status = ?2", caseId, QueryStatus.OPEN);
    }

    /** Those that nobody has closed yet. */
    List<CodingQuery> unclosedOfEncounter(UUID encounterId) {
        return list("encounterId = ?1 and status in ?2", encounterId, List.of(QueryStatus.DRAFT, QueryStatus.OPEN));
    }

    List<CodingQuery> draftsOf(List<UUID> caseIds) {
        return list("caseId in ?1 and status = ?2", caseIds, QueryStatus.DRAFT);
    }

    /** Locked: another replica that looks at the same time finds them done. */
    List<CodingQuery> due(LocalDate today) {
        return find("status = ?1 and nextStepOn <= ?2 order by nextStepOn, id", QueryStatus.OPEN, today)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, MOST)
                .list();
    }

    void deleteKeptUntilBefore(LocalDate today) {
        delete("keepUntil < ?1", today);
    }

    private static void add(
            StringBuilder conditions, Map<String, Object> parameters, String field, @Nullable Object value) {
        if (value != null) {
            conditions.append(" and ").append(field).append(" = :").append(field);
            parameters.put(field, value);
        }
    }

    @Produces
    @Singleton
    static PatientRows patientsOfQueries() {
        return new PatientRows(
                "select c.patient_id from coding_query q join coding_case c on c.id = q.case_id where q.id = any(:ids)");
    }
}
