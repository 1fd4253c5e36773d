package org.superbill.coding.codefact;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with facts about codes, for callers. */
public enum CodeFactProblem implements ProblemType {
    CODE_FACTS_NOT_READY(
            503,
            "The codes are not in memory yet",
            "The service has just started and is still loading or fetching which codes there are and what is known of them. Try again after `Retry-After`."),
    CODE_FACTS_NOT_FOUND(
            404,
            "There is no such edition of facts",
            "`GET /api/v1/code-facts` lists the editions of the tabular list and of the lists of codes."),
    CODE_FACTS_DIFFER(
            409,
            "This edition of facts is loaded already, with other content",
            "An edition is never edited. Load the other content under a label of its own (`release`). The same content again is not a problem: it changes nothing.");

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
