package org.superbill.billing.schedule;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with schedules. */
enum ScheduleProblem implements ProblemType {
    SUBMISSION_SCHEDULE_NOT_FOUND(
            404,
            "There is no schedule for this payer",
            "Then a biller submits its claims, they leave at once, and the payer is not asked about them by itself.");

    private final int status;
    private final String title;
    private final String explanation;

    ScheduleProblem(int status, String title, String explanation) {
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
