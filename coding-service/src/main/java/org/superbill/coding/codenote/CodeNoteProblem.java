package org.superbill.coding.codenote;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with notes on codes, for callers. */
public enum CodeNoteProblem implements ProblemType {
    CODING_NOTE_NOT_FOUND(404, "There is no such note", "`GET /api/v1/coding-notes` lists the organization's.");

    private final int status;
    private final String title;
    private final String explanation;

    CodeNoteProblem(int status, String title, String explanation) {
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
