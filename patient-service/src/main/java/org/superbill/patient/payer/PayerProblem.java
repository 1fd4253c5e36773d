package org.superbill.patient.payer;

import org.superbill.servicekit.problem.ProblemType;

/** What can be wrong with a call about payers. */
enum PayerProblem implements ProblemType {
    PAYER_NOT_FOUND(
            404,
            "The payer does not exist here",
            "It does not exist, or it belongs to another organization, which looks the same from outside."),
    PAYER_DUPLICATE(
            409,
            "The organization has this payer",
            "A payer is known by its number and name: find it in `GET /api/v1/payers` and update it. A plan with another profile under the same number needs a name of its own.");

    private final int status;
    private final String title;
    private final String explanation;

    PayerProblem(int status, String title, String explanation) {
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
