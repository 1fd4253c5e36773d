package org.superbill.billing.deadline;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with deadlines. */
enum DeadlineProblem implements ProblemType {
    DEADLINE_NOT_FOUND(404, "There is no such deadline", "The id is unknown in the organization of the token."),
    FILING_LIMIT_NOT_FOUND(
            404,
            "No filing limit is entered for this payer and type of claim",
            "Then the days of the payer's profile hold; for Medicare one calendar year always does."),
    DEADLINE_CLOSED(
            409,
            "The deadline is closed",
            "It was met or withdrawn; nothing more can be done with it. `state` and `closedBecause` say what became of it.");

    private final int status;
    private final String title;
    private final String explanation;

    DeadlineProblem(int status, String title, String explanation) {
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
