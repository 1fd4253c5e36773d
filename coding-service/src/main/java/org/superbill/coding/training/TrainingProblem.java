package org.superbill.coding.training;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong in training, for callers. */
public enum TrainingProblem implements ProblemType {
    PRACTICE_CASE_NOT_FOUND(
            404, "There is no such practice case", "`GET /api/v1/coding-training/cases` lists the organization's."),
    PRACTICE_CASE_RETIRED(
            409, "The practice case is retired", "What was attempted is kept; nothing new is. Take another case.");

    private final int status;
    private final String title;
    private final String explanation;

    TrainingProblem(int status, String title, String explanation) {
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
