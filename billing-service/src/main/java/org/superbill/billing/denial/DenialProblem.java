package org.superbill.billing.denial;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with denials. */
enum DenialProblem implements ProblemType {
    DENIAL_NOT_FOUND(404, "There is no such denial", "The id is unknown in the organization of the token."),
    APPEAL_LIMIT_NOT_FOUND(
            404,
            "Nothing is entered for this payer and level",
            "The days of the law hold. `GET /api/v1/appeal-limits` lists what is entered."),
    APPEAL_LIMIT_IS_LAW(
            422,
            "No contract changes the days of this level",
            "Medicare's levels of appeal have the days of 42 CFR part 405, subpart I.");

    private final int status;
    private final String title;
    private final String explanation;

    DenialProblem(int status, String title, String explanation) {
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
