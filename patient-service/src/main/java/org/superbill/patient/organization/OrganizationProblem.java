package org.superbill.patient.organization;

import org.superbill.servicekit.problem.ProblemType;

/** What can be wrong with a call about organizations. */
enum OrganizationProblem implements ProblemType {
    ORGANIZATION_NOT_FOUND(
            404,
            "The organization does not exist",
            "The token names an organization that nobody has created here: have it created by the platform's administrator first.");

    private final int status;
    private final String title;
    private final String explanation;

    OrganizationProblem(int status, String title, String explanation) {
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
