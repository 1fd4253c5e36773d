package org.superbill.patient.encounter;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.patient.encounter.EncounterProblem.ENCOUNTER_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on encounters, what they were completed with, and their story. */
@ApplicationScoped
class EncounterStore implements PanacheRepositoryBase<Encounter, UUID> {
    Encounter get(UUID id) {
        return findByIdOptional(id).orElseThrow(EncounterStore::notFound);
    }

    /** One at a time changes an encounter: a desk, a clinician, the news from coding or billing. */
    Encounter getForUpdate(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(EncounterStore::notFound);
    }

    List<Encounter> list(@Nullable UUID patientId, @Nullable EncounterStatus status, PageRequest page) {
        var where = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", page.after());
        if (patientId != null) {
            where.append(" and patientId = :patientId");
            parameters.put("patientId", patientId);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        return find(where + " order by id", parameters).page(0, page.fetch()).list();
    }

    /**
     * Keeps what an encounter has just been completed with, by whom, and that as a step of its journey; late charges will overwrite it in the
     * encounter itself.
     *
     * @return whether the record holds documents of it
     */
    boolean keepCompletion(JourneyStep step, String completedBy) {
        flush();
        return (Boolean) getEntityManager()
                .createNativeQuery("""
                        with kept as (
                            insert into encounter_completion (organization_id, encounter_id, version, services, completed_at, completed_by)
                            select organization_id, id, version, services, completed_at, :completedBy from encounter where id = :encounter
                            returning organization_id, encounter_id)
                        insert into journey_step (organization_id, id, encounter_id, at, step, detail)
                        select organization_id, :id, encounter_id, :at, :step, :detail from kept
                        returning exists (select from encounter_document document where document.encounter_id = journey_step.encounter_id)
                        """)
                .setParameter("completedBy", completedBy)
                .setParameter("encounter", step.encounterId())
                .setParameter("id", step.id())
                .setParameter("at", step.view().at())
                .setParameter("step", step.view().step())
                .setParameter("detail", step.view().detail())
                .getSingleResult();
    }

    void add(JourneyStep step) {
        getEntityManager().persist(step);
    }

    List<JourneyStep> steps(UUID encounterId) {
        return getEntityManager()
                .createQuery("from JourneyStep where encounterId = :encounter order by id", JourneyStep.class)
                .setParameter("encounter", encounterId)
                .getResultList();
    }

    void add(EncounterDocument document) {
        getEntityManager().persist(document);
    }

    List<EncounterDocument> documents(UUID encounterId, PageRequest page) {
        return getEntityManager()
                .createQuery(
                        "from EncounterDocument where encounterId = :encounter and id > :after order by id",
                        EncounterDocument.class)
                .setParameter("encounter", encounterId)
                .setParameter("after", page.after())
                .setMaxResults(page.fetch())
                .getResultList();
    }

    List<EncounterDocument> documents(UUID encounterId) {
        return getEntityManager()
                .createQuery(
                        "from EncounterDocument where encounterId = :encounter order by id", EncounterDocument.class)
                .setParameter("encounter", encounterId)
                .getResultList();
    }

    boolean hasDocumentsAfter(UUID encounterId, Instant moment) {
        return getEntityManager()
                        .createQuery(
                                "select count(*) from EncounterDocument where encounterId = :encounter and createdAt > :moment",
                                Long.class)
                        .setParameter("encounter", encounterId)
                        .setParameter("moment", moment)
                        .getSingleResult()
                > 0;
    }

    Optional<EncounterDocument> document(UUID encounterId, UUID documentId) {
        return getEntityManager()
                .createQuery(
                        "from EncounterDocument where encounterId = :encounter and id = :document",
                        EncounterDocument.class)
                .setParameter("encounter", encounterId)
                .setParameter("document", documentId)
                .getResultStream()
                .findFirst();
    }

    private static Problem notFound() {
        return new Problem(ENCOUNTER_NOT_FOUND, "There is no encounter with this id");
    }

    @Produces
    @Singleton
    static PatientRows patientsOfEncounters() {
        return PatientRows.of("encounter", "id");
    }
}
