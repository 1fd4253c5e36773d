package org.superbill.coding.codingcase;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on coding cases; each sees the current organization only. */
@ApplicationScoped
class CodingCaseStore implements PanacheRepositoryBase<CodingCase, UUID> {

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    CodingCase get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> new Problem(CodingProblem.CODING_CASE_NOT_FOUND, "No coding case has this id"));
    }

    /**
     * Until the transaction ends nobody else changes it.
     *
     * @throws Problem {@code CODING_CASE_NOT_FOUND}
     */
    CodingCase lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Problem(CodingProblem.CODING_CASE_NOT_FOUND, "No coding case has this id"));
    }

    /** The professional one first. */
    List<CodingCase> ofEncounter(UUID encounterId) {
        return find("encounter.id = ?1 order by id", encounterId).list();
    }

    /** By encounter, the professional one first. */
    Map<UUID, List<CodingCase>> ofEncounters(Collection<UUID> encounterIds) {
        return getSession()
                .createNativeQuery(
                        "select * from coding_case where encounter_id = any(cast((select :encounters) as uuid[])) order by id",
                        CodingCase.class)
                .setParameter("encounters", encounterIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .collect(groupingBy(known -> known.encounter().id()));
    }

    /** In the order of the ids, one row more than the page holds. */
    List<CodingCase> list(
            @Nullable CaseStatus status, @Nullable UUID encounterId, boolean lateDocuments, PageRequest page) {
        var conditions = new ArrayList<String>(List.of("1 = 1"));
        var parameters = new HashMap<String, Object>();
        if (status != null) {
            conditions.add("progress.status = :status");
            parameters.put("status", status);
        }
        if (encounterId != null) {
            conditions.add("encounter.id = :encounterId");
            parameters.put("encounterId", encounterId);
        }
        if (lateDocuments) {
            conditions.add("cast(sql('has_late_documents(?)', encounter.documents) as boolean) = true");
        }
        var after = page.afterId();
        if (after != null) {
            conditions.add("id > :after");
            parameters.put("after", after);
        }
        return find(String.join(" and ", conditions) + " order by id", parameters)
                .page(0, page.fetch())
                .list();
    }

    void keep(CodingCaseVersion version) {
        getEntityManager().persist(version);
    }

    List<CodingCaseVersion> versions(UUID caseId) {
        return getEntityManager()
                .createQuery("from CodingCaseVersion where caseId = :caseId order by version", CodingCaseVersion.class)
                .setParameter("caseId", caseId)
                .getResultList();
    }

    /** @throws Problem {@code CODING_CASE_NOT_FOUND} */
    CodingCaseVersion version(UUID caseId, int version) {
        return versions(caseId).stream()
                .filter(kept -> kept.version() == version)
                .findFirst()
                .orElseThrow(
                        () -> new Problem(CodingProblem.CODING_CASE_NOT_FOUND, "The coding case has no such version"));
    }

    void remember(VoidedEncounter voided) {
        getEntityManager().persist(voided);
    }

    Set<UUID> voided(Collection<UUID> encounterIds) {
        return getSession()
                .createNativeQuery(
                        "select encounter_id from voided_encounter where encounter_id = any(cast((select :encounters) as uuid[]))",
                        Object.class)
                .setParameter("encounters", encounterIds.toArray(UUID[]::new))
                .getResultList()
                .stream()
                .map(UUID.class::cast)
                .collect(Collectors.toSet());
    }

    /**
     * Until the transaction ends nobody else completes or voids these encounters: neither sees what the other is about to write. Before
     * anything else is locked, and always in the same order.
     */
    void holdEncounters(Collection<UUID> ids) {
        getEntityManager()
                .createNativeQuery("""
                        select cast(pg_advisory_xact_lock(key) as text)
                          from (select distinct hashtextextended(current_setting('app.organization', true) || '/encounter/' || id, 86) as key
                                  from unnest(cast(:ids as uuid[])) as given (id) order by key) as keys""", Object.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getResultList();
    }

    boolean isVoided(UUID encounterId) {
        return getEntityManager().find(VoidedEncounter.class, encounterId) != null;
    }

    @Produces
    @Singleton
    static PatientRows patientsOfCases() {
        return PatientRows.of("coding_case", "id");
    }

    @Produces
    @Singleton
    static PatientRows patientsOfEncounters() {
        return PatientRows.of("coding_case", "encounter_id");
    }
}
