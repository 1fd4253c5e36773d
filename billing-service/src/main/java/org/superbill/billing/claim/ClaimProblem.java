package org.superbill.billing.claim;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with claims. */
enum ClaimProblem implements ProblemType {
    CLAIM_NOT_FOUND(404, "There is no such claim", "The id is unknown in the organization of the token."),
    CLAIM_STEP_NOT_ALLOWED(
            409,
            "The claim is not in a state for this step",
            "`nextAllowed` of the claim says what can be done and why; nothing was changed."),
    CLAIM_CORRECTION_NOT_ACCEPTED(
            422,
            "The payer takes no corrected claims",
            "The payer's profile says that it does not take frequency 7: ask it to reopen the claim, or appeal."),
    CLAIM_DUTIES_APART(
            403,
            "Whoever coded an encounter may not bill it here",
            "The organization's coding policy keeps these duties apart (`dutiesApart`). Another person has to submit the claim."),
    CLAIM_WARNING_NOT_FOUND(
            404,
            "The claim has no such warning that needs a reason",
            "`findings` of the claim names each with rule and pointer; only those with `needsReason` are passed, and each once."),
    BULK_ACTION_NOT_FOUND(404, "There is no such bulk action", "The id is unknown in the organization of the token."),
    CLAIM_VOIDED(409, "The encounter of the claim was voided", "A voided encounter is not billed.");

    private final int status;
    private final String title;
    private final String explanation;

    ClaimProblem(int status, String title, String explanation) {
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
