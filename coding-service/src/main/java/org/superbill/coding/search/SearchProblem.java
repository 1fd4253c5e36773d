package org.superbill.coding.search;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with a search, for callers. */
public enum SearchProblem implements ProblemType {
    CODE_SEARCH_NOT_READY(
            503,
            "The code sets are still being loaded",
            "On an empty database the service loads and indexes the code sets first, which takes some seconds. `/q/health/ready` says when it is done; `Retry-After` when to try again.");

    private final int status;
    private final String title;
    private final String explanation;

    SearchProblem(int status, String title, String explanation) {
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
