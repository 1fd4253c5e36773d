package org.superbill.billing.remittance;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with remittances over the API. */
enum RemittanceProblem implements ProblemType {
    REMITTANCE_NOT_FOUND(404, "There is no such remittance", "The id is unknown in the organization of the token.");

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
