package org.superbill.patient.coverage;

import org.superbill.servicekit.problem.ProblemType;

/** What can be wrong with a call about coverages. */
enum CoverageProblem implements ProblemType {
    COVERAGE_NOT_FOUND(
            404,
            "The patient has no such coverage",
            "It does not exist, or it belongs to another organization, which looks the same from outside."),
    COVERAGE_SEQUENCE_TAKEN(
            409,
            "On some day of its time another coverage has this place in the order of payers",
            "Each day has one primary payer at most, one secondary and so on: end the earlier coverage with `effectiveTo`, or choose another `sequence`.");

    private final int status;
    private final String title;
    private final String explanation;

    CoverageProblem(int status, String title, String explanation) {
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
