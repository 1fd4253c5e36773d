package org.superbill.billing.claimcheck;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with checks of claims. */
enum ClaimCheckProblem implements ProblemType {
    CLAIM_CHECK_INCOMPLETE(
            422,
            "The claim to check lacks something that every claim has",
            "`errors[]` names it by a JSON Pointer. Give it, or the id by which Superbill knows it: a part that is left out is looked up by the ids of the encounter."),
    CLAIM_CHECK_NO_CLAIMS(
            422,
            "The file has no professional or institutional claims",
            "Send an 837P (005010X222A1) or 837I (005010X223A2) interchange, of at most 5,000 claims.");

    private final int status;
    private final String title;
    private final String explanation;

    ClaimCheckProblem(int status, String title, String explanation) {
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
