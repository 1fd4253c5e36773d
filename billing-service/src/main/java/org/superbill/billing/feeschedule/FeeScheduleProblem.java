package org.superbill.billing.feeschedule;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with fee schedules. */
enum FeeScheduleProblem implements ProblemType {
    FEE_SCHEDULE_NOT_FOUND(404, "There is no such fee schedule", "The id is unknown in the organization of the token."),
    FEE_SCHEDULE_DUPLICATE(
            409,
            "There is a fee schedule of this name from this day",
            "Find it in `GET /api/v1/fee-schedules` and change it, or give the new one another name or first day.");

    private final int status;
    private final String title;
    private final String explanation;

    FeeScheduleProblem(int status, String title, String explanation) {
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
