package org.superbill.billing.refund;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with refunds over the API. */
enum RefundProblem implements ProblemType {
    REFUND_NOT_FOUND(404, "There is no such refund", "The id is unknown in the organization of the token."),
    REFUND_CLAIM_NOT_FOUND(
            422, "The claim of the refund is not known", "A refund is for a claim that was sent. Nothing was changed."),
    REFUND_DUPLICATE(
            409,
            "The letter has been recorded for this claim",
            "A payer's letter is answered once: go on with the refund that there is. Nothing was changed."),
    REFUND_ABOVE_CREDIT(
            422,
            "The refund is more than the credit",
            "What is refunded to a patient, or without a payer's request, is at most the credit of the claim, of the payer's recoupment under that reference, or of the patient beside any claim. Nothing was changed."),
    REFUND_STEP_NOT_ALLOWED(
            409,
            "The refund is not in a state for this step",
            "A `requested` refund can be approved, disputed or withdrawn, a `disputed` one approved or withdrawn, an `approved` one paid or withdrawn; one that is `paid` waits for the payer's acknowledgment (PLB 72), or is `approved` again when it has come back. Nothing was changed.");

    private final int status;
    private final String title;
    private final String explanation;

    RefundProblem(int status, String title, String explanation) {
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
