package org.superbill.patient.patient;

import org.superbill.servicekit.problem.ProblemType;

/** What can be wrong with a call about patients. */
enum PatientProblem implements ProblemType {
    PATIENT_NOT_FOUND(
            404,
            "The patient does not exist here",
            "It does not exist, or it belongs to another organization, which looks the same from outside."),
    PATIENT_RECORD_NUMBER_TAKEN(
            409,
            "Another patient has this medical record number",
            "A medical record number is one patient of the organization: `POST /api/v1/patients/search` finds who has it.");

    private final int status;
    private final String title;
    private final String explanation;

    PatientProblem(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public String explanation() {
        return explanation;
    }
}
