package org.superbill.patient.patient;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;
import static org.superbill.patient.patient.PatientProblem.PATIENT_NOT_FOUND;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.FlushModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.Problem;

/** Every query on patients. */
@ApplicationScoped
class PatientStore implements PanacheRepositoryBase<Patient, UUID> {
    /**
     * What a patient must match, all of it.
     *
     * @param name beginning of the first or the last name, in any case
     */
    @Schema(name = "PatientSearch")
    record Search(
            @Nullable String name,
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
        var where = new StringBuilder("id > :after");
        var parameters = new HashMap<String, Object>();
        parameters.put("after", page.after());
        if (search.name() != null && !search.name().isBlank()) {
            where.append(" and (lower(lastName) like :name escape '!' or lower(firstName) like :name escape '!')");
            parameters.put("name", beginningWith(search.name()));
        }
        if (search.birthDate() != null) {
            where.append(" and birthDate = :birthDate");
            parameters.put("birthDate", search.birthDate());
        }
        if (search.medicalRecordNumber() != null) {
            where.append(" and medicalRecordNumber = :mrn");
            parameters.put("mrn", search.medicalRecordNumber().strip());
        }
        return find(where + " order by id", parameters).page(0, page.fetch()).list();
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

    private static String beginningWith(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
    }

    private static Problem notFound() {
        return new Problem(PATIENT_NOT_FOUND, "There is no patient with this id");
    }
}
