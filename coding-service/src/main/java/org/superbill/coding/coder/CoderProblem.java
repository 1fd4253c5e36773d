package org.superbill.coding.coder;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with coders, for callers. */
public enum CoderProblem implements ProblemType {
    CODER_NOT_FOUND(
            404,
            "There is no such coder",
            "`GET /api/v1/coders` lists the organization's. Those of other organizations look the same as none."),
    CODER_DUPLICATE(409, "This subject is a coder already", "Change that coder with `PUT /api/v1/coders/{id}`."),
    CODER_SUBJECT_FIXED(
            422,
            "A coder's subject does not change",
            "What was coded carries the subject. Make the coder inactive and add another under the new subject."),
    CODER_NOT_ELIGIBLE(
            422,
            "The coder may get no such case",
            "`detail` says why: not active, no fitting credential, an expired one, not among the coders, or short of the accuracy that the policy asks for in practice cases.");

    private final int status;
    private final String title;
    private final String explanation;

    CoderProblem(int status, String title, String explanation) {
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
