package org.superbill.billing.coveragelist;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with coverage lists. */
enum CoverageListProblem implements ProblemType {
    COVERAGE_LIST_NOT_FOUND(
            404, "There is no such coverage list", "`GET /api/v1/coverage-lists` lists those of the organization."),
    COVERAGE_LIST_ROWS_INVALID(
            422,
            "Rows of the coverage list cannot be loaded",
            "`errors[]` names each by its line, as the pointer; nothing was loaded."),
    COVERAGE_LIST_DIFFERS(
            409,
            "This coverage list is loaded already, with other content",
            "A list is never edited: withdraw the loaded one, or load the new content with a first day of its own.");

    private final int status;
    private final String title;
    private final String explanation;

    CoverageListProblem(int status, String title, String explanation) {
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
