package org.superbill.billing.appeal;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with appeals. */
enum AppealProblem implements ProblemType {
    APPEAL_NOT_FOUND(404, "There is no such appeal", "The id is unknown in the organization of the token."),
    APPEAL_NOT_POSSIBLE(
            422,
            "There is nothing to appeal here",
            "All denials of an appeal are of one claim, are open and were decided: what the payer could not process (MA130) carries no right to appeal and is corrected and sent again."
                    + " A level follows the one before it and needs its amount in controversy."),
    APPEAL_STEP_NOT_ALLOWED(
            409,
            "The appeal is not in a state for this step",
            "An appeal is prepared, sent, and then decided or withdrawn."),
    APPEAL_ENCLOSURE_INVALID(
            422, "The enclosure cannot be sent", "Enclosures are PDF documents without a password, of at most 10 MB.");

    private final int status;
    private final String title;
    private final String explanation;

    AppealProblem(int status, String title, String explanation) {
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
