package org.superbill.billing.underpayment;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with underpayments over the API. */
enum UnderpaymentProblem implements ProblemType {
    UNDERPAYMENT_NOT_FOUND(404, "There is no such underpayment", "The id is unknown in the organization of the token."),
    UNDERPAYMENT_STEP_NOT_ALLOWED(
            409,
            "The underpayment is not in a state for this step",
            "An `open` case can be disputed, recovered or accepted, a `disputed` one recovered or accepted; what is settled stays so. Nothing was changed.");

    private final int status;
    private final String title;
    private final String explanation;

    UnderpaymentProblem(int status, String title, String explanation) {
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
