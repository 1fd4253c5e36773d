package org.superbill.patient.coverage;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.patient.coverage.CoverageProblem.COVERAGE_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.FlushModeType;
import java.util.List;
import java.util.UUID;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on coverages. */
@ApplicationScoped
class CoverageStore implements PanacheRepositoryBase<Coverage, UUID> {
    Coverage get(UUID patientId, UUID id) {
        return findByIdOptional(id)
                .filter(coverage -> coverage.patientId().equals(patientId))
                .orElseThrow(CoverageStore::notFound);
    }

    Coverage getForUpdate(UUID patientId, UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE)
                .filter(coverage -> coverage.patientId().equals(patientId))
                .orElseThrow(CoverageStore::notFound);
    }

    List<Coverage> list(UUID patientId, PageRequest page) {
        var after = page.after();
        return find("patientId = ?1 and id > ?2 order by id", patientId, after)
                .page(0, page.fetch())
                .list();
    }

    List<Coverage> ofPatient(UUID patientId, List<UUID> ids) {
        return list("patientId = ?1 and id in ?2", patientId, ids);
    }

    /** Whether another coverage has this one's place on one of its days; asked before the change is written. */
    boolean hasAnother(Coverage coverage) {
        return getEntityManager()
                        .createQuery("""
                                select count(*) from Coverage
                                where patientId = :patient and sequence = :sequence and id <> :id
                                  and effectiveFrom <= :lastDay and (effectiveTo is null or effectiveTo >= :firstDay)
                                """, Long.class)
                        .setParameter("patient", coverage.patientId())
                        .setParameter("sequence", coverage.sequence())
                        .setParameter("id", coverage.id())
                        .setParameter("firstDay", coverage.firstDay())
                        .setParameter("lastDay", coverage.lastDay())
                        .setFlushMode(FlushModeType.COMMIT)
                        .getSingleResult()
                > 0;
    }

    private static Problem notFound() {
        return new Problem(COVERAGE_NOT_FOUND, "The patient has no coverage with this id");
    }

    @Produces
    @Singleton
    static PatientRows patientsOfCoverages() {
        return PatientRows.of("coverage", "id");
    }
}
