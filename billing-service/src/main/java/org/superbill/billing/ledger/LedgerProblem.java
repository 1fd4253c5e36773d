package org.superbill.billing.ledger;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with the books. */
enum LedgerProblem implements ProblemType {
    LEDGER_PERIOD_CLOSED(
            409,
            "The period is closed",
            "A closed month stays closed; what comes later is booked on the first open day. Nothing was changed."),
    LEDGER_PERIOD_NOT_OVER(
            409,
            "The month is not over yet",
            "A month can be closed from the first day after it, by the organization's calendar."),
    LEDGER_BUSY(
            503,
            "Postings are under way",
            "A closing waits until its entries are sealed and no posting is under way, and did not get its turn. Nothing was changed: try again after `Retry-After`."),
    VERIFICATION_RUNNING(
            409,
            "The books are being proved at this moment",
            "One proof of an organization's books runs at a time, for it reads every line. Ask again when it has ended."),
    LEDGER_ACCOUNT_NOT_FOUND(404, "There is no such account", "`GET /api/v1/ledger/accounts` lists them all.");

    private final int status;
    private final String title;
    private final String explanation;

    LedgerProblem(int status, String title, String explanation) {
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
