package org.superbill.patient.patient;

import static org.superbill.patient.patient.PatientProblem.PATIENT_RECORD_NUMBER_TAKEN;
import static org.superbill.servicekit.problem.KitProblem.VALIDATION_FAILED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.superbill.patient.organization.OwnOrganization;
import org.superbill.servicekit.ids.Ids;
import org.superbill.servicekit.outbox.Outbox;
import org.superbill.servicekit.paging.Page;
import org.superbill.servicekit.paging.PageRequest;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;
import org.superbill.servicekit.revision.Revision;

/** What can be done with patients; each public method is one transaction. */
@ApplicationScoped
public class Patients {
    private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1880, 1, 1);

    private final PatientStore store;
    private final Outbox outbox;
    private final OwnOrganization own;

    Patients(PatientStore store, Outbox outbox, OwnOrganization own) {
        this.store = store;
        this.outbox = outbox;
        this.own = own;
    }

    /** @throws Problem {@code PATIENT_NOT_FOUND} */
    @Transactional
    public void require(UUID patientId) {
        store.get(patientId);
    }

    /**
     * Lets one caller at a time change what belongs to the patient, until the transaction ends.
     *
     * @throws Problem {@code PATIENT_NOT_FOUND}
     */
    @Transactional
    public void hold(UUID patientId) {
        store.getForUpdate(patientId);
    }

    /** @throws Problem {@code VALIDATION_FAILED}, {@code PATIENT_RECORD_NUMBER_TAKEN} */
    @Transactional
    PatientView create(PatientDetails details) {
        refuseImpossibleBirth(details.birthDate());
        var patient = new Patient(Ids.next(), details);
        refuseDuplicate(patient);
        store.persistAndFlush(patient);
        outbox.publish(patient.changed());
        return patient.view();
    }

    /** @throws Problem {@code PATIENT_NOT_FOUND} */
    @Transactional
    PatientView get(UUID patientId) {
        return store.get(patientId).view();
    }

    @Transactional
    Page<PatientView> list(PatientStore.Search search, PageRequest page) {
        return Page.of(store.list(search, page), page, Patient::id).map(Patient::view);
    }

    /**
     * @throws Problem {@code PATIENT_NOT_FOUND}, {@code VALIDATION_FAILED}, {@code PATIENT_RECORD_NUMBER_TAKEN}, {@code STALE},
     *     {@code IF_MATCH_MISSING}
     */
    @Transactional
    PatientView describe(UUID patientId, PatientDetails details, @Nullable Revision expected) {
        var patient = store.getForUpdate(patientId);
        Revision.requireMatch(expected, patient.revision());
        refuseImpossibleBirth(details.birthDate());
        patient.describe(details);
        refuseDuplicate(patient);
        store.flush(); // so that the answer carries the new revision
        outbox.publish(patient.changed());
        return patient.view();
    }

    private void refuseImpossibleBirth(LocalDate birthDate) {
        if (birthDate.isBefore(EARLIEST_BIRTH) || birthDate.isAfter(own.today())) {
            throw new Problem(
                    VALIDATION_FAILED,
                    "Nobody alive was born on that day",
                    new FieldError("/birthDate", "out-of-range", "must be a day from 1880 until today"));
        }
    }

    private void refuseDuplicate(Patient patient) {
        if (store.hasAnother(patient)) {
            throw new Problem(
                    PATIENT_RECORD_NUMBER_TAKEN,
                    "Another patient of the organization has this medical record number",
                    new FieldError("/medicalRecordNumber", "duplicate", "is the number of another patient"));
        }
    }
}
