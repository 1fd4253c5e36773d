package org.superbill.billing.remittance;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with remittances over the API. */
enum RemittanceProblem implements ProblemType {
    REMITTANCE_NOT_FOUND(404, "There is no such remittance", "The id is unknown in the organization of the token."),
    REMITTANCE_STEP_NOT_ALLOWED(
            409,
            "The remittance is not in a state for this step",
            "A person decides about a remittance once: `quarantined` and `waiting` can go to unapplied or be discarded, `waiting` can be accepted, and none of these when the same money is in the books already. Nothing was changed.");

    private final int status;
    private final String title;
    private final String explanation;

    RemittanceProblem(int status, String title, String explanation) {
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
