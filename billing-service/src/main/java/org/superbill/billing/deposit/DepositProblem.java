package org.superbill.billing.deposit;

import org.superbill.servicekit.problem.ProblemType;

/** What can go wrong with deposits over the API. */
enum DepositProblem implements ProblemType {
    DEPOSIT_NOT_FOUND(404, "There is no such deposit", "The id is unknown in the organization of the token."),
    DEPOSIT_STEP_NOT_ALLOWED(
            409,
            "The deposit is not in a state for this step",
            "A deposit that is `open` can be matched, one that is `cleared` can be opened again. Only one that is `open` and was added by hand can be taken back. Payments that the bank has shown already, or that are not announced, match nothing. Nothing was changed."),
    DEPOSIT_DIFFERS(
            422,
            "The payments are not what the bank shows",
            "The payments that were named have another sum than the deposit: its clearing would not return to zero. Name all payments of the deposit, or look for the remittance that has not come. Nothing was changed."),
    BANK_FILE_INVALID(422, "The bank's file cannot be read", """
            Nothing of the file was taken. `errors[]` has the lines, counted from 1, that cannot be read. A file is NACHA (ACH records of 94 characters, with
            CCD+ or CTX addenda) or CSV with a header: `date` (2026-03-03), `amount` (dollars, below zero for money that leaves), `description`, and where
            there are any `addenda` (with `TRN*1*trace*originator`) and `check` (the number of a check).""");

    private final int status;
    private final String title;
    private final String explanation;

    DepositProblem(int status, String title, String explanation) {
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
