package org.superbill.servicekit.audit;

/**
 * How the patients are found that rows of a feature belong to; the feature that owns the rows produces one, so that whatever a call was about is in
 * the trail under its patient.
 *
 * @param query SQL that selects the patients' ids; where the ids stand that the call has named, it has {@code any(:ids)}
 */
public record PatientRows(String query) {

    /** Of a table with the patient's id in it. */
    public static PatientRows of(String table, String id) {
        return new PatientRows("select patient_id from %s where %s = any(:ids)".formatted(table, id));
    }
}
