package org.superbill.billing.codefact;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with what is known of codes, for callers. */
enum CodeFactProblem implements ProblemType {
    CODE_FACTS_NOT_READY(
            503,
            "The codes are not in memory yet",
            "The service has just started and is still loading or fetching which codes there are and what is known of them. Try again after `Retry-After`.");

    private final int status;
    private final String title;
    private final String explanation;

    CodeFactProblem(int status, String title, String explanation) {
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
