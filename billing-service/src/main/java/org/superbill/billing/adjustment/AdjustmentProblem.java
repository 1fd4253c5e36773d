package org.superbill.billing.adjustment;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with adjustments by hand. */
enum AdjustmentProblem implements ProblemType {
    ADJUSTMENT_NOT_FOUND(404, "There is no such adjustment", "The id is unknown in the organization of the token."),
    ADJUSTMENT_ABOVE_BALANCE(
            422,
            "That much is not owed",
            "Nobody can give up or pass on more than is owed for the claim by whom the kind says. The claim's `money` says what is."),
    ADJUSTMENT_ABOVE_LIMIT(
            403,
            "The amount is above the caller's limit",
            "Each role may give up a limited amount of one claim (`/api/v1/ledger/write-off-limits`), together with what others gave up of it within a limit of theirs. Somebody with more authority has to post it; what somebody without a limit gave up does not count."),
    ADJUSTMENT_REASON_NOT_FITTING(
            422,
            "The reason does not stand for this kind",
            "Each reason stands for some kinds of adjustment only; see docs/ledger.md."),
    ADJUSTMENT_PATIENT_NOT_RESPONSIBLE(
            422,
            "What a payer has decided does not become the patient's by hand",
            "A patient owes what the payers called the patient's part. A balance is made the patient's by hand only while the payer owes all of the claim, so that nothing was decided."),
    ADJUSTMENT_MOVED_ON(
            409,
            "What was moved is not there any more",
            "An adjustment is taken back from where it moved the amount to; something was moved on, decided or paid since. The detail names the adjustments that have to be taken back first, if it is they. Nothing was changed."),
    ADJUSTMENT_REVERSED(
            409,
            "The adjustment was taken back",
            "It was taken back before, or is itself what takes another one back.");

    private final int status;
    private final String title;
    private final String explanation;

    AdjustmentProblem(int status, String title, String explanation) {
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
