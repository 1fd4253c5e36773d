package org.superbill.billing.filingproof;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with a proof. */
enum FilingProofProblem implements ProblemType {
    FILING_PROOF_NOT_SENT(
            409, "The claim has not left", "There is nothing to prove yet: no file that has left carries the claim.");

    private final int status;
    private final String title;
    private final String explanation;

    FilingProofProblem(int status, String title, String explanation) {
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
