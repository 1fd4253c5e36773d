package org.superbill.patient.patient;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.patient.patient.PatientProblem.PATIENT_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.FlushModeType;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.audit.PatientRows;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on patients. */
@ApplicationScoped
class PatientStore implements PanacheRepositoryBase<Patient, UUID> {
    /** Comparisons and no LIKE: only they are looked up in the index under row-level security (V0013), and no mark means anything. */
    private static final String HAS_WORD =
            " and exists (select 1 from PatientName n where n.patientId = p.id and n.word >= :from%1$d and n.word < :before%1$d)";

    /** The next character of ASCII. */
    private static final char AFTER_LETTERS = '{';

    /**
     * What a patient must match, all of it.
     *
     * @param name words of the names or their beginnings, in any order and case: {@code LOPEZ, Maria}
     */
    @Schema(name = "PatientSearch")
    record Search(
            @Nullable @Size(max = 120) String name,
            @Nullable LocalDate birthDate,
            @Nullable String medicalRecordNumber) {
        static final Search EVERYBODY = new Search(null, null, null);
        static final String EXAMPLE = "{\"name\": \"smi\", \"birthDate\": \"1973-05-01\"}";
    }

    Patient get(UUID id) {
        return findByIdOptional(id).orElseThrow(PatientStore::notFound);
    }

    Patient getForUpdate(UUID id) {
        return findByIdOptional(id, PESSIMISTIC_WRITE).orElseThrow(PatientStore::notFound);
    }

    List<Patient> list(Search search, PageRequest page) {
        var where = new StringBuilder("from Patient p where p.id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", page.after());
        if (search.name() != null && !search.name().isBlank()) {
            var words = TypedName.words(search.name());
            if (words.isEmpty()) {
                return List.of();
            }
            for (var i = 0; i < words.size(); i++) {
                where.append(HAS_WORD.formatted(i));
                parameters.put("from" + i, words.get(i));
                parameters.put("before" + i, words.get(i) + AFTER_LETTERS);
            }
        }
        if (search.birthDate() != null) {
            where.append(" and p.birthDate = :birthDate");
            parameters.put("birthDate", search.birthDate());
        }
        if (search.medicalRecordNumber() != null) {
            where.append(" and p.medicalRecordNumber = :mrn");
            parameters.put("mrn", search.medicalRecordNumber().strip());
        }
        return find(where + " order by p.id", parameters).page(0, page.fetch()).list();
    }

    /** Whether another patient has this one's medical record number; asked before the change is written. */
    boolean hasAnother(Patient patient) {
        return patient.medicalRecordNumber() != null
                && getEntityManager()
                                .createQuery(
                                        "select count(*) from Patient where medicalRecordNumber = :mrn and id <> :id",
                                        Long.class)
                                .setParameter("mrn", patient.medicalRecordNumber())
                                .setParameter("id", patient.id())
                                .setFlushMode(FlushModeType.COMMIT)
                                .getSingleResult()
                        > 0;
    }

    private static Problem notFound() {
        return new Problem(PATIENT_NOT_FOUND, "There is no patient with this id");
    }

    @Produces
    @Singleton
    static PatientRows patients() {
        return new PatientRows("select id from patient where id = any(:ids)");
    }
}
