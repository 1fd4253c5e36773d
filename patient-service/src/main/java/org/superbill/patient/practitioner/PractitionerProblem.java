package org.superbill.patient.practitioner;

import org.superbill.servicekit.problem.ProblemType;

/** What can be wrong with a call about practitioners. */
enum PractitionerProblem implements ProblemType {
    PRACTITIONER_NOT_FOUND(
            404,
            "The practitioner does not exist here",
            "It does not exist, or it belongs to another organization, which looks the same from outside."),
    PRACTITIONER_DUPLICATE(
            409,
            "The organization has a practitioner with this NPI",
            "An NPI is one person: find the practitioner in `GET /api/v1/practitioners` and update that one.");

    private final int status;
    private final String title;
    private final String explanation;

    PractitionerProblem(int status, String title, String explanation) {
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
