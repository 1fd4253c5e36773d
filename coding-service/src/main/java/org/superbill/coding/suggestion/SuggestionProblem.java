package org.superbill.coding.suggestion;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with suggested codes, for callers. */
public enum SuggestionProblem implements ProblemType {
    SUGGESTION_NOT_FOUND(
            404,
            "There is no such suggestion for this case",
            "A new `POST …/suggestions` replaces those that the same person asked for and nobody has decided on yet: list them again."),
    SUGGESTION_DECIDED(
            409,
            "The suggestion has been accepted or rejected already",
            "`status`, `decidedBy` and `decidedAt` say how. A decision is not changed: the codes of the case are, with `PUT …/coding`."),
    SUGGESTIONS_WITHOUT_RELEASE(
            422,
            "No release of ICD-10-CM of that day is loaded",
            "Codes are proposed by the release that was in force on the date of service (of discharge for an inpatient). Load that year's official file, e.g. with `./superbill codes load FILE`, and ask again."),
    SUGGESTIONS_NOT_READY(
            503,
            "The terms of the code sets are still being read",
            "Try again after `Retry-After` seconds. Reading takes a few seconds after a start and after a release was activated; a few callers wait for it, further ones are told so.");

    private final int status;
    private final String title;
    private final String explanation;

    SuggestionProblem(int status, String title, String explanation) {
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
