package org.superbill.coding.training;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong in training, for callers. */
public enum TrainingProblem implements ProblemType {
    PRACTICE_CASE_NOT_FOUND(
            404, "There is no such practice case", "`GET /api/v1/coding-training/cases` lists the organization's."),
    PRACTICE_ANSWER_WRONG(
            422,
            "The right answer of the practice case is not right",
            "`errors[]` names each error that the rules find in `gold`, as they would in a real case of that day: `code` is the rule, `pointer` the place. A case that teaches an error is not kept. Warnings stay: they need a person's reason in a real case."),
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
