package org.superbill.billing.authorization;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with authorizations. */
enum AuthorizationProblem implements ProblemType {
    AUTHORIZATION_NOT_FOUND(
            404, "There is no such authorization", "The id is unknown in the organization of the token."),
    AUTHORIZATION_DUPLICATE(
            409,
            "The patient has an authorization of this payer with this number",
            "Find it in `GET /api/v1/authorizations?patientId=` and change it."),
    AUTHORIZATION_IN_USE(
            409,
            "Claims have taken units of the authorization that the change would take away",
            "Keep each service that claims have used, in its place, and with no fewer units than are used.");

    private final int status;
    private final String title;
    private final String explanation;

    AuthorizationProblem(int status, String title, String explanation) {
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
