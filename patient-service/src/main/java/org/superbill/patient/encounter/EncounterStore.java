package org.superbill.patient.encounter;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.superbill.patient.encounter.EncounterProblem.ENCOUNTER_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** In the order of the ids, so that two who lock the same ones wait for each other and no more. */
    Map<UUID, Encounter> getForUpdate(Collection<UUID> ids) {
        var sorted = ids.stream().distinct().sorted().toList();
        var found = getSession().findMultiple(Encounter.class, sorted, PESSIMISTIC_WRITE);
        if (found.contains(null)) {
            throw notFound();
        }
        return found.stream().collect(toMap(Encounter::id, identity()));
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

    /** Keeps what the encounter has just been completed with, by whom; late charges will overwrite it in the encounter itself. */
    void keepCompletion(UUID encounterId, String completedBy) {
        flush();
        getEntityManager()
                .createNativeQuery("""
                        insert into encounter_completion (organization_id, encounter_id, version, services, completed_at, completed_by)
                        select organization_id, id, version, services, completed_at, :completedBy from encounter where id = :encounter
                        """)
                .setParameter("completedBy", completedBy)
                .setParameter("encounter", encounterId)
                .executeUpdate();
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

    List<EncounterClaim> claims(UUID encounterId) {
        return getEntityManager()
                .createQuery("from EncounterClaim where encounterId = :encounter", EncounterClaim.class)
                .setParameter("encounter", encounterId)
                .getResultList();
    }

    /** By encounter; one without claims is missing. */
    Map<UUID, List<EncounterClaim>> claims(Collection<UUID> encounterIds) {
        return getSession()
                .createNativeQuery(
                        "select * from encounter_claim where encounter_id = any(cast((select :encounters) as uuid[]))",
                        EncounterClaim.class)
                .setParameter("encounters", encounterIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(groupingBy(EncounterClaim::encounterId));
    }

    void add(EncounterClaim claim) {
        getEntityManager().persist(claim);
    }

    private static Problem notFound() {
        return new Problem(ENCOUNTER_NOT_FOUND, "There is no encounter with this id");
    }
}
