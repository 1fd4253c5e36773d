package org.superbill.billing.report;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with reports. */
enum ReportProblem implements ProblemType {
    REPORT_NOT_FOUND("There is no such report", "`GET /api/v1/reports` lists them all."),
    REPORT_FIGURE_NOT_FOUND(
            "The report has no such figure, or it cannot be opened",
            "The report lists its figures. A quotient is opened by its numerator or its denominator."),
    LEDGER_ENTRY_NOT_FOUND("There is no such journal entry", "The id is unknown in the organization of the token.");

    private final String title;
    private final String explanation;

    ReportProblem(String title, String explanation) {
        this.title = title;
        this.explanation = explanation;
    }

    @Override
    public int status() {
        return 404;
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
