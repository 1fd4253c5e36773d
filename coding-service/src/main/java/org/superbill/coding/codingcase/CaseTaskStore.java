package org.superbill.coding.codingcase;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on tasks; each sees the current organization only. */
@ApplicationScoped
class CaseTaskStore implements PanacheRepositoryBase<CaseTask, UUID> {

    /** @throws Problem {@code CODING_TASK_NOT_FOUND} */
    CaseTask get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(CodingProblem.CODING_TASK_NOT_FOUND, "No task has this id"));
    }

    /**
     * In the order of the ids, one row more than the page holds.
     *
     * @param assignedTo a subject; empty text for nobody's; null for all
     */
    List<CaseTask> list(
            boolean closed,
            @Nullable TaskKind kind,
            @Nullable String assignedTo,
            @Nullable LocalDate dueBefore,
            PageRequest page) {
        var conditions = new Conditions(closed ? "closedAt is not null" : "closedAt is null")
                .and("kind = :kind", "kind", kind)
                .and("coalesce(assignedTo, '') = :assignedTo", "assignedTo", assignedTo)
                .and("dueOn < :dueBefore", "dueBefore", dueBefore)
                .and("id > :after", "after", page.afterId());
        var query = getSession()
                .createSelectionQuery("from CaseTask where %s order by id".formatted(conditions), CaseTask.class)
                .setMaxResults(page.fetch());
        conditions.setOn(query);
        return query.getResultList();
    }

    /** Those of the case and the kind that are open. */
    void close(UUID caseId, TaskKind kind, TaskOutcome how, String by, Instant at) {
        getSession()
                .createMutationQuery("""
                        update CaseTask set closedAt = :at, closedBy = :by, outcome = :how
                         where caseId = :caseId and kind = :kind and closedAt is null""")
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter("how", how)
                .setParameter("caseId", caseId)
                .setParameter("kind", kind)
                .executeUpdate();
    }

    List<CaseTask> open(UUID caseId, TaskKind kind) {
        return find("caseId = ?1 and kind = ?2 and closedAt is null", caseId, kind)
                .list();
    }

    List<CaseTask> openOf(UUID caseId, UUID subjectId) {
        return find("caseId = ?1 and subjectId = ?2 and closedAt is null", caseId, subjectId)
                .list();
    }

    boolean exists(UUID caseId, UUID subjectId) {
        return count("caseId = ?1 and subjectId = ?2", caseId, subjectId) > 0;
    }

    @Produces
    @Singleton
    static PatientRows patientsOfTasks() {
        return new PatientRows(
                "select c.patient_id from coding_task t join coding_case c on c.id = t.case_id where t.id = any(:ids)");
    }
}
