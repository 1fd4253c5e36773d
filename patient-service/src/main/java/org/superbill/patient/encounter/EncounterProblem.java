package org.superbill.patient.encounter;

import org.superbill.servicekit.problem.ProblemType;

/** What can be wrong with a call about encounters. */
enum EncounterProblem implements ProblemType {
    ENCOUNTER_NOT_FOUND(
            404,
            "The encounter does not exist here",
            "It does not exist, or it belongs to another organization, which looks the same from outside."),
    ENCOUNTER_DOCUMENT_NOT_FOUND(
            404,
            "The encounter has no such document",
            "`GET /api/v1/encounters/{id}/documents` lists those that it has."),
    ENCOUNTER_STEP_NOT_ALLOWED(
            409,
            "The encounter is in a state that does not allow this",
            "`GET /api/v1/encounters/{id}/journey` tells what has happened to it. One that is closed is not voided while its claims are settled:"
                    + " `POST /api/v1/claims/{claimId}/void` opens the claim and with it the encounter, which can be voided then."
                    + " What was done differently is told by completing it again, what was billed wrongly by `POST /api/v1/claims/{claimId}/correct`.");

    private final int status;
    private final String title;
    private final String explanation;

    EncounterProblem(int status, String title, String explanation) {
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
